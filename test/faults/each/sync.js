import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freshFolder, journalLines } from '../material.js';
import { buildReader } from '../reader.js';
import { buildRecorder, noRecorder, recorded } from '../recorder.js';
import { ended, rel, startRel } from '../rel.js';

/** So many entries come in by one import that a run stands for them in the record of changes. */
const IMPORTED = 4100;
/** Where no change can be counted, a kill comes so late at most, in milliseconds. */
const LONGEST = 400;
const TODAY = '2026-11-20';
const NEXT_DAYS = '2026-11-23';

/**
 * Two devices and what goes wrong between them, round by round: a sync killed at a random moment or just before one of its
 * changes, two at once, a file that came half, one that was lost, a clock that is days ahead. Whatever it was, two more syncs
 * on each make both journals equal, with each entry once.
 */
export const fault = {
  missing: () => undefined,
  async run({ short, random, place }) {
    const library = noRecorder() === undefined ? buildRecorder(place) : undefined;
    const reader = await buildReader(place);
    const bad = [];
    const done = { kills: 0, running: 0, halfWritten: 0 };
    for (const size of short ? ['few'] : ['few', 'few', 'many']) {
      const table = new Table({ library, reader, random, place }, size);
      for (let round = 0; round < (short ? 15 : 120) && bad.length === 0; round += 1) {
        const [name, goWrong] = MISHAPS[round % MISHAPS.length];
        await goWrong(table, done);
        const problem = table.problemAfterMeeting();
        if (problem !== undefined)
          bad.push(`round ${round} of ${size} entries, ${name}: ${problem}`);
      }
      if (bad.length === 0) bad.push(...table.leftOver());
    }
    return {
      figure:
        `${bad.length} rounds lost, doubled or damaged something (${done.kills} syncs killed, ${done.running} while they ` +
        `ran, ${done.halfWritten} in the middle of a change of the journal)`,
      bad,
    };
  },
};

/** Each is given the table, and a sum to add its kills to. */
const MISHAPS = [
  ['a kill', (table, done) => table.killedSync(done)],
  [
    'a kill after another',
    async (table, done) => {
      for (const device of ['a', 'b', 'a']) await table.killedSync(done, device);
    },
  ],
  ['two at once', (table) => table.atOnce(['a', 'b'])],
  ['a kill', (table, done) => table.killedSync(done)],
  ['two at once on one device', (table) => table.atOnce(['a', 'a'])],
  ['a file that came half', (table) => table.halfCopied()],
  ['a lost file', (table) => table.lostFile()],
  ['a kill', (table, done) => table.killedSync(done)],
  ['a clock that is ahead', (table) => table.clockAhead()],
  ['a journal set back', (table) => table.setBack()],
];

class Table {
  constructor({ library, reader, random, place }, size) {
    Object.assign(this, { library, reader, random, place });
    this.root = freshFolder(place, `table of ${size}`);
    this.folder = join(this.root, 'folder');
    /** What was logged and acknowledged, each with words of its own. */
    this.said = [];
    this.today = TODAY;
    this.changes = 200;
    mkdirSync(this.folder);
    for (const device of ['a', 'b']) mkdirSync(join(this.root, device), { mode: 0o700 });
    const lines = join(this.root, 'lines.jsonl');
    writeFileSync(lines, journalLines(size === 'many' ? IMPORTED : 40));
    this.rel('a', 'import', lines);
    this.rel('b', 'import', lines);
    this.log('a');
    this.log('b');
  }

  journal(device) {
    return join(this.root, device, 'journal.db');
  }

  env(device, more = {}) {
    return { REL_DB: this.journal(device), REL_TODAY: this.today, ...more };
  }

  rel(device, ...words) {
    const { status, stderr } = rel(this.place, words, { env: this.env(device) });
    if (status !== 0)
      throw new Error(`rel ${words.join(' ')} on ${device}: exit ${status}, ${stderr}`);
  }

  /** Something of each kind that a sync has to put together. */
  log(device) {
    const words = `said ${this.said.length} on ${device}`;
    const customer = `Customer ${1 + this.random(4)}`;
    this.rel(device, 'log', customer, '--', words);
    this.said.push(words);
    const number = String(1 + this.random(40));
    const more = [
      ['edit', number, `note:changed ${this.said.length}`],
      ['delete', number, '--yes', '--with-refs'],
      ['log', `New ${this.random(5)}`, '--new', 'call'],
      ['undo'],
      ['rename', customer, `${customer} & Sons`],
      ['log', customer, '--', words.replace('said', 'also')],
    ][this.random(6)];
    // Refused where it cannot be, as an undo of nothing.
    if (more[0] !== 'undo') rel(this.place, more, { env: this.env(device) });
  }

