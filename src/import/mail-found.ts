import type { Day } from '../journal/days.ts';
import type { Correspondents } from './correspondents.ts';
import { cleanName } from './clean.ts';
import { localTime } from './local-time.ts';
import type { Mail, MailAddress } from './mail.ts';
import { mailInstant } from './mail-date.ts';
import { notBetweenPeople } from './mail-kind.ts';
import { mailKey, parentKey } from './mail-source.ts';
import type { ThreadMail } from './mail-threads.ts';

/** Whose mailbox it is, whom it is read for, and when. */
export interface Reader {
  /** The user's own addresses, in small letters. */
  readonly me: ReadonlySet<string>;
  readonly known: Correspondents;
  readonly today: Day;
  /** What is older is left out. */
  readonly since: Day | undefined;
  /** Those met so far, by what is said of them: a big mailbox has many mails and few people. */
  readonly met: Map<string, MailWith>;
}

/** A mail to or from customers. */
export interface CustomersMail extends ThreadMail {
  readonly with: readonly MailWith[];
  readonly subject: string | undefined;
}

/** A customer whom a mail is to or from. */
export interface MailWith {
  readonly customer: string;
  readonly person?: string;
  /** By which they were told; the one of the person first. */
  readonly addresses: readonly string[];
  /** They got a copy only. */
  readonly isCopy: boolean;
}

/** Why a mail is nothing for the journal, and whose addresses would have to be known. */
export interface MailLeft {
  readonly why: string;
  readonly unknown: readonly MailAddress[];
}

const UNKNOWN = 'to or from nobody who is known here';

/** What a mail is to the journal. */
export function judgeMail(mail: Mail, reader: Reader): CustomersMail | MailLeft {
  const left = (why: string, unknown: readonly MailAddress[] = []): MailLeft => ({ why, unknown });
  const { from } = mail;
  const at = mailInstant(mail.date);
  const when = at === undefined ? undefined : localTime(at);
  if (at === undefined || when === undefined)
    return left(mail.date.trim() === '' ? 'without a date' : 'with a date that does not exist');
  if (when.on > reader.today) return left('dated in the future');
  if (reader.since !== undefined && when.on < reader.since)
    return left('before the day of --since');
  const kind = notBetweenPeople(mail);
  if (kind !== undefined) return left(kind);
  if (from === undefined) return left('without a sender');
  const own = reader.me.has(from.address);
  const others = (own ? [...mail.to, ...mail.copy] : [from]).filter(
    ({ address }) => !reader.me.has(address),
  );
  if (others.length === 0) return left('to yourself');
  const theirs = customersIn(others, reader.known);
  if (theirs.length === 0) return left(UNKNOWN, others);
  const subject = cleanName(mail.subject);
  const direct = new Set(mail.to.map(({ address }) => address));
  return {
    key: mailKey(mail),
    parent: parentKey(mail),
    own,
    at,
    subject,
    with: theirs.map((each) => {
      const isCopy = own && !each.addresses.some((address) => direct.has(address));
      return theSame(reader, { ...each, isCopy });
    }),
  };
}

function theSame({ met }: Reader, who: MailWith): MailWith {
  const said = JSON.stringify(who);
  const before = met.get(said);
  if (before === undefined) met.set(said, who);
  return before ?? who;
}

/** Each customer once, as the first of their addresses tells. */
function customersIn(
  addresses: readonly MailAddress[],
  known: Correspondents,
): readonly Omit<MailWith, 'isCopy'>[] {
  const found = new Map<string, Omit<MailWith, 'isCopy'>>();
  for (const each of addresses) {
    const who = known.byAddress(each.address);
    if (who === undefined) continue;
    const before = found.get(who.customer);
    const person = before === undefined ? (who.person ?? nameOf(each)) : before.person;
    found.set(who.customer, {
      customer: who.customer,
      addresses: [...(before?.addresses ?? []), each.address],
      ...(person === undefined ? {} : { person }),
    });
  }
  return [...found.values()];
}

/** What they call themselves, first name first, where it is a name and not their address once more. */
export function nameOf({ name }: MailAddress): string | undefined {
  const clean = cleanName(name.replace(/^["']+|["']+$/g, ''));
  if (clean === undefined || clean.includes('@')) return undefined;
  const [, family, given] = /^([^,]+), ([^,]+)$/.exec(clean) ?? [];
  return given === undefined ? clean : `${given} ${family}`;
}
