import { createHash } from 'node:crypto';
import type { Mail } from './mail.ts';

export const MAIL_IMPORTER = 'mbox';

/**
 * What a mail is known by: a hash, because its id may hold the names of people, which must be gone when they are
 * forgotten. A mail without an id is known by what its head says.
 */
export const mailKey = ({ id, date, from, to, subject }: Mail): string =>
  id === undefined
    ? hash([date, from?.address, ...to.map(({ address }) => address), subject].join('\n'))
    : hash(id);

export const parentKey = ({ parent }: Mail): string | undefined =>
  parent === undefined ? undefined : hash(parent);

/**
 * The key of an entry: the mail, the address by which the customer was told (so that a customer who is renamed is the
 * same one), and the mail that it answers.
 */
export const entryKey = (mail: string, address: string, parent: string | undefined): string =>
  [mail, hash(address).slice(0, ADDRESS_LENGTH), ...(parent === undefined ? [] : [parent])].join(
    '.',
  );

/** The keys of the mail and of its parent in the key of an entry. */
export function mailsIn(key: string): {
  readonly mail: string;
  readonly address: string;
  readonly parent: string | undefined;
} {
  const [mail = '', address = '', parent] = key.split('.');
  return { mail, address, parent };
}

const BYTES = 12;
const ADDRESS_LENGTH = 8;

const hash = (text: string): string =>
  createHash('sha256').update(text).digest().toString('hex', 0, BYTES);
