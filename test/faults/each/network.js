import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, program } from '../rel.js';

/** A session that tries every command that rel offers; each line must succeed. */
const SESSION = `
log Acme --new visit 1h with:dana :need need:forklifts they:drawings by:2026-11-25 me:quote by:2026-11-24
log acme call no-answer
log acme --edit
log Brazos --new in email could we have 5% off
log Harlan --new call me:samples by:2026-11-24 they:papers by:2026-11-25
work acme 2h drew a plan
add person Lee --at brazos
add customer Spare
kept 2
move 3 --to 2026-11-27
broke 3
undo
redo
waive 9 not needed
invoice acme 1200
paid acme 500
income brazos 300
today
review
review --format json
review --format csv
review --format html --output review.html
review --open
review --mask
why acme
promises
list
show acme
show acme --format html --output acme.html
show acme --format html --private --mask --output masked.html
show acme --open
show 1
timeline acme
search forklifts
won brazos 4000
renewal brazos 2027-03-01
away brazos --from 2026-11-21 --to 2026-11-25
hardship brazos --from 2026-11-01 --to 2026-11-30
change brazos windfall
decide acme KEEP because I like them
lesson acme --rule promises ask earlier
mood acme -1 slept badly
brief acme
dossier acme
handover brazos --to Tom --out brazos
log acme call fault:us harm:2
accept acme
edit 1 note:otherwise
delete 4 --yes
notice acme --by 2026-12-01 pay or we part
met acme
lost harlan price
rebuild harlan
drop spare --now
return spare --force --reason mended
refuse harlan
rename spare Spares
merge spares harlan
history
export journal --output all.jsonl
export entries
export verdicts
import all.jsonl
import calls.csv --as entries
import cards.vcf
config set me me@seller.test
import mails.mbox
import meetings.ics
import friends.md
sync exchange
backup
backup copy.db
restore latest --yes
doctor
forget harlan --yes --no-export
config
config set display.colour never
rules
rule reciprocity
backtest
demo
completion bash
completion zsh
completion fish
complete rel log a
help
--version
`;

/** What the session imports: with addresses in it that a program could be tempted to ask. */
const FILES = {
  'calls.csv': 'Date,Company,Type,Comment\n2026-11-17,Acme,Call,https://acme.test/offer\n',
  'cards.vcf':
    'BEGIN:VCARD\nVERSION:3.0\nFN:Dana\nORG:Acme\nEMAIL:dana@acme.test\nPHOTO;VALUE=URI:https://acme.test/dana.png\nEND:VCARD\n',
  'mails.mbox':
    'From dana@acme.test Mon Nov 16 14:30:00 2026\nFrom: dana@acme.test\nTo: me@seller.test\nDate: Mon, 16 Nov 2026 14:30:00 +0000\nMessage-ID: <1@acme.test>\nContent-Type: text/html\n\n<img src="https://acme.test/seen.png">\n',
  'meetings.ics':
    'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1@acme.test\nDTSTART:20261116T090000Z\nDTEND:20261116T100000Z\nATTENDEE:mailto:dana@acme.test\nURL:https://acme.test/meet\nEND:VEVENT\nEND:VCALENDAR\n',
  'friends.md':
    '### Activities:\n- 2026-11-02: Lunch with **Grace Hopper**.\n\n### Friends:\n- Grace Hopper\n',
};

/** On a terminal, where colours are loaded and questions are asked; those end with Ctrl-C. */
const TALKS = ['review', 'log', 'review -i'];
const SECONDS_FOR_ONE = 30;

/** What opens, offers or uses a connection of any kind. */
const CALLS = 'socket,connect,bind,listen,accept,accept4,sendto,sendmsg,sendmmsg';
const KNOCK = `require('net').connect(9, '127.0.0.1').on('error', () => undefined)`;

/** No command opens a socket, not even one to another program on the same machine. */
export const fault = {
  missing: () =>
    spawnSync('strace', ['-V']).status === 0 ? undefined : 'strace, which watches the calls',
  run({ short, place }) {
    const bad = [];
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(place, name), text);
    mkdirSync(join(place, 'exchange'));
    if (traced(place, ['-e', KNOCK]).calls.length === 0) bad.push('the trace sees no connection');
    const offered = [...commandNames(), 'complete', 'help', '--version'];
    const all = SESSION.trim()
      .split('\n')
      .filter((line) => offered.includes(commandOf(line)));
    const tried = new Set(all.map(commandOf));
    const lines = short
      ? all.filter((line, at) => isFirst(all, at) || /^(log|add|import) /.test(line))
      : all;
    for (const name of commandNames()) if (!tried.has(name)) bad.push(`rel ${name} is never tried`);
    let sockets = 0;
    const count = (line, calls) => {
      sockets += calls.length;
      bad.push(...calls.map((call) => `rel ${line}: ${call}`));
    };
    for (const line of lines) {
      const { status, stderr, calls } = traced(place, [program, ...line.split(' ')]);
      if (status !== 0) bad.push(`rel ${line}: exit ${status}, ${stderr}`);
      count(line, calls);
    }
    const talks = short || !hasTerminal() ? [] : TALKS;
    for (const line of talks) {
      const { ended, seen, calls } = tracedOnTerminal(place, line);
      if (!ended || seen.length < 40) bad.push(`rel ${line} on a terminal says only: ${seen}`);
      count(line, calls);
    }
    const figure = `${sockets} sockets opened by ${lines.length + talks.length} commands`;
    return { figure, bad };
  },
};

const commandOf = (line) => line.split(' ')[0];

const isFirst = (lines, at) =>
  lines.findIndex((line) => commandOf(line) === commandOf(lines[at])) === at;

/** Every command that rel offers. */
function commandNames() {
  const help = readFileSync(join(program, '../../dist/help.txt'), 'utf8');
  const [, list = ''] = help.split('All commands:\n');
  const [names = ''] = list.split('\n\n');
  const found = names.match(/\b[a-z]{3,}(?=,|\n|$)/g) ?? [];
  if (found.length < 40) throw new Error(`only these commands are in the help: ${found.join(' ')}`);
  return found;
}

const watcher = (place) => [
  '-f',
  '--seccomp-bpf',
  '-qq',
  '-e',
  `trace=${CALLS}`,
  '-o',
  join(place, 'trace'),
];

const callsIn = (place) =>
  readFileSync(join(place, 'trace'), 'utf8')
    .split('\n')
    .filter((line) => /^\d+ +\w+\(/.test(line));

const surroundings = (place) => ({
  cwd: place,
  env: environment(place, { EDITOR: 'echo call >', BROWSER: 'true', TERM: 'xterm-256color' }),
  encoding: 'utf8',
});

function traced(place, words) {
  const command = [...watcher(place), process.execPath, ...words];
  const { status, stderr } = spawnSync('strace', command, { ...surroundings(place), input: '' });
  return { status, stderr, calls: callsIn(place) };
}

const hasTerminal = () =>
  spawnSync('script', ['--version']).stdout?.includes('util-linux') === true;

/** The program has some seconds to ask before Ctrl-C comes. */
function tracedOnTerminal(place, line) {
  const command = ['strace', ...watcher(place), process.execPath, program, line].join(' ');
  const typing = `sleep 5; printf '\\003'; sleep 5`;
  const { status, stdout } = spawnSync(
    'sh',
    ['-c', `(${typing}) | timeout ${SECONDS_FOR_ONE} script -qefc '${command}' /dev/null`],
    { ...surroundings(place) },
  );
  return { ended: status !== 124, seen: stdout, calls: callsIn(place) };
}
