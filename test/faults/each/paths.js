import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { rel } from '../rel.js';

const MINE = 'somebody’s own file\n';

/** Names under which something lies already, is led elsewhere, or belongs to the journal: nothing is overwritten, no link followed. */
export const fault = {
  missing: () => (process.platform === 'win32' ? 'a system with links' : undefined),
  run({ place }) {
    const bad = [];
    const db = join(place, 'journal.db');
    rel(place, ['add', 'customer', 'Acme Secret']);
    rel(place, ['log', 'acme', 'call', 'hello']);
    const asks = [...targets(place), ...sources(place), ...journals(place)];
    let checked = 0;
    for (const { what, words, path, codes, env, after } of asks) {
      const before = looks(path);
      const journal = readFileSync(db);
      const { status, signal, stdout, stderr } = rel(place, words, { env });
      checked += 1;
      const said = `${what}: ${words.join(' ')}`;
      if (!codes.includes(status)) bad.push(`${said}: exit ${status ?? signal}, ${stderr}`);
      if (/(?!\n)\p{Cc}/u.test(stderr))
        bad.push(`${said}: a control character in ${JSON.stringify(stderr)}`);
      if (status !== 0 && (stderr.trimEnd().split('\n').length > 2 || stdout !== ''))
        bad.push(`${said}: ${stderr}${stdout}`);
      if (after === undefined ? before !== looks(path) : after(path) !== true)
        bad.push(`${said}: ${path} is another one now`);
      if (!readFileSync(db).equals(journal)) bad.push(`${said}: the journal has changed`);
    }
    const here = readdirSync(place).filter((name) => /\.tmp$|\.new-/.test(name));
    if (here.length > 0) bad.push(`left behind: ${here.join(' ')}`);
    checked += temporary(place, bad);
    const end = rel(place, ['list']);
    if (end.status !== 0) bad.push(`afterwards: ${end.stderr}`);
    return {
      figure: `${checked} odd paths: nothing overwritten, no link followed, nothing left behind`,
      bad,
    };
  },
};

/** What lies under a name, and where a link leads. */
function looks(path) {
  let found;
  try {
    found = lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return 'no name that this system takes';
  }
  if (found === undefined) return 'nothing';
  if (found.isSymbolicLink())
    return `link; ${existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'latin1') : 'nothing'}`;
  if (found.isFile()) return `${found.mode} ${readFileSync(path, 'latin1')}`;
  return `${found.mode}`;
}

/** Where `--output` may be told to write. */
function targets(place) {
  const at = (name) => join(place, name);
  writeFileSync(at('mine.csv'), MINE);
  symlinkSync(at('mine.csv'), at('link.csv'));
  symlinkSync(at('nowhere.csv'), at('dangling.csv'));
  symlinkSync(at('loop.csv'), at('loop.csv'));
  mkdirSync(at('folder'));
  mkdirSync(at('closed'), { mode: 0o500 });
  spawnSync('mkfifo', [at('pipe')]);
  const out = (path, ...more) => ['export', 'customers', '--output', path, ...more];
  const hasNot = (other) => (path) => !existsSync(other) || looks(path) === 'impossible';
  return [
    { what: 'a file', path: at('mine.csv'), codes: [2] },
    { what: 'a link', path: at('link.csv'), codes: [2] },
    { what: 'a link, forced', path: at('link.csv'), codes: [2], force: true },
    {
      what: 'a dangling link',
      path: at('dangling.csv'),
      codes: [2],
      after: hasNot(at('nowhere.csv')),
    },
    {
      what: 'a dangling link, forced',
      path: at('dangling.csv'),
      codes: [2],
      force: true,
      after: hasNot(at('nowhere.csv')),
    },
    { what: 'a link to itself', path: at('loop.csv'), codes: [2], after: () => true },
    { what: 'a folder', path: at('folder'), codes: [2, 4] },
    { what: 'a folder, forced', path: at('folder'), codes: [2, 4], force: true },
    { what: 'a pipe', path: at('pipe'), codes: [2] },
    { what: 'the journal', path: at('journal.db'), codes: [2] },
    { what: 'the journal, forced', path: at('journal.db'), codes: [2], force: true },
    { what: 'the journal by ..', path: `${place}/folder/../journal.db`, codes: [2], force: true },
    { what: 'what SQLite keeps beside the journal', path: at('journal.db-journal'), codes: [2] },
    {
      what: 'what SQLite keeps beside it, forced',
      path: at('journal.db-journal'),
      codes: [2],
      force: true,
    },
    { what: 'a log beside the journal', path: at('journal.db-wal'), codes: [2] },
    { what: 'standard output by name', path: '/dev/stdout', codes: [2] },
    { what: 'a folder that is not there', path: at('no/such/file.csv'), codes: [4] },
    { what: 'an empty name', path: '', codes: [2, 4], after: () => true },
    {
      what: 'a name with a newline and an escape',
      path: at('a\n\u001b[31mb'),
      codes: [0],
      after: (path) =>
        existsSync(path) &&
        readFileSync(path, 'utf8').includes('Acme') &&
        (statSync(path).mode & 0o777) === 0o600,
    },
    { what: 'the same name again', path: at('a\n\u001b[31mb'), codes: [2] },
    { what: 'a name that is too long', path: at('x'.repeat(400)), codes: [4] },
    {
      what: 'a file, forced',
      path: at('mine.csv'),
      codes: [0],
      force: true,
      after: (path) => existsSync(path) && readFileSync(path, 'utf8').includes('Acme'),
    },
  ].map(({ force, path, ...rest }) => ({
    ...rest,
    path,
    words: out(path, ...(force ? ['--force'] : [])),
  }));
}