  async started(device, more = {}) {
    const child = startRel(this.place, ['sync', this.folder, '--yes'], {
      env: this.env(device, more),
    });
    const end = ended(child);
    end.child = child;
    return { end };
  }

  async killedSync(done, device = ['a', 'b'][this.random(2)]) {
    const other = device === 'a' ? 'b' : 'a';
    for (const each of [other, device]) this.log(each);
    // So that there is something to take in.
    this.rel(other, 'sync', this.folder, '--yes');
    const killAt = 1 + this.random(this.changes);
    const { library, root } = this;
    const { end } = await this.started(device, library && recorded(library, root, { killAt }));
    if (library === undefined) {
      await pause(this.random(LONGEST));
      end.child.kill('SIGKILL');
    }
    const { signal } = await end;
    // So many changes does a sync make at present, about.
    this.changes = signal === 'SIGKILL' ? this.changes + 10 : Math.max(50, killAt);
    done.kills += 1;
    if (signal === 'SIGKILL') done.running += 1;
    if (existsSync(`${this.journal(device)}-journal`)) done.halfWritten += 1;
  }

  async atOnce(devices) {
    for (const device of new Set(devices)) this.log(device);
    const all = [];
    for (const device of devices) all.push((await this.started(device)).end);
    for (const { code, stderr } of await Promise.all(all))
      if (code !== 0) throw new Error(`one of two syncs at once: exit ${code}, ${stderr}`);
  }

  /** What a device sees while a sync client is still at work on one of the files. */
  async halfCopied() {
    this.log('a');
    this.rel('a', 'sync', this.folder, '--yes');
    this.log('b');
    const whole = join(this.root, 'whole');
    cpSync(this.folder, whole, { recursive: true });
    for (const name of readdirSync(this.folder)) {
      const bytes = readFileSync(join(this.folder, name));
      writeFileSync(join(this.folder, name), bytes.subarray(0, this.random(bytes.length)));
    }
    this.rel('b', 'sync', this.folder, '--yes');
    // The client goes on: what it has of the other device replaces the half.
    for (const name of readdirSync(whole))
      if (this.random(2) === 0) cpSync(join(whole, name), join(this.folder, name));
    rmSync(whole, { recursive: true });
  }

  async lostFile() {
    const names = readdirSync(this.folder);
    if (names.length > 0) rmSync(join(this.folder, names[this.random(names.length)]));
    this.log('a');
  }

  /** One device believes that it is three days later; the other one takes that when the days have come. */
  async clockAhead() {
    this.today = NEXT_DAYS;
    this.log('b');
    this.rel('b', 'sync', this.folder, '--yes');
    this.today = TODAY;
    this.log('a');
    this.rel('a', 'sync', this.folder, '--yes');
    this.today = NEXT_DAYS;
    this.rel('a', 'sync', this.folder, '--yes');
  }

  /** A backup is put back on one of them, which had told the other one more since. */
  async setBack() {
    this.rel('a', 'backup');
    this.log('a');
    this.rel('a', 'sync', this.folder, '--yes');
    this.rel('a', 'restore', 'latest', '--yes');
    this.log('a');
  }

  /** What is wrong after both have synced twice more. */
  problemAfterMeeting() {
    for (const device of ['a', 'b', 'a', 'b']) this.rel(device, 'sync', this.folder, '--yes');
    const [a, b] = ['a', 'b'].map((device) => this.reader.exported(this.journal(device)));
    for (const device of ['a', 'b']) {
      const [problem] = this.reader.problems(this.journal(device));
      if (problem !== undefined) return `${device}: ${problem}`;
    }
    if (a !== b) return 'the two journals differ';
    for (const words of this.said) {
      const times = a.split(`"${words}"`).length - 1;
      if (times !== 1) return `“${words}” is there ${times} times`;
    }
    return undefined;
  }

  /** What killed syncs left, and the next ones did not clear away. */
  leftOver() {
    for (const device of ['a', 'b']) {
      this.log(device);
      this.rel(device, 'sync', this.folder, '--yes');
    }
    const left = readdirSync(this.root, { recursive: true }).filter((name) =>
      /db-journal$|\.tmp$/.test(name),
    );
    return left.length > 0 ? [`left behind: ${left.join(', ')}`] : [];
  }
}
