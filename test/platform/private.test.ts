import { expect, test } from '@jest/globals';
import { Console } from '../support/console.ts';

const SESSION = `umask 0
rel log Acme --new call 10m
rel log acme they:pay by:20 nov
rel config set display.colour never
rel export journal --output all.jsonl
rel export entries --output all.csv && rel export entries --output all.csv --force
EDITOR='umask > mask; echo call 5m >' rel log acme --edit`;

test('nothing that rel writes may be touched by others, whatever the umask', async () => {
  const home = new Console({ XDG_CACHE_HOME: '' });
  try {
    await home.must(`set -e; ${SESSION}`);
    const open = await home.must('find . -mindepth 1 -perm /077 -not -name mask');
    expect(open).toBe('');
    expect(await home.must('find . -type f | sort')).toContain('.cache/rel/code-');
    // What SQLite makes itself, and the editor, have no mode of their own.
    expect(home.read('mask')).toBe('0077\n');
  } finally {
    home.remove();
  }
});
