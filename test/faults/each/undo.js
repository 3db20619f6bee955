import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../../..');

/** Random sessions with undo and redo in between: taken back whole, the journal is what it was; brought back, what it became. */
export const fault = {
  missing: () => undefined,
  async run({ short, random, place }) {
    const { Desk, clear } = await deskBuilt();
    const bad = [];
    const start = new Desk();
    let written = 0;
    let refused = 0;
    const kinds = new Set();
    try {
      for (const words of BEGIN) {
        if (!(await start.rel(...words))) throw new Error(`refused: ${words.join(' ')}`);
      }
      const begin = start.dump();
      const sessions = short ? 40 : 1000;
      for (let session = 0; session < sessions; session += 1) {
        const desk = new Desk(start);
        try {
          const said = [];
          const stands = [begin];
          const undone = [];
          let { changes } = desk.state();
          for (let left = 4 + random(12); left > 0; left -= 1) {
            const words = random(3) === 0 ? back(random) : forward(random, desk);
            // What the sessions begin with is not taken back.
            if (words[0] === 'undo' && stands.length <= Number(words[1])) continue;
            said.push(words.join(' '));
            const done = await desk.rel(...words);
            const now = desk.state();
            if (words[0] === 'undo' || words[0] === 'redo') {
              const [from, to, kept] =
                words[0] === 'undo' ? [stands, undone, 1] : [undone, stands, 0];
              const may = from.length - kept >= Number(words[1]);
              if (done !== may) bad.push(`${said.join('; ')}: ${done ? 'done' : 'refused'}`);
              for (let each = Number(words[1]); may && each > 0; each -= 1) to.push(from.pop());
            } else if (now.changes > changes) {
              kinds.add(words[0]);
              written += 1;
              stands.push(now.dump);
              undone.length = 0;
            } else refused += 1;
            changes = now.changes;
            if (now.dump !== stands.at(-1))
              bad.push(`${said.join('; ')}: another journal than at that step`);
            if (bad.length > 0) break;
          }
          const steps = String(stands.length - 1);
          if (bad.length > 0 || steps === '0') continue;
          await desk.rel('undo', steps);
          if (desk.dump() !== begin)
            bad.push(`${said.join('; ')}; undo ${steps}: not what it began with`);
          await desk.rel('redo', steps);
          if (desk.dump() !== stands.at(-1))
            bad.push(`${said.join('; ')}; redo ${steps}: not what it had become`);
          if (desk.read((store) => store.damagedRows()).length > 0)
            bad.push(`${said.join('; ')}: damaged`);
        } finally {
          desk.clear();
        }
      }
      if (written < sessions) bad.push(`only ${written} changes in ${sessions} sessions`);
      return {
        figure: `${sessions} sessions with ${written} changes of ${kinds.size} commands, and ${refused} refusals without a trace, ended where they began`,
        bad,
      };
    } finally {
      start.clear();
      clear();
      rmSync(place, { recursive: true, force: true });
    }
  },
};

