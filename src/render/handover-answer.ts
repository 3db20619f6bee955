import { counted } from '../journal/counted.ts';
import type { Withheld } from '../practice/open-part.ts';
import { quotedName } from './quoted.ts';
import { visible } from './visible.ts';

interface Written {
  readonly customer: string;
  readonly to: string;
  readonly files: { readonly page: string; readonly journal: string };
  /** How many open promises are in the file. */
  readonly promises: number;
}

/** What was written, and what the successor does with it. */
export const handoverAnswer = ({ customer, files, promises, to }: Written): string =>
  [
    `handed ${customer} over to ${to}`,
    `   ${files.page}: to read, open promises first`,
    `   ${files.journal}: for their journal, with ${counted(promises, 'open promise')}`,
    `   they type: rel import ${quotedName(files.journal)}`,
    `   and before the first call: rel brief ${quotedName(customer)}`,
    '',
  ]
    .map(visible)
    .join('\n');

/** `5 entries, 1 need`: what stays with whoever hands over; empty where nothing does. */
export const withheldText = ({ entries, needs, promises, wins }: Withheld): string =>
  [
    ...(entries > 0 ? [counted(entries, 'entry', 'entries')] : []),
    ...(promises > 0 ? [counted(promises, 'promise')] : []),
    ...(needs > 0 ? [counted(needs, 'need')] : []),
    ...(wins > 0 ? [counted(wins, 'personal win')] : []),
  ].join(', ');
