import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RelError } from '../journal/error.ts';
import type { Environment } from './world.ts';

/**
 * Lets the user change the text in their own editor (VISUAL, else EDITOR, else vi) and gives it
 * back. Throws RelError('usage') where the editor cannot be started, or says that it failed.
 */
export function editText(environment: Environment, text: string): string {
  const file = keepText(text);
  try {
    runEditor(editorOf(environment), file);
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(path.dirname(file), { recursive: true, force: true });
  }
}

/** Puts a text aside where the user finds it again, for the user's eyes alone. Returns the file. */
export function keepText(text: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'rel-')), 'text.txt');
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}

const editorOf = ({ VISUAL, EDITOR }: Environment): string =>
  [VISUAL, EDITOR].find((given) => given !== undefined && given.trim() !== '') ?? USUAL;

const USUAL = process.platform === 'win32' ? 'notepad' : 'vi';

/** The editor is a shell's words, as everywhere: `code --wait`. */
function runEditor(editor: string, file: string): void {
  // Ctrl-C is a key of many editors. It reaches everybody at the terminal, and would end rel, or the shell between the
  // two, under the editor.
  process.on('SIGINT', goOn);
  const { status, error } = started(editor, file);
  process.off('SIGINT', goOn);
  if (error === undefined && status === 0) return;
  throw new RelError(
    'usage',
    `the editor failed: ${editor}`,
    'nothing was written; set VISUAL or EDITOR to one that works',
  );
}

const goOn = (): void => undefined;

const started = (editor: string, file: string) =>
  process.platform === 'win32'
    ? spawnSync(`${editor} "${file}"`, { shell: true, stdio: 'inherit' })
    : spawnSync('sh', ['-c', `trap : INT\n${editor} "$1"`, 'rel', file], { stdio: 'inherit' });
