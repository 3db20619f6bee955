import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMANDS } from '../../src/commands/catalogue.ts';
import { journalOf } from '../../src/export/journal.ts';
import type { Clock } from '../../src/journal/clock.ts';
import { type Day, formatDay, parseDay } from '../../src/journal/days.ts';
import { RelError } from '../../src/journal/error.ts';
import { spoolTo } from '../../src/platform/spool.ts';
import type { World } from '../../src/platform/world.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { Writer } from '../../src/store/writer.ts';

const TODAY = parseDay('2026-11-16') ?? fail('no such day');

/** Half past one on that day. */
const clockOn = (day: Day): Clock => ({
  now: () => new Date(`${formatDay(day)}T13:30:00Z`),
  today: () => day,
  offset: () => '+00:00',
});

function fail(why: string): never {
  throw new Error(why);
}

/** A journal with the commands of `rel`, in this process: many sessions in little time. */
export class Desk {
  readonly #folder = mkdtempSync(join(tmpdir(), 'rel-desk-'));
  readonly journal = join(this.#folder, 'journal.db');
  today: Day = TODAY;
  /** What can be read, by name. */
  readonly files = new Map<string, string>();
  /** Kept open between two commands: to open a journal takes longer than most of what is read here. */
  #reader: Store | undefined;

  /** @param from the desk whose journal is taken over; an empty one where it is left out */
  constructor(from?: Desk) {
    if (from !== undefined) copyFileSync(from.journal, this.journal);
  }

  /** Runs `rel` with these words; false where it refused them. */
  async rel(...words: readonly string[]): Promise<boolean> {
    const [name, ...rest] = words;
    const listed = COMMANDS.find((each) => each.name === name) ?? fail(`no command ${name ?? ''}`);
    const world = this.#world(words);
    try {
      if (listed.loadGrammar === undefined) {
        const command = (await listed.load())(world)
          .exitOverride()
          .configureOutput({
            writeErr: () => undefined,
            writeOut: () => undefined,
          });
        await command.parseAsync([...rest], { from: 'user' });
      } else {
        const execute = await listed.loadGrammar();
        await execute(world, rest);
      }
      return true;
    } catch (error) {
      if (error instanceof RelError && error.kind === 'usage') return false;
      throw error;
    }
  }

  /** Reads the journal as the last command left it. */
  read<T>(read: (store: Store) => T): T {
    this.#reader ??= openStore(this.journal, {
      clock: clockOn(this.today),
      create: false,
      readonly: true,
    });
    return read(this.#reader);
  }

  /** Reads the journal as somebody does who opens it only now. */
  readAnew<T>(read: (store: Store) => T): T {
    this.#closeReader();
    return this.read(read);
  }

  #closeReader(): void {
    this.#reader?.close();
    this.#reader = undefined;
  }

  /** Writes what no command of these sessions writes. */
  write(write: (writer: Writer) => void): void {
    const store = openStore(this.journal, { clock: clockOn(this.today), create: true });
    try {
      store.change('write', write);
    } finally {
      store.close();
    }
  }

  /** What `rel export journal` prints, each entry with its number; and how many changes were ever recorded. */
  state(): { readonly dump: string; readonly changes: number } {
    return this.read((store) => {
      const entries = [...store.entryTexts()];
      const journal = {
        settings: store.settings(),
        customers: store.customers().map(({ card }) => card),
        people: store.people(),
        entries,
      };
      const dump = [...journalOf(journal), ...entries.map(({ seq }) => `#${seq}`)].join('');
      const { changes, earlier } = store.lastChanges(1);
      return { dump, changes: changes.length + earlier };
    });
  }

  dump(): string {
    return this.state().dump;
  }

  clear(): void {
    this.#closeReader();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #world(words: readonly string[]): World {
    return {
      clock: clockOn(this.today),
      words,
      interactive: false,
      onTerminal: false,
      terminalWidth: undefined,
      noticeWidth: undefined,
      print: () => undefined,
      spool: () => Promise.resolve(spoolTo({ write: () => undefined, closed: false })),
      tell: () => undefined,
      end: () => undefined,
      keepPage: () => Promise.reject(new Error('no page is kept here')),
      removePages: () => Promise.resolve(false),
      openFile: () => Promise.reject(new Error('nothing is shown here')),
      counted: (things) => things,
      dailyBackups: 'never',
      graphs: 'auto',
      afterwards: () => undefined,
      settle: () => Promise.resolve(),
      journalPath: () => this.journal,
      page: () => Promise.resolve({ width: 80, paint: (_role, text) => text, unicode: true }),
      readFile: (name) => this.files.get(name) ?? fail('nothing is to be read'),
      source: (name) => {
        const text = this.files.get(name) ?? fail('nothing is to be read');
        return Promise.resolve({
          pieces: () => [Buffer.from(text)],
          lines: () => text.split('\n'),
          close: () => undefined,
        });
      },
      writeFile: () => fail('nothing is to be written'),
      writeFiles: () => fail('nothing is to be written'),
      editText: () => fail('nobody edits'),
      keepText: () => fail('nothing is put aside'),
      converse: () => fail('nobody can be asked'),
    };
  }
}
