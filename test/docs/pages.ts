import { commandsPage } from './commands-page.ts';
import { exportPage } from './export-page.ts';
import { grammarPage } from './grammar-page.ts';
import { journalFormatPage } from './journal-format-page.ts';
import { rulesPage } from './rules-page.ts';
import { verdictsPage } from './verdicts-page.ts';

/** The pages of docs/ that are printed from the code, by file name. */
export async function printedPages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['commands.md', await commandsPage()],
    ['export.md', exportPage()],
    ['grammar.md', grammarPage()],
    ['journal-format.md', journalFormatPage()],
    ['rules.md', rulesPage()],
    ['verdicts.md', verdictsPage()],
  ]);
}
