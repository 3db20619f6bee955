import type { Day } from '../journal/days.ts';
import { Connection } from './connection.ts';

/**
 * The day of the first change that was made on a later day than this; undefined where there is none.
 * @param day of the last backup; undefined where there is none
 */
export function firstChangeAfter(journal: string, day: Day | undefined): Day | undefined {
  const connection = new Connection(journal, { readonly: true });
  try {
    return connection.reading(() => {
      const [first] = connection
        .statement('SELECT min(day) FROM change WHERE day > ?')
        .get(day ?? -1) as readonly [Day | null];
      return first ?? undefined;
    });
  } finally {
    connection.close();
  }
}