/** The commands of rel in this process, over the desk of the tests. */
async function deskBuilt() {
  const { buildSync } = await import('esbuild');
  const folder = join(root, 'node_modules/.cache', `rel-undo-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'desk.cjs');
  buildSync({
    entryPoints: [join(root, 'test/commands/undo-world.ts')],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['better-sqlite3', 'better-sqlite3-node20', 'inquirer'],
    define: { 'import.meta.url': '__filename', 'import.meta.dirname': '__dirname' },
    outfile,
  });
  const { Desk } = await import(pathToFileURL(outfile).href);
  return { Desk, clear: () => rmSync(folder, { recursive: true }) };
}

const BEGIN = [
  ['log', 'Brazos Rentals', '--new', 'call', ':need', 'with:dana', 'feel:-1', 'we talked'],
  ['log', 'Harlan Supply', '--new', 'call', 'with:dana', 'they:send the list', 'by:fri'],
  ['log', 'harlan', 'no-answer'],
  ['kept', '3'],
  ['edit', 'harlan', 'tier:A', 'value:900', 'alias:hs'],
  ['invoice', 'brazos', '100', '--number', 'R-1'],
];

const back = (random) => [random(2) === 0 ? 'undo' : 'redo', String(1 + random(4))];

const IMPORTED = [
  '{"type":"customer","name":"Brazos Rentals","tier":"A"}\n{"type":"spoke","id":"i1","customer":"Imported Ltd","on":"2026-11-02"}\n',
  '{"type":"person","customer":"New Ltd","name":"Ray"}\n{"type":"promise","id":"p1","customer":"New Ltd","on":"2026-11-02","by":"us","due":"2026-11-20"}\n{"type":"done","id":"d1","ref":"p1","customer":"New Ltd","on":"2026-11-12"}\n',
  '{"type":"settings","floor":40}\n{"type":"notice","id":"n1","customer":"hs","on":"2026-11-02","deadline":"2026-12-01"}\n',
  '{"type":"spoke","id":"w1","customer":"Wrong","on":"2026-02-30"}\n',
];

/** A command that writes; many are refused, which must leave no trace either. */
function forward(random, desk) {
  const one = (...list) => list[random(list.length)];
  const who = () =>
    one('brazos', 'harlan', 'hs', 'acme', 'Brazos Rentals', 'Imported Ltd', 'New Ltd');
  const number = () => String(1 + random(16));
  const name = () =>
    one('Acme', 'Brazos & Sons', 'hs', 'Harlan Supply', 'BRAZOS RENTALS', 'Ａcme', '商事');
  const file = `${random(IMPORTED.length)}.jsonl`;
  desk.files.set(file, IMPORTED[Number.parseInt(file, 10)]);
  const wish = () =>
    one(
      'feel:1',
      'feel:',
      'note:they left',
      'note:',
      'on:yesterday',
      'with:ray',
      'with:dana',
      'outcome:no-answer',
      'customer:harlan',
      'type:heard',
      'by:in 3 weeks',
      'ref:3',
      ':rude',
      'about:price',
      'amount:5',
      'private:yes',
    );
  const card = () =>
    one(
      'tier:B',
      'tier:',
      'value:12k',
      'alias:bz',
      'aliases:',
      'need:cranes',
      'solo:yes',
      'name:Brazos Two',
      'terms:10',
    );
  const setting = () =>
    one(
      ['floor', '50'],
      ['floor', '70'],
      ['currency', 'EUR'],
      ['cadence.A', '9'],
      ['payment.warnOpenDays', '20'],
      ['me', 'a@b.c'],
    );
  const person = () => one('dana@harlan', 'dana@brazos', 'ray', 'dana');
  return one(
    () => [
      'log',
      who(),
      one('no-answer', 'call', ':rude', 'feel:2', 'in email', 'with:ray hello', 'they:x by:fri'),
    ],
    () => ['log', name(), '--new', 'call'],
    () => ['work', who(), '2h', 'drawings'],
    () => ['add', 'customer', name(), '--alias', one('zz', 'bz', 'hs')],
    () => ['add', 'person', one('Ray', 'Dana'), '--at', who()],
    () => ['edit', number(), wish()],
    () => ['edit', number(), wish(), wish()],
    () => ['edit', who(), card()],
    () => ['edit', person(), one('role:buyer', 'role:', 'win:home by five', 'name:Dana Ray')],
    () => ['delete', number(), '--yes'],
    () => ['delete', number(), '--yes', '--with-refs'],
    () => ['merge', who(), who()],
    () => ['rename', who(), name()],
    () => ['rename', person(), one('Ray', 'Dana Whitfield')],
    () => ['import', file],
    () => ['config', 'set', ...setting()],
    () => ['config', 'unset', setting()[0]],
    () => ['invoice', who(), '200', '--number', one('R-1', 'R-2')],
    () => ['paid', one(number(), 'R-1', who()), one('50', '100', '200')],
    () => ['income', who(), '10'],
    () => [one('kept', 'broke', 'waive'), number()],
    () => ['move', number(), '--to', '3 dec', '--agreed'],
    () => [one('won', 'lost', 'met', 'drop', 'return', 'refuse', 'accept'), who()],
    () => ['notice', who(), '--by', 'in 20 days', 'pay'],
    () => ['renewal', who(), '3 dec'],
    () => ['away', who(), '--from', '3 dec', '--to', '5 dec'],
    () => ['change', who(), 'other'],
    () => ['decide', who(), one('keep', 'drop')],
    () => ['lesson', who(), '--rule', 'promises', 'ask'],
  )();
}