/** What may be given to read, and where settings are kept. */
function sources(place) {
  const at = (name) => join(place, name);
  const nothing = at('nothing-there');
  writeFileSync(at('locked.jsonl'), '{}');
  chmodSync(at('locked.jsonl'), 0);
  mkdirSync(at('folder.jsonl'));
  symlinkSync(at('folder.jsonl'), at('link.jsonl'));
  mkdirSync(at('config1/rel'), { recursive: true });
  writeFileSync(at('real.toml'), '# mine\n');
  symlinkSync(at('real.toml'), at('config1/rel/config.toml'));
  mkdirSync(at('config2/rel/config.toml'), { recursive: true });
  const set = ['config', 'set', 'display.colour', 'never'];
  return [
    {
      what: 'a folder to import',
      words: ['import', at('folder.jsonl')],
      path: at('folder.jsonl'),
      codes: [2],
    },
    {
      what: 'a link to a folder to import',
      words: ['import', at('link.jsonl')],
      path: at('link.jsonl'),
      codes: [2],
    },
    {
      what: 'nothing to import',
      words: ['import', `${nothing}\u001b[2J.jsonl`],
      path: nothing,
      codes: [2],
    },
    {
      what: 'settings behind a link',
      words: set,
      env: { XDG_CONFIG_HOME: at('config1') },
      path: at('real.toml'),
      codes: [2, 0],
    },
    {
      what: 'settings that are a folder',
      words: set,
      env: { XDG_CONFIG_HOME: at('config2') },
      path: at('config2/rel/config.toml'),
      codes: [2],
    },
  ];
}

/** What may be named as the journal. */
function journals(place) {
  const at = (name) => join(place, name);
  symlinkSync(at('elsewhere.db'), at('dangling.db'));
  writeFileSync(at('empty.db'), '');
  writeFileSync(at('text.db'), MINE);
  const log = (path) => ['log', 'Acme', '--new', 'call', '--db', path];
  return [
    {
      what: 'a dangling link as the journal',
      path: at('dangling.db'),
      codes: [3],
      after: () => !existsSync(at('elsewhere.db')),
    },
    { what: 'an empty file as the journal', path: at('empty.db'), codes: [3] },
    { what: 'a text as the journal', path: at('text.db'), codes: [3] },
    { what: 'a pipe as the journal', path: at('pipe'), codes: [3] },
    { what: 'a folder as the journal', path: at('folder'), codes: [3] },
    { what: 'a device as the journal', path: '/dev/null', codes: [3] },
    {
      what: 'an escape in the name of the journal',
      path: at('text.db\u001b[2J/x.db'),
      codes: [0, 2, 3],
      after: () => true,
    },
  ].map((each) => ({ ...each, words: log(each.path) }));
}

/** What lies in the temporary folder while the editor is open: for nobody else's eyes, and not called after anybody. */
function temporary(place, bad) {
  const folder = join(place, 'tmp');
  mkdirSync(folder);
  const seen = join(place, 'seen');
  const editor = join(place, 'editor.sh');
  writeFileSync(
    editor,
    `#!/bin/sh\n{ ls -ldn "$(dirname "$1")" "$1"; echo "$1"; } > '${seen}'\necho hello > "$1"\n`,
  );
  chmodSync(editor, 0o700);
  const env = { TMPDIR: folder, VISUAL: editor, SHELL: '/bin/sh' };
  const { status, stderr } = rel(place, ['log', 'acme', 'call', '--edit'], { env });
  if (status !== 0) bad.push(`--edit: exit ${status}, ${stderr}`);
  const text = existsSync(seen) ? readFileSync(seen, 'utf8') : '';
  if (!/^drwx------.*\n-rw-------/.test(text)) bad.push(`--edit: others can look: ${text}`);
  if (/acme|secret/i.test(text.replaceAll(place, '')))
    bad.push(`--edit: called after somebody: ${text}`);
  if (readdirSync(folder).length > 0) bad.push(`--edit left ${readdirSync(folder).join(' ')}`);
  return 1;
}
