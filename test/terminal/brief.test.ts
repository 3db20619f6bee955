import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Console } from '../support/console.ts';
import { hasTerminal, Terminal } from './terminal.ts';

const PATIENCE_MS = 60_000;

let console: Console;
beforeEach(async () => {
  console = new Console();
  await console.must('rel add customer Harlan Supply --inherited-from Graham');
});
afterEach(() => console.remove());

const terminal = (command: string): Terminal =>
  new Terminal(command, {
    columns: 80,
    cwd: console.home,
    env: console.environment,
  });

const readings = async (): Promise<number> => {
  const lines = (await console.must('rel export journal')).trim().split('\n');
  return lines.filter((line) => line.startsWith('{"type":"read"')).length;
};

const describeOnTerminal = hasTerminal ? describe : describe.skip;

describeOnTerminal('the brief of an inherited account', () => {
  test.each([
    ['rel brief harlan', 1],
    ['rel brief harlan --no-record', 0],
    ['rel brief harlan --json', 0],
  ])(
    '%s on a terminal is read so often: %i',
    async (command, count) => {
      const shown = terminal(command);
      expect(await shown.ended()).toBe(0);
      expect(shown.shown).toContain('Harlan Supply');
      expect(shown.shown).not.toContain('--record');
      expect(shown.shown.includes('noted as read')).toBe(count === 1);
      expect(await readings()).toBe(count);
    },
    PATIENCE_MS,
  );

  test(
    'is read before the first call, and rel has nothing to say',
    async () => {
      expect(await terminal('rel brief harlan').ended()).toBe(0);
      expect(await console.must('rel log harlan call :need')).not.toContain('brief');
      expect(await console.must('rel review harlan')).not.toContain('brief');
    },
    PATIENCE_MS,
  );
});
