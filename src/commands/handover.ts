import { Command } from 'commander';
import { timestamp } from '../journal/clock.ts';
import { formatDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { title } from '../journal/fields.ts';
import { HANDOVER, isGone } from '../journal/handover.ts';
import type { World } from '../platform/world.ts';
import { quotedName } from '../render/quoted.ts';
import { handoverAnswer, withheldText } from '../render/handover-answer.ts';
import type { Passing } from '../render/handover-markdown.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { type Made, madeFor } from './handover-make.ts';
import { readingFrom, writingTo } from './opening.ts';
import { realName } from './placeholder.ts';

interface Options extends JournalOption {
  readonly to?: string;
  readonly from?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

const NAMELESS = 'your predecessor';

export function handoverCommand(world: World): Command {
  const command = withJournal(new Command('handover'))
    .description(
      'give a customer to a colleague: a page to read, and a file for their journal with the cards, the open promises and the brief. Nothing private is in either, and no feeling',
    )
    .argument('<customer...>', 'a name, an alias, the beginning of a word of the name, or a person')
    .option('--to <name>', 'who takes over')
    .option('--from <name>', `you, as they shall read it (default: ${NAMELESS})`)
    .option(
      '--out <file>',
      'write FILE.md and FILE.jsonl, and note it (default: print the page, write nothing)',
    )
    .option('--force', 'replace the files')
    .option('--json', 'what both hold, as JSON')
    .action((words: readonly string[], options: Options) => handover(world, words, options));
  return withExamples(
    command,
    'rel handover brazos --to Ann',
    'rel handover brazos --to Ann --from Tom --out brazos',
    'rel import brazos.jsonl              (Ann, into her own journal)',
  );
}

function handover(world: World, words: readonly string[], options: Options): void {
  const passing = passingOf(world, words, options);
  const files = filesNamed(options.out);
  const made = readingFrom(world, options.db, (store) => madeFor(world, store, words, passing));
  const { customer, lines, page, promises, withheld } = made;
  if (files !== undefined) {
    const journal = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const texts = [
      { path: files.page, text: page },
      { path: files.journal, text: journal },
    ];
    keepTrack(world, options.db, made, passing, () =>
      world.writeFiles(texts, options.force === true),
    );
  }
  if (options.json === true) {
    const { from, on, to } = passing;
    const head = { schema: 1, customer, from, to, on: formatDay(on), files: files ?? null };
    world.print(`${JSON.stringify({ ...head, withheld, page, journal: lines })}\n`);
    return;
  }
  world.print(
    files === undefined ? page : handoverAnswer({ customer, files, promises, to: passing.to }),
  );
  if (files === undefined) world.tell('rel: nothing was written; to write it: --out FILE');
  if (made.isUnworthy)
    world.tell(
      `rel: by your own measure they are not worth winning back: say so to ${passing.to}, or let go (rel rebuild ${quotedName(customer)})`,
    );
  const stays = withheldText(withheld);
  if (stays !== '') world.tell(`rel: stays with you, being private: ${stays}`);
}

function passingOf(world: World, words: readonly string[], { from, to }: Options): Passing {
  if (to === undefined) {
    const hint = `name them: rel handover ${words.join(' ')} --to Ann`;
    throw new RelError('usage', 'who takes over is missing', hint);
  }
  const named = (option: string, given: string): string => {
    const name = title.read(given);
    if (name !== undefined) return realName(name);
    throw new RelError('usage', `${option} ${JSON.stringify(given)} is no name`, 'name a person');
  };
  return {
    from: from === undefined ? NAMELESS : named('--from', from),
    to: named('--to', to),
    on: world.clock.today(),
  };
}

interface Files {
  readonly page: string;
  readonly journal: string;
}

/** `brazos`, `brazos.md` and `brazos.jsonl` name the same two files; none where the page is to be printed. */
function filesNamed(out: string | undefined): Files | undefined {
  if (out === undefined || out === '-') return undefined;
  const base = out.replace(/\.(md|jsonl)$/, '');
  if (base === '' || base.endsWith('/')) {
    const message = `--out ${JSON.stringify(out)} names no file`;
    throw new RelError('usage', message, 'name one: --out brazos');
  }
  return { page: `${base}.md`, journal: `${base}.jsonl` };
}

/** Notes to whom the account went, and writes the files, both or neither; on one day one note is enough. */
function keepTrack(
  world: World,
  db: string | undefined,
  { customer }: Made,
  { on, to }: Passing,
  write: () => void,
): void {
  writingTo(world, db, (store) =>
    store.change(world.words.join(' '), (writer) => {
      const stored = store.customerByName(customer);
      const before = stored === undefined ? [] : store.entriesOfTypes(stored, ['work'], on);
      if (!before.some((entry) => isGone(entry) && entry.source?.key === to)) {
        writer.addEntry({
          type: 'work',
          customer,
          on,
          minutes: 0,
          note: `handed over to ${to}`,
          recordedAt: timestamp(world.clock),
          source: { importer: HANDOVER, key: to },
        });
      }
      write();
    }),
  );
}
