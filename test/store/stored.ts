import { readLine } from '../../src/journal/line.ts';
import type { Store } from '../../src/store/store.ts';
import type { Line } from '../support/lines.ts';
import { emptyJournal } from './temp-journal.ts';

/** A journal with these lines in it. */
export function stored(lines: readonly Line[]): Store {
  const store = emptyJournal();
  store.change('test', (writer) => {
    const read = lines.map((line) => {
      const reading = readLine(JSON.parse(JSON.stringify(line)));
      if (reading.problem !== undefined) throw new Error(reading.problem);
      return reading.value;
    });
    for (const line of read) {
      if (line.is === 'settings') writer.putSettings(line.settings);
      if (line.is === 'customer') writer.addCustomer(line.customer);
    }
    for (const line of read) if (line.is === 'entry') writer.addEntry(line.entry);
  });
  return store;
}
