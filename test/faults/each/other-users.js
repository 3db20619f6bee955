import { Buffer } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { environment, program } from '../rel.js';

/** Numbers that no account has. */
const SELLER = 64_001;
const STRANGER = 64_002;
const SECRET = 'zebulon-quartzman';
const ROLLBACK_MAGIC = 'd9d505f920a163d7';
const PAGE = 4096;

/** What another user of the same machine can do to a journal, a cache, a setting or an export: nothing. */
export const fault = {
  missing: () => {
    if (process.getuid?.() !== 0) return 'root, who alone can be two users';
    const seen = as(STRANGER, process.execPath, [program, '--version'], '/', {});
    return seen.status === 0 ? undefined : 'a folder of rel that other users may read';
  },
  run({ place }) {
    chmodSync(place, 0o755);
    const bad = Object.entries(ATTACKS).flatMap(([name, attack], at) => {
      const ground = battleground(join(place, String(at)));
      return attack(ground).map((what) => `${name}: ${what}`);
    });
    const count = Object.keys(ATTACKS).length;
    return { figure: `${bad.length} ways in, of ${count} attacks of another user tried`, bad };
  },
};

const as = (uid, command, words, cwd, env) =>
  spawnSync(command, words, { uid, gid: uid, cwd, env, encoding: 'utf8', input: '' });

/** A home that others may look into, as on many systems, and a folder where everybody may write. */
function battleground(place) {
  const [home, common] = ['home', 'common'].map((name) => join(place, name));
  for (const [folder, mode] of [
    [place, 0o755],
    [home, 0o755],
    [common, 0o1777],
  ]) {
    mkdirSync(folder);
    chmodSync(folder, mode);
  }
  chownSync(home, SELLER, SELLER);
  const run = (uid, command, words, env) =>
    as(uid, command, words, home, environment(home, { TMPDIR: common, ...env }));
  return {
    home,
    common,
    rel: (words, env = {}) => run(SELLER, process.execPath, [program, ...words.split(' ')], env),
    strange: (command, words, env = {}) => run(STRANGER, command, words, env),
    strangeFile: (path, content, mode) => {
      writeFileSync(path, content);
      chmodSync(path, mode);
      chownSync(path, STRANGER, STRANGER);
    },
  };
}

const said = ({ status, stdout, stderr }) => `exit ${status}: ${stdout}${stderr}`;

