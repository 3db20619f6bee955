import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { RelError } from '../journal/error.ts';
import type { Environment } from './world.ts';

/** A browser that has not failed by then is there; many go on for as long as their window is open. */
const PATIENCE_MS = 3000;
/** A word of BROWSER, quoted where blanks are part of it. */
const WORD = /"([^"]*)"|'([^']*)'|(\S+)/g;

type Words = readonly [program: string, ...words: string[]];

/**
 * Shows a file with the program that the user chose (REL_BROWSER, else BROWSER), else with the system's own. No shell
 * reads the name. Throws RelError('usage') where no program takes it.
 */
export async function openFile(environment: Environment, file: string): Promise<void> {
  const whole = path.resolve(file);
  for (const [program, ...words] of viewersFor(environment, whole))
    if (await started(program, words)) return;
  throw new RelError(
    'usage',
    `no browser could be opened; the page is in ${whole}`,
    'open it yourself, or say with what: REL_BROWSER=firefox',
  );
}

function viewersFor(environment: Environment, file: string): readonly Words[] {
  const chosen = [environment['REL_BROWSER'], environment['BROWSER']].find(
    (given) => given !== undefined && given.trim() !== '',
  );
  if (chosen !== undefined)
    return chosen.split(path.delimiter).flatMap((each) => wordsOf(each, file) ?? []);
  switch (process.platform) {
    case 'darwin':
      return [['open', file]];
    case 'win32':
      return [['rundll32', 'url.dll,FileProtocolHandler', pathToFileURL(file).href]];
    default:
      // Without a screen the first would look for a browser of the terminal, which this one is not left to.
      return hasScreen(environment)
        ? [
            ['xdg-open', file],
            ['wslview', file],
          ]
        : [];
  }
}

const hasScreen = ({ DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME }: Environment): boolean =>
  [DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME].some((given) => given !== undefined && given !== '');

/** `firefox --new-window %s`: the file stands for `%s`, else behind the words. */
function wordsOf(command: string, file: string): [Words] | undefined {
  const words = [...command.matchAll(WORD)].map(([, a, b, c]) => a ?? b ?? c ?? '');
  const put = words.map((word) => word.replaceAll('%s', () => file));
  const [program, ...rest] = command.includes('%s') ? put : [...put, file];
  return words.length === 0 || program === undefined ? undefined : [[program, ...rest]];
}

/** Whether the program began its work, and did not fail at once. It outlives rel, and says nothing in its terminal. */
function started(program: string, words: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { detached: true, stdio: 'ignore' });
    const enough = setTimeout(() => resolve(true), PATIENCE_MS);
    const end = (isWell: boolean): void => {
      clearTimeout(enough);
      resolve(isWell);
    };
    child.on('error', () => end(false));
    child.on('exit', (code) => end(code === 0));
    child.unref();
  });
}
