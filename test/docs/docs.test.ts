import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { COMMANDS } from '../../src/commands/catalogue.ts';
import { readJournalText } from '../../src/import/journal-text.ts';
import {
  type JournalLine,
  readLine,
  writeCustomer,
  writeEntry,
  writePerson,
  writeSettings,
} from '../../src/journal/line.ts';
import { EXAMPLE } from './journal-format-page.ts';
import { printedFiles } from './pages.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PATIENCE_MS = 120_000;
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

test(
  'README and docs/ are what the program prints now (else: npm run docs)',
  async () => {
    for (const [file, text] of await printedFiles(root))
      expect([file, read(file)]).toEqual([file, text]);
  },
  PATIENCE_MS,
);

// Help is answered by the option parser, which has it in no list.
const commands = new Set([...COMMANDS.map(({ name }) => name), 'help']);

test('every command that the README types exists', () => {
  const typed = [...read('README.md').matchAll(/(?:`|^\$ )rel ([a-z]+)/gm)].map(([, name]) => name);
  expect(typed.length).toBeGreaterThan(20);
  expect(typed.filter((name = '') => !commands.has(name))).toEqual([]);
});

test('what the README says is not there yet is not there', () => {
  const missing = read('README.md').match(/^- \*\*Not there yet.*$/gm) ?? [];
  const named = missing.flatMap((line) =>
    [...line.matchAll(/`([a-z]+)`/g)].map(([, name]) => name),
  );
  // A line that names nothing could hide a command that is there.
  expect(named.length).toBeGreaterThanOrEqual(missing.length);
  expect(named.filter((name = '') => commands.has(name))).toEqual([]);
});

test('every link leads to a file', () => {
  const pages = [
    'README.md',
    'SECURITY.md',
    'src/README.md',
    ...readdirSync(join(root, 'docs')).map(inDocs),
  ];
  for (const file of pages) {
    const links = [...read(file).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to);
    for (const link of links) {
      const leadsTo = join(root, dirname(file), link);
      expect([file, link, existsSync(leadsTo)]).toEqual([file, link, true]);
    }
  }
});

const inDocs = (name: string): string => `docs/${name}`;

test('the worked example of the journal format is read and written as it stands', () => {
  const written = EXAMPLE.trimEnd()
    .split('\n')
    .map((line) => JSON.stringify(writeLine(line)));
  expect(`${written.join('\n')}\n`).toBe(EXAMPLE);
  expect(readJournalText(EXAMPLE)).toHaveLength(written.length);
});

function writeLine(text: string): object {
  const { value } = readLine(JSON.parse(text)) as { readonly value: JournalLine };
  switch (value.is) {
    case 'settings':
      return writeSettings(value.settings);
    case 'customer':
      return writeCustomer(value.customer);
    case 'person':
      return writePerson(value.person);
    case 'entry':
      return writeEntry(value.entry);
  }
}
