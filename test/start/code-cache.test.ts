import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string;
};
/** As long as the version itself, so that V8 sees no difference. */
const OTHER = version.replace(/\d/g, '9');

let place = '';
let home = '';
const folder = () => join(home, '.cache', 'rel');
const program = () => join(place, 'dist', 'rel.js');

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'rel-start-'));
  home = join(place, 'home');
  mkdirSync(home);
  for (const each of ['bin', 'dist'])
    cpSync(join(root, each), join(place, each), { recursive: true });
});

afterEach(() => rmSync(place, { recursive: true, force: true }));

/** The version, which the program itself tells where it is not alone in the line, from a process of its own. */
function rel(environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const child = spawn(process.execPath, [join(place, 'bin/rel.js'), '-V', '-V'], {
    env: { HOME: home, PATH: '/usr/bin:/bin', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(`${said}${code === 0 ? '' : (signal ?? code)}`));
  });
}

const names = (): readonly string[] => (existsSync(folder()) ? readdirSync(folder()) : []);

function onlyFile(): string {
  const [name, ...others] = names();
  if (name === undefined || others.length > 0) throw new Error(`kept: ${names().join(', ')}`);
  return join(folder(), name);
}

/** Replaces text in the program, which stays as long and as old as before. */
function change(found: string | RegExp, other: string): void {
  const { atime, mtime } = statSync(program());
  writeFileSync(program(), readFileSync(program(), 'utf8').replace(found, other));
  utimesSync(program(), atime, mtime);
}

const sayOther = () => change(`"${version}"`, `"${OTHER}"`);

test('the first start keeps its code, for its user alone, and nothing else', async () => {
  expect(await rel()).toBe(`${version}\n`);
  expect(statSync(onlyFile()).mode & 0o777).toBe(0o600);
  expect(statSync(folder()).mode & 0o777).toBe(0o700);
  expect(readdirSync(home)).toEqual(['.cache']);
});

/** Keeps what a changed program compiles to, beside the unchanged one: who uses it says the other version. */
async function keepOther(): Promise<void> {
  const original = readFileSync(program());
  const { atime, mtime } = statSync(program());
  sayOther();
  expect(await rel()).toBe(`${OTHER}\n`);
  writeFileSync(program(), original);
  utimesSync(program(), atime, mtime);
}

describe('kept code', () => {
  test('is used by the next start', async () => {
    await keepOther();
    expect(await rel()).toBe(`${OTHER}\n`);
  });

  test('is not asked for where REL_NO_CACHE says so', async () => {
    await keepOther();
    expect(await rel({ REL_NO_CACHE: '1' })).toBe(`${version}\n`);
  });

  test('of another build is never used', async () => {
    await keepOther();
    change(/^\/\/\w+/, '//0123456789abcdef');
    expect(await rel()).toBe(`${version}\n`);
  });

  test('of a program that was changed in place is never used', async () => {
    await keepOther();
    utimesSync(program(), new Date(0), new Date(0));
    expect(await rel()).toBe(`${version}\n`);
    expect(await rel()).toBe(`${version}\n`);
  });

  const DAMAGE: Readonly<Record<string, (file: string) => void>> = {
    'with a flipped bit': (file) => flip(file, 3_000),
    'with a flipped bit near its end': (file) => flip(file, statSync(file).size - 5_000),
    'cut short': (file) => truncateSync(file, statSync(file).size - 1_000),
    'cut to nothing': (file) => truncateSync(file, 0),
    'of something else': (file) => writeFileSync(file, 'x'.repeat(200_000), { mode: 0o600 }),
    'that others may change': (file) => chmodSync(file, 0o666),
    'behind a link': (file) => {
      renameSync(file, join(place, 'elsewhere'));
      symlinkSync(join(place, 'elsewhere'), file);
    },
    'in a folder that others may change': () => chmodSync(folder(), 0o777),
    'that is a folder': (file) => {
      rmSync(file);
      mkdirSync(file);
    },
  };

  test.each(Object.keys(DAMAGE))('%s is left alone', async (how) => {
    await keepOther();
    DAMAGE[how]?.(onlyFile());
    expect(await rel()).toBe(`${version}\n`);
    expect(await rel()).toBe(`${version}\n`);
  });

  test('is made again where it was damaged', async () => {
    await rel();
    const whole = statSync(onlyFile()).size;
    truncateSync(onlyFile(), 1_000);
    await rel();
    expect(statSync(onlyFile()).size).toBeGreaterThan(whole / 2);
  });

  test('of old versions goes away with the next one, of new ones it stays', async () => {
    mkdirSync(folder(), { recursive: true, mode: 0o700 });
    const [old, recent, strange] = ['code-v1-x64-a-log', 'code-v2-x64-b-log', 'letters'];
    for (const name of [old, recent, strange]) writeFileSync(join(folder(), name), '');
    for (const name of [old, strange]) utimesSync(join(folder(), name), new Date(0), new Date(0));
    await rel();
    expect(names()).toContain(recent);
    expect(names()).toContain(strange);
    expect(names()).not.toContain(old);
  });
});

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

