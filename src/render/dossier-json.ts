import type { Json } from '../journal/fields.ts';
import type { Efforts } from '../practice/efforts.ts';
import { entryJson } from './entry-json.ts';
import { promiseJson } from './promise-json.ts';
import { withoutPrivate } from '../journal/without-private.ts';

/** All that the page shows; hours are minutes. */
export function dossierJson(
  { back, entries, promises, sums }: Efforts,
  withPrivate: boolean,
): Readonly<Record<string, Json>> {
  return {
    sums: { ...sums },
    back: { ...back },
    entries: entries.map((entry) => {
      const standing = withPrivate || entry.private !== true ? promises.get(entry.id) : undefined;
      return {
        ...entryJson(withPrivate ? entry : withoutPrivate(entry)),
        promise: standing === undefined ? null : promiseJson(standing),
      };
    }),
  };
}
