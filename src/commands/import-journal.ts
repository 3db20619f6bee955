import type { Found, Reading } from '../import/found.ts';
import { LINE_LIMIT, readJournalLines } from '../import/journal-text.ts';
import { RelError } from '../journal/error.ts';
import { unknownThreshold } from '../rules/index.ts';
import type { Given } from './import-format.ts';

/** A journal that was exported: its customers come with it. */
export const readJournal = ({ world, source }: Given): Reading => ({
  found: checked(readJournalLines(world.counted(source.lines(LINE_LIMIT), 'lines read'))),
  newCustomers: 'add',
});

/** The journal knows no rules; here, the limits of one that does not exist are found. */
function* checked(lines: Iterable<Found>): Generator<Found> {
  for (const line of lines) {
    const unknown = line.is === 'settings' ? unknownThreshold(line.settings) : undefined;
    if (unknown !== undefined)
      throw new RelError(
        'usage',
        `line ${line.line}: ${unknown}`,
        'nothing was imported; rel rules lists the names',
      );
    yield line;
  }
}