describe('code made when the program was built', () => {
  const built = () => join(place, 'dist/code');

  /** Puts code beside the programs that says the other version. */
  async function buildOther(): Promise<string> {
    await keepOther();
    const file = join(built(), basename(onlyFile()));
    rmSync(built(), { recursive: true, force: true });
    renameSync(folder(), built());
    return file;
  }

  test('is used by the first start, whoever owns it, and nothing is kept for the user', async () => {
    const file = await buildOther();
    for (const each of [built(), file]) chmodSync(each, 0o777);
    expect(await rel()).toBe(`${OTHER}\n`);
    expect(names()).toEqual([]);
    expect(await rel({ REL_NO_CACHE: '1' })).toBe(`${version}\n`);
  });

  const UNFIT: Readonly<Record<string, (file: string) => void>> = {
    'with a flipped bit': (file) => flip(file, 3_000),
    'cut short': (file) => truncateSync(file, statSync(file).size - 1_000),
    'of something else': (file) => writeFileSync(file, 'x'.repeat(200_000)),
    'that is a folder': (file) => {
      rmSync(file);
      mkdirSync(file);
    },
    'of a program that was changed since': () => utimesSync(program(), new Date(0), new Date(0)),
    'that is missing': (file) => rmSync(file),
  };

  test.each(Object.keys(UNFIT))('%s is left alone, and the user’s own is kept', async (how) => {
    const file = await buildOther();
    UNFIT[how]?.(file);
    const before = readdirSync(built());
    expect(await rel()).toBe(`${version}\n`);
    expect(basename(onlyFile())).toBe(basename(file));
    expect(await rel()).toBe(`${version}\n`);
    expect(readdirSync(built())).toEqual(before);
  });

  test('under other flags of V8 is left alone', async () => {
    await buildOther();
    const flags = { NODE_OPTIONS: '--stack-trace-limit=11' };
    expect(await rel(flags)).toBe(`${version}\n`);
    expect(names()).toHaveLength(1);
    expect(await rel(flags)).toBe(`${version}\n`);
    expect(await rel()).toBe(`${OTHER}\n`);
  });

  test('is not tried where Node has options, as the user’s own was made with them', async () => {
    await buildOther();
    const options = { NODE_OPTIONS: '--no-warnings' };
    expect(await rel(options)).toBe(`${version}\n`);
    expect(names()).toHaveLength(1);
    expect(await rel()).toBe(`${OTHER}\n`);
  });

  test('is there for a line and its completion', () => {
    const run = (...words: readonly string[]) =>
      spawnSync(process.execPath, [join(root, 'bin/rel.js'), ...words], {
        env: { HOME: home, REL_DB: join(place, 'journal.db') },
      }).status;
    expect(run('log', 'harlan', '--new', 'call')).toBe(0);
    expect(run('log', 'harlan', 'call', 'no-answer')).toBe(0);
    expect(run('complete', 'zsh', '--', 'log', 'h')).toBe(0);
    expect(names()).toEqual([]);
  });
});

describe('where nothing can be kept, the answer is the same', () => {
  test('a file in the place of the folder', async () => {
    writeFileSync(join(home, '.cache'), '');
    expect(await rel()).toBe(`${version}\n`);
  });

  test('a link in the place of the folder, to another’s', async () => {
    mkdirSync(join(place, 'open'), { mode: 0o777 });
    chmodSync(join(place, 'open'), 0o777);
    mkdirSync(join(home, '.cache'));
    symlinkSync(join(place, 'open'), folder());
    expect(await rel()).toBe(`${version}\n`);
    expect(readdirSync(join(place, 'open'))).toEqual([]);
  });

  test('no home, and a home that does not exist', async () => {
    expect(await rel({ HOME: '' })).toBe(`${version}\n`);
    const nowhere = join(place, 'nowhere');
    expect(await rel({ HOME: nowhere })).toBe(`${version}\n`);
    expect(lstatSync(nowhere, { throwIfNoEntry: false })).toBeUndefined();
  });

  test('a relative XDG_CACHE_HOME is ignored, an absolute one is used', async () => {
    await rel({ XDG_CACHE_HOME: 'here' });
    expect(names()).toHaveLength(1);
    await rel({ XDG_CACHE_HOME: join(place, 'there') });
    expect(readdirSync(join(place, 'there/rel'))).toHaveLength(1);
  });
});

test('several first starts at once all answer, and leave one whole file', async () => {
  const said = await Promise.all(Array.from({ length: 6 }, () => rel()));
  expect(said).toEqual(Array.from({ length: 6 }, () => `${version}\n`));
  expect(onlyFile()).toMatch(/-rel$/);
  expect(await rel()).toBe(`${version}\n`);
});
