import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { Console } from '../support/console.ts';
import { CTRL_C, ENTER, hasTerminal, Terminal } from './terminal.ts';

/** Takes Ctrl-C for a key, as vi does. */
const EDITOR = `#!/bin/sh
trap 'pressed=yes' INT
echo ready
while ! read line; do echo "read on"; done
echo "$line, Ctrl-C pressed: $pressed" > "$1"
`;

const onTerminal = hasTerminal ? test : test.skip;

onTerminal('Ctrl-C in the editor is a key of the editor, and does not end rel', async () => {
  const home = new Console();
  try {
    home.write('editor', EDITOR);
    await home.must('chmod +x editor; rel add customer Acme');
    const terminal = new Terminal('rel log acme --edit', {
      columns: 80,
      cwd: home.home,
      env: {
        HOME: home.home,
        PATH: `${join(home.home, '../bin')}:/usr/bin:/bin`,
        VISUAL: './editor',
      },
    });
    await terminal.answer(['ready', CTRL_C], ['read on', `rang them${ENTER}`]);
    expect(await terminal.ended()).toBe(0);
    expect(await home.must('rel show acme')).toContain('rang them, Ctrl-C pressed: yes');
  } finally {
    home.remove();
  }
});