const ATTACKS = {
  'reading whatever a session leaves': ({ home, common, rel, strange }) => {
    const session = [
      `log Acme --new call ${SECRET}`,
      'config set display.colour never',
      `log acme --edit`,
      `export journal --output ${join(common, 'all.jsonl')}`,
      'review',
    ];
    const env = { EDITOR: 'echo call >' };
    const failed = session.map((words) => rel(words, env)).filter(({ status }) => status !== 0);
    const words = ['-r', '-l', '-e', '.', home, common];
    const read = strange('grep', words)
      .stdout.split('\n')
      .filter((file) => file !== '');
    return [...failed.map(said), ...read.map((file) => `${file} can be read`)];
  },

  'code in a shared cache': ({ common, rel, strange }) => {
    const env = { XDG_CACHE_HOME: common };
    const { words, version } = evilTwin(join(common, 'twin'));
    strange(process.execPath, words, env);
    if (strange('chmod', ['-R', 'a+rX', join(common, 'rel')]).status !== 0)
      return ['the attack itself failed: nothing was planted'];
    const { stdout } = rel('-V -V', env);
    return stdout.includes(version) ? [] : [`the seller ran it: ${stdout}`];
  },

  'a rollback beside the journal': ({ common, rel, strangeFile }) => {
    const env = { REL_DB: join(common, 'journal.db') };
    rel('log Acme --new call', env);
    const before = readFileSync(env.REL_DB);
    strangeFile(`${env.REL_DB}-journal`, blankPage(2), 0o666);
    const tried = [rel('list', env), rel('log acme call', env)];
    const accepted = tried.filter(({ status }) => status !== 3).map(said);
    return before.equals(readFileSync(env.REL_DB)) ? accepted : ['the journal was changed'];
  },

  'a journal of their own, where one is looked for': ({ common, rel, strange }) => {
    const env = { REL_DB: join(common, 'journal.db') };
    strange(process.execPath, [program, 'add', 'customer', 'Acme'], env);
    strange('chmod', ['666', env.REL_DB]);
    rel(`log acme call ${SECRET}`, env);
    return readFileSync(env.REL_DB).includes(SECRET) ? ['the seller wrote into it'] : [];
  },

  'a link where the journal is looked for': ({ home, common, rel, strange }) => {
    rel('log Acme --new call');
    const own = join(home, 'journal.db');
    const before = readFileSync(own);
    strange('ln', ['-s', own, join(common, 'journal.db')]);
    const { status } = rel('log acme call', { REL_DB: join(common, 'journal.db') });
    return status === 3 && before.equals(readFileSync(own)) ? [] : [`followed, exit ${status}`];
  },

  'settings of their own': ({ common, rel, strangeFile }) => {
    mkdirSync(join(common, 'rel'));
    const elsewhere = join(common, 'trap.db');
    strangeFile(join(common, 'rel/config.toml'), `[journal]\npath = "${elsewhere}"\n`, 0o644);
    const { status } = rel('log Acme --new call', { XDG_CONFIG_HOME: common, REL_DB: '' });
    return status === 2 && !existsSync(elsewhere) ? [] : [`taken, exit ${status}`];
  },

  'settings that everybody may change': ({ home, rel }) => {
    rel('config set display.colour never');
    chmodSync(join(home, 'config/rel/config.toml'), 0o666);
    const { status } = rel('list');
    return status === 2 ? [] : [`taken, exit ${status}`];
  },

  'a link where an export goes': ({ home, common, rel, strange }) => {
    rel('log Acme --new call');
    writeFileSync(join(home, 'letter'), 'dear');
    chownSync(join(home, 'letter'), SELLER, SELLER);
    const target = join(common, 'all.csv');
    strange('ln', ['-s', join(home, 'letter'), target]);
    for (const more of ['', ' --force']) rel(`export entries --output ${target}${more}`);
    const followed = readFileSync(join(home, 'letter'), 'utf8') !== 'dear';
    return followed || !lstatSync(target).isSymbolicLink() ? ['it was written through'] : [];
  },

  'a file of theirs where an export goes': ({ common, rel, strangeFile }) => {
    rel(`log Acme --new call ${SECRET}`);
    const target = join(common, 'all.csv');
    strangeFile(target, 'theirs', 0o666);
    for (const more of ['', ' --force']) rel(`export entries --output ${target}${more}`);
    const left = readdirSync(common).filter((name) => name !== 'all.csv');
    const written = statSync(target).uid === STRANGER && readFileSync(target).includes(SECRET);
    return [
      ...(written ? ['the export went into it'] : []),
      ...left.map((name) => `left: ${name}`),
    ];
  },

  'a pipe of theirs where an export goes': ({ common, rel, strange }) => {
    rel(`log Acme --new call ${SECRET}`);
    const target = join(common, 'all.csv');
    strange('mkfifo', ['-m', '666', target]);
    const listening = `cat ${target} > ${join(common, 'heard')} & sleep 4; kill $! 2>/dev/null`;
    const ear = `(${listening}) >/dev/null 2>&1 &`;
    strange('sh', ['-c', ear]);
    rel(`export entries --output ${target} --force`);
    const heard = join(common, 'heard');
    return existsSync(heard) && readFileSync(heard).includes(SECRET) ? ['they read it'] : [];
  },
};

/** rel with another version in it, as long and as old as this one, so that its compiled code fits this one. */
function evilTwin(folder) {
  const root = join(program, '../..');
  mkdirSync(folder);
  for (const name of ['bin', 'dist'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const twin = join(folder, 'dist/rel.js');
  writeFileSync(
    twin,
    readFileSync(twin, 'utf8').replaceAll(`"${version}"`, `"${version.replace(/\d/g, '9')}"`),
  );
  spawnSync('touch', ['-r', join(root, 'dist/rel.js'), twin]);
  return { words: [join(folder, 'bin/rel.js'), '-V', '-V'], version };
}

/** A rollback of SQLite, https://www.sqlite.org/fileformat.html#the_rollback_journal, that empties this page. */
function blankPage(number) {
  const header = Buffer.alloc(512);
  header.write(ROLLBACK_MAGIC, 'hex');
  // One page, no nonce, two pages in all, and the sizes of a sector and a page.
  [1, 0, 2, 512, PAGE].forEach((value, at) => header.writeUInt32BE(value, 8 + 4 * at));
  const record = Buffer.alloc(4 + PAGE + 4);
  record.writeUInt32BE(number);
  return Buffer.concat([header, record]);
}
