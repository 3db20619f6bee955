import { formatDay } from '../journal/days.ts';
import { cleanText, foundAs } from './clean.ts';
import type { Found } from './found.ts';
import { type FoundBefore, keyOf } from './found-before.ts';
import type { CustomersMail, MailWith } from './mail-found.ts';
import { localTime } from './local-time.ts';
import { MAIL_IMPORTER } from './mail-source.ts';
import { type ThreadMail, waitingMails } from './mail-threads.ts';
import { sourced } from './sourced.ts';

/** A mail of the file, and where it stands. */
export interface PlacedMail extends CustomersMail {
  readonly line: number;
}

/** The mails of earlier imports, as pieces of threads. */
const threadsIn = ({ all }: FoundBefore): readonly ThreadMail[] =>
  all.map(([{ type, on }, [key = '', , parent]]) => ({
    key,
    parent,
    own: type !== 'heard',
    at: on,
  }));

/** What a mail is in the journal, an entry for each customer. @param text what is kept of its words */
export type WriteMail = (mail: PlacedMail, text: string | undefined) => readonly Found[];

/** @param mails all of the file, because one tells of another whether it waits for an answer */
export function mailWriter(mails: readonly PlacedMail[], before: FoundBefore): WriteMail {
  const waiting = waitingMails([...threadsIn(before), ...mails]);
  return (mail, text) =>
    mail.with.map((who) => {
      const known = before.find(mail.key, who.addresses);
      // What is here stays, whatever would be read in it today.
      if (known !== undefined) return { is: 'entry', entry: known, line: mail.line };
      return foundAs(fieldsOf(mail, who, waiting.has(mail.key), text), mail.line);
    });
}

function unknownHour({ line }: PlacedMail): never {
  throw new Error(`the mail in line ${line} had a day before`);
}

function fieldsOf(
  mail: PlacedMail,
  { customer, person, addresses: [address = ''], isCopy }: MailWith,
  isWaiting: boolean,
  text: string | undefined,
): Readonly<Record<string, unknown>> {
  const { own, key, parent } = mail;
  const { on, ...hour } = localTime(mail.at) ?? unknownHour(mail);
  const note = text === undefined ? undefined : cleanText(text);
  return {
    type: own ? (isWaiting && !isCopy ? 'tried' : 'sent') : 'heard',
    customer,
    on: formatDay(on),
    ...hour,
    channel: 'email',
    ...(person === undefined ? {} : { person }),
    ...(note === undefined ? {} : { note }),
    ...sourced(MAIL_IMPORTER, keyOf(key, address, ...(parent === undefined ? [] : [parent]))),
  };
}
