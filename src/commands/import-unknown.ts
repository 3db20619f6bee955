import type { NamedAt, SortedLines } from '../import/sorted-lines.ts';
import { suggestNames } from '../grammar/suggest-names.ts';
import { RelError } from '../journal/error.ts';
import { foldName } from '../journal/fold-name.ts';
import { quoted, quotedName } from '../render/quoted.ts';
import type { Store } from '../store/store.ts';

const TOLD = 8;

/**
 * Throws RelError('usage') with those who are named and are neither known nor in the file itself, and with the names
 * most like theirs: a customer who is there under another name must not be there twice.
 * @param known the names in use, by their folded form
 */
export function refuseUnknown(
  store: Store,
  lines: SortedLines,
  known: ReadonlyMap<string, string>,
): void {
  const own = new Set(lines.customers.map(({ customer }) => foldName(customer.name)));
  const unknown = [...lines.named]
    .filter(([folded]) => !known.has(folded) && !own.has(folded))
    .map(([, named]) => named);
  const [first] = unknown;
  if (first === undefined) return;
  const book = { customers: store.customers().map(({ card }) => card), people: [] };
  const told = unknown.slice(0, TOLD).map((each) => {
    const [like] = suggestNames(each.name.split(' '), book);
    return { ...each, like: like?.customer };
  });
  const more = unknown.length > told.length ? `, and ${unknown.length - told.length} more` : '';
  const similar = told.find(({ like }) => like !== undefined);
  throw new RelError(
    'usage',
    `nobody here is called ${told.map(sayNamed).join(', ')}${more}`,
    `nothing was imported; to make them customers: --new-customers${similar === undefined ? '' : `; the same one under another name: ${aliasCommand(similar.like ?? '', similar.name)}`}`,
  );
}

/** What makes another name of a customer known. */
export const aliasCommand = (customer: string, alias: string): string =>
  `rel edit ${quotedName(customer)} ${quoted(`alias:${alias}`)}`;

const sayNamed = ({ name, line, like }: NamedAt & { readonly like: string | undefined }): string =>
  `${quotedName(name)} (line ${line}${like === undefined ? '' : `; did you mean ${quotedName(like)}?`})`;
