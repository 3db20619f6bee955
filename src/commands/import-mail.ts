import { correspondentsOf } from '../import/correspondents.ts';
import type { Found, Reading } from '../import/found.ts';
import type { Mail } from '../import/mail.ts';
import type { FoundBefore } from '../import/found-before.ts';
import { mailWriter, type PlacedMail } from '../import/mail-entries.ts';
import { MAIL_IMPORTER } from '../import/mail-source.ts';
import { judgeMail, type Reader } from '../import/mail-found.ts';
import { type MailPart, mailsIn } from '../import/mailbox.ts';
import { counted } from '../journal/counted.ts';
import { RelError } from '../journal/error.ts';
import { UnknownAddresses } from './import-addresses.ts';
import { type Given, known, mineAndBefore, refuseOther, sinceOption } from './import-format.ts';

/** So many mails in one direction are no chance. */
const MANY = 3;

/** A mailbox: who wrote to whom, and when. */
export async function readMailbox(given: Given): Promise<Reading> {
  const { world } = given;
  const { me, before } = mineAndBefore(given, MAIL_IMPORTER);
  if (me.size === 0)
    throw new RelError(
      'usage',
      'rel does not know which addresses are yours',
      'tell it, and import again: rel config set me you@example.com,other@example.com',
    );
  const { customers, people } = known(given);
  const reader: Reader = {
    me,
    known: correspondentsOf(customers, people),
    today: world.clock.today(),
    since: sinceOption(given),
    met: new Map(),
  };
  const unknown = new UnknownAddresses(customers);
  const { readMail } = await import('../import/mail.ts');
  const walk = new Walk(given, reader, readMail, unknown);
  return {
    found: walk.found(before),
    newCustomers: 'refuse',
    notices: () => [...walk.notices(), ...unknown.told()],
  };
}

/** A walk through a mailbox; a second one where texts are wanted, so that they need not be kept in the memory. */
class Walk {
  readonly #given: Given;
  readonly #reader: Reader;
  readonly #readMail: (bytes: Uint8Array) => Promise<Mail>;
  readonly #unknown: UnknownAddresses;
  #read = 0;
  #own = 0;
  #theirs = 0;

  constructor(
    given: Given,
    reader: Reader,
    readMail: (bytes: Uint8Array) => Promise<Mail>,
    unknown: UnknownAddresses,
  ) {
    this.#given = given;
    this.#reader = reader;
    this.#readMail = readMail;
    this.#unknown = unknown;
  }

  async *found(before: FoundBefore): AsyncGenerator<Found> {
    const { subjects = false, bodies = false } = this.#given.options;
    const mails: PlacedMail[] = [];
    const seen = new Set<string>();
    for await (const { mail, line } of this.#mails('head')) {
      this.#read += 1;
      const judged = mail === undefined ? DAMAGED : judgeMail(mail, this.#reader);
      const left = 'why' in judged ? judged : seen.has(judged.key) ? TWICE : undefined;
      if (left !== undefined) {
        this.#unknown.add(left.unknown);
        yield { is: 'left', line, why: left.why };
      } else if ('key' in judged) {
        seen.add(judged.key);
        if (judged.own) this.#own += 1;
        else this.#theirs += 1;
        mails.push({ ...judged, subject: subjects || bodies ? judged.subject : undefined, line });
      }
    }
    if (this.#read === 0)
      refuseOther(this.#given, 'mail', 'export the folder as mbox, or the mail as .eml');
    const write = mailWriter(mails, before);
    if (!bodies) for (const mail of mails) yield* write(mail, mail.subject);
    else
      for await (const { placed, text } of this.#texts(mails))
        yield* write(placed, [placed.subject ?? '', text].join('\n\n'));
  }

  async *#texts(mails: readonly PlacedMail[]) {
    const wanted = new Map(mails.map((each) => [each.line, each]));
    for await (const { mail, line } of this.#mails('whole')) {
      const placed = wanted.get(line);
      if (placed !== undefined) yield { placed, text: mail?.text ?? '' };
    }
  }

  async *#mails(part: MailPart) {
    const { world, source } = this.#given;
    const raw = mailsIn(source.pieces(), part);
    for (const { line, bytes } of world.counted(raw, 'mails read')) {
      yield { line, mail: await this.#readMail(bytes).catch(() => undefined) };
    }
  }

  /** Who has only half of the mails sees silence where there was none. */
  notices(): readonly string[] {
    const read = `read ${counted(this.#read, 'mail')}: ${this.#own} to customers, ${this.#theirs} from them`;
    if (this.#own >= MANY && this.#theirs === 0)
      return [
        read,
        'none of them is an answer: import the inbox, too, or your customers seem silent',
      ];
    if (this.#theirs >= MANY && this.#own === 0)
      return [
        read,
        'none of them is yours: import the sent mails, too (rel config get me tells which addresses are yours)',
      ];
    return [read];
  }
}

const DAMAGED = { why: 'damaged', unknown: [] } as const;
const TWICE = { why: 'there more than once', unknown: [] } as const;
