import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Console } from '../support/console.ts';
import { replay } from '../transcripts/transcript.ts';
import { commandsPage } from './commands-page.ts';
import { dependenciesPage, type LockFile } from './dependencies-page.ts';
import { exportPage } from './export-page.ts';
import { importPage } from './import-page.ts';
import { grammarPage } from './grammar-page.ts';
import { journalFormatPage } from './journal-format-page.ts';
import { manualPage } from './manual-page.ts';
import { rulesPage } from './rules-page.ts';
import { verdictsPage } from './verdicts-page.ts';

/** The day on which the README's tour takes place; the tour says so, too. */
const TOUR_DAY = '2026-11-20';

/** What the program prints now, by file: whole pages of docs/, and the output in the console blocks of the README. */
export async function printedFiles(root: string): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['README.md', await tour(readFileSync(join(root, 'README.md'), 'utf8'))],
    ['docs/commands.md', await commandsPage()],
    ['docs/dependencies.md', dependenciesPage(lockFile(root))],
    ['docs/export.md', exportPage()],
    ['docs/grammar.md', grammarPage()],
    ['docs/import.md', await tour(importPage())],
    ['docs/journal-format.md', journalFormatPage()],
    ['docs/rel.1', await manualPage()],
    ['docs/rules.md', rulesPage()],
    ['docs/verdicts.md', verdictsPage()],
  ]);
}

const lockFile = (root: string): LockFile =>
  JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile;

async function tour(page: string): Promise<string> {
  const console = new Console({ REL_TODAY: TOUR_DAY });
  try {
    return await replay(page, console);
  } finally {
    console.remove();
  }
}
