import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Disk } from './disk.js';
import { freshFolder, journalLines } from './material.js';
import { eventsIn, recorded } from './recorder.js';
import { rel } from './rel.js';

/** Below the folder that is recorded; rel makes the folder `data`. */
export const JOURNAL = 'data/journal.db';

/** What is recorded: the first day of a journal, a day of corrections, and the day of an update. */
export function daysOf(reader, place) {
  const lines = join(place, 'lines.jsonl');
  writeFileSync(lines, journalLines(300));
  return [
    {
      name: 'first day',
      prepare: () => undefined,
      steps: [
        ['log', 'Acme', '--new', 'call', 'first'],
        ['log', 'acme', 'they:send the list', 'by:fri', 'second'],
        ['undo'],
        ['redo'],
        ['add', 'person', 'Dana', '--at', 'acme'],
        ['log', 'acme', 'email', 'third'],
      ],
    },
    {
      name: 'corrections',
      prepare: (journal) => rel(place, ['add', 'customer', 'Acme'], { env: { REL_DB: journal } }),
      steps: [
        ['import', lines],
        ['log', 'acme', 'call', 'between'],
        ['edit', '1', 'note:changed'],
        ['undo', '3'],
        ['redo', '3'],
        ['rename', 'Customer 1', 'Customer One'],
        ['merge', 'Customer 2', 'Customer 3'],
        ['config', 'set', 'cadence.A', '21'],
        ['delete', '301', '--yes'],
      ],
    },
    {
      name: 'update',
      prepare: (journal) => olderJournal(reader, place, lines, journal),
      steps: [
        ['log', 'Customer 1', 'call', 'after the update'],
        ['log', 'Customer 1', 'call', 'and later'],
      ],
    },
  ];
}

/** Makes a journal of the first version, with what the lines say. */
export function olderJournal(reader, place, lines, journal) {
  const newest = join(place, 'newest.db');
  if (!existsSync(newest)) rel(place, ['import', lines], { env: { REL_DB: newest } });
  mkdirSync(join(journal, '..'), { mode: 0o700 });
  writeFileSync(journal, '', { mode: 0o600 });
  reader.makeOld(journal, newest);
}

/**
 * Lets rel take the steps of a day.
 * @returns its `events`; in `stages`, what the journal held after each step, and after how many events that was
 * acknowledged; the `disk` as it was before; and `compare`, which throws where an event was missed
 */
export function recordDay({ library, reader, place }, { name, prepare, steps }, noSync) {
  const root = freshFolder(place, name.replace(' ', '-'));
  const journal = join(root, JOURNAL);
  prepare(journal);
  const disk = new Disk(root);
  const log = join(place, 'events');
  rmSync(log, { force: true });
  const stages = [
    { words: ['(nothing)'], acknowledged: 0, content: contentOf(reader, place, root) },
  ];
  let passed = 0;
  for (const words of steps) {
    const env = { REL_DB: journal, ...recorded(library, root, { log, noSync }) };
    const { status, stderr } = rel(place, words, { env });
    if (status !== 0) throw new Error(`rel ${words.join(' ')}: exit ${status}, ${stderr}`);
    const events = eventsIn(log);
    const answer = events.findIndex(({ kind }, at) => at >= passed && kind === 'answer');
    stages.push({ words, acknowledged: answer + 1, content: contentOf(reader, place, root) });
    passed = events.length;
  }
  return { name, events: eventsIn(log), stages, disk, compare: (seen) => compare(seen, root) };
}

/** Of a copy, as a look may bring an older journal up to date. */
function contentOf(reader, place, root) {
  const look = freshFolder(place, 'look');
  cpSync(root, look, { recursive: true });
  const journal = join(look, JOURNAL);
  if (!existsSync(journal)) return reader.NOTHING;
  reader.exported(journal);
  return reader.content(journal);
}

function compare(seen, root) {
  const real = new Disk(root).seen();
  const wrong = [...new Set([...seen.keys(), ...real.keys()])].filter(
    (path) => seen.has(path) !== real.has(path) || seen.get(path)?.equals(real.get(path)) === false,
  );
  if (wrong.length > 0) throw new Error(`not everything was recorded of ${wrong.join(', ')}`);
}
