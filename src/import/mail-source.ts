import { hashOf } from './found-before.ts';
import type { Mail } from './mail.ts';

export const MAIL_IMPORTER = 'mbox';

/** What a mail is known by; one without an id by what its head says. */
export const mailKey = ({ id, date, from, to, subject }: Mail): string =>
  hashOf(id ?? [date, from?.address, ...to.map(({ address }) => address), subject].join('\n'));

export const parentKey = ({ parent }: Mail): string | undefined =>
  parent === undefined ? undefined : hashOf(parent);
