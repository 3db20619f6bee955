import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const place = mkdtempSync(join(tmpdir(), 'rel-loads-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Notes what is asked of Node's loader, and the files of the program that are opened. */
const NOTED = `
const { Module } = require('node:module');
const fs = require('node:fs');
const asked = [];
const note = (home, method, isNoted) => {
  const original = home[method];
  home[method] = (name, ...others) => {
    if (isNoted(name)) asked.push(name);
    return original(name, ...others);
  };
};
note(Module, '_load', () => true);
for (const method of ['openSync', 'readFileSync'])
  note(fs, method, (name) => /[/\\\\]dist[/\\\\]/.test(name));
process.once('exit', () => require('node:fs').writeFileSync(process.env.NOTED, asked.join('\\n')));
`;

/** What these words ask of Node's loader, and the built files that they open. */
function askedBy(...words: readonly string[]): readonly string[] {
  const [hook, noted] = [join(place, 'hook.cjs'), join(place, 'noted')];
  writeFileSync(hook, NOTED);
  execFileSync(process.execPath, ['--require', hook, join(root, 'bin/rel.js'), ...words], {
    env: { HOME: place, REL_DB: join(place, 'journal.db'), NOTED: noted, REL_TODAY: '2026-06-01' },
  });
  return readFileSync(noted, 'utf8').split('\n');
}

/** Files and packages alone, without what Node itself brings and what was compiled of them. */
function loadedBy(...words: readonly string[]): readonly string[] {
  const others = askedBy(...words).filter(
    (name) => !process.getBuiltinModule(name.replace(/^node:/, '')),
  );
  const loaded = others.map((name) => basename(name)).filter((name) => !name.startsWith('code-'));
  return [...new Set(loaded)];
}

/** The packages that a built program has in it. */
const packagesIn = (file: string): readonly string[] => {
  const text = readFileSync(join(root, 'dist', file), 'utf8');
  const names = [...text.matchAll(/^\s*\/\/ node_modules\/((?:@[\w-]+\/)?[\w-]+)/gm)];
  return [...new Set(names.map(([, name = '']) => name))].sort();
};

test('rel log loads its own program, the native part of the driver, and nothing else', () => {
  const line = ['log', 'harlan', '--new', 'call', 'asked for the drawings'];
  // The first change of a day is followed by a backup.
  expect(loadedBy(...line)).toEqual(['rel.js', 'cli.js', 'log.js', 'daily-backup.js']);
  const plain = ['log', 'harlan', 'call', 'no-answer'];
  expect(loadedBy(...plain)).toEqual(['rel.js', 'cli.js', 'plain-log.js']);
});

test.each([
  ['a new customer', ['log', '--new', 'brazos', 'call']],
  ['a text from elsewhere', ['log', 'harlan', 'note', '-']],
  ['only shown', ['log', 'harlan', 'call', '--show']],
])('%s is left to the whole program, from the beginning', (_, words) => {
  const loaded = loadedBy(...words).filter((name) => name !== 'plain-log.js');
  expect(loaded).toEqual(['rel.js', 'cli.js', 'log.js']);
});

test.each([
  ['a visit', ['log', 'harlan', 'visit', 'yesterday', 'with:dana', 'feel:1', 'gave:m', 'a visit']],
  ['promises', ['log', 'harlan', 'in', 'they:send the list', 'by:fri', 'me:quote', 'by:3 dec']],
  ['a failure of ours', ['log', 'harlan', 'call', 'fault:us', 'harm:2', 'blames:us', 'came late']],
  [
    'what is kept on the card',
    ['log', 'harlan', 'call', 'need:forklifts', 'win:home by five', 'with:dana'],
  ],
  ['another try', ['log', 'harlan', 'email', 'no-reply', 'next:in 2 weeks', 'tag:fair', ':order']],
  ['pairs alone', ['log', 'harlan', 'gave:m', 'feel:1']],
  ['a note like an attempt', ['log', 'harlan', 'call', 'called dana, wants a list']],
  ['work', ['work', 'harlan', '2h', 'on:last tuesday', '--', 'mended it']],
])('%s is a plain line', (_, words) => {
  expect(loadedBy(...words)).toEqual(['rel.js', 'cli.js', 'plain-log.js']);
});

test('to read a config.toml takes no more of Node, unless a path in it begins at home', () => {
  const file = join(place, '.config/rel/config.toml');
  mkdirSync(join(place, '.config/rel'), { recursive: true });
  const asked = (text: string): readonly string[] => {
    writeFileSync(file, text);
    return askedBy('log', 'harlan', 'call', 'asked for the drawings');
  };
  const plain = asked('[display]\ncolour = "never"\n');
  const home = asked('[journal]\npath = "~/of-mine.db"\n');
  rmSync(file);
  expect(plain).toContain('./preferences.js');
  expect([plain, home].map((each) => each.includes('node:os'))).toEqual([false, true]);
});

test('the version and the list of commands load no program at all', () => {
  expect(loadedBy('--version')).toEqual(['rel.js', 'cli.js', 'ready-answer.js', 'version.txt']);
  expect(loadedBy('--help')).toEqual(['rel.js', 'cli.js', 'ready-answer.js', 'help.txt']);
});

test('what logging and completion have in them has no option parser, colours or questions', () => {
  expect(packagesIn('rel.js')).toContain('commander');
  expect(packagesIn('prompts.js')).toContain('inquirer');
  expect(packagesIn('log.js')).toContain('date-fns');
  for (const file of ['log.js', 'complete.js']) {
    expect(packagesIn(file).filter((name) => /commander|chalk|inquirer/.test(name))).toEqual([]);
  }
});
