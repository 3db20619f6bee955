import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { Console } from '../support/console.ts';
import { hasTerminal, Terminal } from './terminal.ts';

const onTerminal = hasTerminal ? test : test.skip;

onTerminal('a rel that is ended at a question gives the terminal back as it was', async () => {
  const home = new Console();
  try {
    home.write(
      'ask',
      'stty -a > before; sh -c "echo \\$\\$ > number; exec rel log"; stty -a > after',
    );
    const terminal = new Terminal('sh ask', {
      columns: 80,
      cwd: home.home,
      env: { HOME: home.home, PATH: `${join(home.home, '../bin')}:/usr/bin:/bin` },
    });
    await terminal.sees('Who?');
    await home.must('kill -TERM $(cat number)');
    await terminal.ended();
    expect(home.read('before')).toContain(' icanon');
    expect(home.read('after')).toBe(home.read('before'));
  } finally {
    home.remove();
  }
});
