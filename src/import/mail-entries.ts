import type { Recorded } from '../journal/entry.ts';
import { formatDay } from '../journal/days.ts';
import { cleanText, foundAs } from './clean.ts';
import type { Found } from './found.ts';
import type { CustomersMail, MailWith } from './mail-found.ts';
import { localTime } from './local-time.ts';
import { entryKey, MAIL_IMPORTER, mailsIn } from './mail-source.ts';
import { type ThreadMail, waitingMails } from './mail-threads.ts';
import { sourced } from './sourced.ts';

/** A mail of the file, and where it stands. */
export interface PlacedMail extends CustomersMail {
  readonly line: number;
}

/** Mails that the journal has from an earlier import: each a piece of a thread, and an entry. */
export interface MailsHere {
  readonly threads: readonly ThreadMail[];
  /** By the key of the mail and the hash of the address. */
  readonly entries: ReadonlyMap<string, Recorded>;
}

export function mailsHere(entries: Iterable<Recorded>): MailsHere {
  const threads: ThreadMail[] = [];
  const byKey = new Map<string, Recorded>();
  for (const entry of entries) {
    const { source } = entry;
    if (source?.importer !== MAIL_IMPORTER) continue;
    const { mail, address, parent } = mailsIn(source.key);
    byKey.set(`${mail}.${address}`, entry);
    threads.push({ key: mail, parent, own: entry.type !== 'heard', at: entry.on });
  }
  return { threads, entries: byKey };
}

/** What a mail is in the journal, an entry for each customer. @param text what is kept of its words */
export type WriteMail = (mail: PlacedMail, text: string | undefined) => readonly Found[];

/** @param mails all of the file, because one tells of another whether it waits for an answer */
export function mailWriter(mails: readonly PlacedMail[], here: MailsHere): WriteMail {
  const waiting = waitingMails([...here.threads, ...mails]);
  return (mail, text) =>
    mail.with.map((who) => {
      const known = here.entries.get(entryKey(mail.key, who.address, undefined));
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
  { customer, person, address, isCopy }: MailWith,
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
    ...sourced(MAIL_IMPORTER, entryKey(key, address, parent)),
  };
}
