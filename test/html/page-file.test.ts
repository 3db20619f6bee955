import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Console } from '../support/console.ts';
import { FIFTEEN } from './books.ts';

const MODE = 0o777;

describe('a page in a file', () => {
  const console = new Console({ REL_TODAY: FIFTEEN.today });
  beforeAll(() => console.must(`rel import '${FIFTEEN.file}'`));
  afterAll(() => console.remove());

  test('is what would be printed, for its user alone, and replaces nothing unasked', async () => {
    const written = await console.must('rel review --format html --output week.html');
    expect(written).toBe('');
    expect(console.read('week.html')).toBe(await console.must('rel review --format html'));
    expect(statSync(join(console.home, 'week.html')).mode & MODE).toBe(0o600);
    const again = await console.run('rel review larkspur --format html --output week.html');
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('exists already')]);
    expect(console.read('week.html')).toContain('Orchard Lane');
    await console.must('rel review larkspur --format html --output week.html --force');
    expect(console.read('week.html')).not.toContain('Orchard Lane');
  });
});

describe('a page in the browser', () => {
  const console = new Console({ REL_TODAY: FIFTEEN.today });
  const cache = join(console.home, 'cache');
  const kept = join(cache, 'rel/pages/review.html');
  const surroundings = { XDG_CACHE_HOME: cache, DISPLAY: '', WAYLAND_DISPLAY: '' };
  beforeAll(async () => {
    await console.must(`rel import '${FIFTEEN.file}'`);
    console.write('viewer', `#!/bin/sh\nprintf '%s\\n' "$@" >> '${console.home}/shown'\n`);
    await console.must('chmod +x viewer');
  });
  afterAll(() => console.remove());

  const shown = (): readonly string[] => console.read('shown').trimEnd().split('\n');

  test('is kept for the user alone, and the viewer is told its name', async () => {
    const { code, stderr, stdout } = await console.run('rel review --open', {
      ...surroundings,
      BROWSER: `'${console.home}/viewer' --new "a tab"`,
    });
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toBe(`rel: shown in your browser: ${kept}\n`);
    expect(shown()).toEqual(['--new', 'a tab', kept]);
    expect(readFileSync(kept, 'utf8')).toBe(await console.must('rel review --format html'));
    expect(statSync(kept).mode & MODE).toBe(0o600);
    expect(statSync(join(kept, '..')).mode & MODE).toBe(0o700);
  });

  test('is replaced by the next one; a file that was named is shown itself', async () => {
    const env = { ...surroundings, BROWSER: 'false', REL_BROWSER: './viewer at=%s' };
    await console.must('rel review larkspur --open', env);
    expect(shown().at(-1)).toBe(`at=${kept}`);
    expect(readFileSync(kept, 'utf8')).not.toContain('Orchard Lane');
    await console.must('rel review --open --output $HOME/mine.html', env);
    expect(shown().at(-1)).toBe(`at=${console.home}/mine.html`);
    expect(readFileSync(kept, 'utf8')).not.toContain('Orchard Lane');
  });

  test('a second viewer is tried where the first one fails', async () => {
    await console.must('rel review larkspur --open', {
      ...surroundings,
      BROWSER: '/nowhere/firefox:false:./viewer second',
    });
    expect(shown().slice(-2)).toEqual(['second', kept]);
  });

  test('where nothing can show it the file is named', async () => {
    for (const BROWSER of ['', 'false']) {
      const { code, stderr } = await console.run('rel review --open', { ...surroundings, BROWSER });
      expect([code, stderr]).toEqual([
        2,
        `rel: no browser could be opened; the page is in ${kept}\n     open it yourself, or say with what: REL_BROWSER=firefox\n`,
      ]);
    }
  });

  test('is never kept in a folder where others may write', async () => {
    await console.must(`chmod 777 ${join(kept, '..')}`);
    const { code, stderr } = await console.run('rel review --open', surroundings);
    expect([code, stderr]).toEqual([4, expect.stringContaining('others may write in')]);
    await console.must(`chmod 700 ${join(kept, '..')}`);
  });

  test('is gone when somebody is forgotten', async () => {
    expect(existsSync(kept)).toBe(true);
    await console.must('rel forget larkspur --yes --no-export --dry-run', surroundings);
    expect(existsSync(kept)).toBe(true);
    await console.must('rel forget larkspur --yes --no-export', surroundings);
    expect(existsSync(kept)).toBe(false);
  });
});
