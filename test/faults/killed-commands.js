import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { journalLines } from './material.js';
import { olderJournal } from './recorded-days.js';
import { rel } from './rel.js';

/**
 * The commands that are killed. Each begins with a journal of its own: `prepare` makes it, given its file and the
 * folder around it; `again` writes the same file once more, where the words themselves would not.
 * @param known the names of the commands that this rel has
 */
export function killedCommands(reader, place, known) {
  const [lines, more] = [join(place, 'many.jsonl'), join(place, 'more.jsonl')];
  if (!existsSync(lines)) writeFileSync(lines, journalLines(2000));
  // So many that the record of changes does not have each a second time.
  if (!existsSync(more)) writeFileSync(more, journalLines(4100));
  const run = (journal, ...words) => rel(place, words, { env: { REL_DB: journal } });
  const some = (journal) => {
    run(journal, 'log', 'Acme', '--new', 'call', 'kept');
    run(journal, 'log', 'Zenith', '--new', 'they:send the list', 'by:fri', 'kept too');
  };
  const many = (journal) => run(journal, 'import', lines);
  const most = (journal) => run(journal, 'import', more);
  /** In a folder lies what another device did. */
  const shared = (journal) => {
    const [folder, other] = [join(journal, '../../exchange'), join(place, 'other.db')];
    mkdirSync(folder);
    rmSync(other, { force: true });
    most(journal);
    run(journal, 'sync', folder);
    run(other, 'sync', folder);
    run(other, 'edit', '7', 'note:changed on the other device');
    run(other, 'log', 'Zenith', '--new', 'call', 'on the other device');
    run(other, 'sync', folder);
    run(journal, 'log', 'Zenith', '--new', 'call', 'on this one');
  };
  const backedUp = (journal) => {
    some(journal);
    run(journal, 'backup');
    run(journal, 'log', 'acme', 'after the backup');
  };
  return [
    { name: 'the first log', prepare: () => undefined, words: ['log', 'Acme', '--new', 'call'] },
    { name: 'log', prepare: some, words: ['log', 'acme', 'call', 'one more'] },
    { name: 'add', prepare: some, words: ['add', 'person', 'Dana', '--at', 'acme'] },
    { name: 'import', prepare: some, words: ['import', lines] },
    { name: 'undo', prepare: many, words: ['undo'] },
    { name: 'import of many', prepare: some, words: ['import', more] },
    { name: 'undo of many', prepare: most, words: ['undo'] },
    { name: 'edit of one of many', prepare: most, words: ['edit', '7', 'note:changed'] },
    { name: 'sync', prepare: shared, words: ['sync', 'exchange'] },
    {
      name: 'redo',
      prepare: (journal) => {
        many(journal);
        run(journal, 'undo');
      },
      words: ['redo'],
    },
    {
      name: 'update',
      prepare: (journal) => olderJournal(reader, place, lines, journal),
      words: ['log', 'Customer 1', 'call', 'one more'],
    },
    { name: 'edit', prepare: some, words: ['edit', '1', 'note:changed'] },
    { name: 'merge', prepare: some, words: ['merge', 'Acme', 'Zenith'] },
    { name: 'delete', prepare: some, words: ['delete', '1', '--yes'] },
    { name: 'config', prepare: some, words: ['config', 'set', 'cadence.A', '21'] },
    {
      name: 'display',
      prepare: some,
      words: ['config', 'set', 'display.colour', 'never'],
      again: ['config', 'set', 'display.colour', 'always'],
    },
    { name: 'export', prepare: many, words: ['export', 'entries', '--output', 'entries.csv'] },
    { name: 'review', prepare: some, words: ['review'], onTerminal: true },
    { name: 'backup', prepare: some, words: ['backup'] },
    {
      name: 'restore',
      prepare: backedUp,
      words: ['restore', 'latest', '--yes'],
      done: /^put back: /m,
    },
    { name: 'forget', prepare: backedUp, words: ['forget', 'Acme', '--no-export', '--yes'] },
  ].filter(({ words: [command] }) => known.has(command));
}
