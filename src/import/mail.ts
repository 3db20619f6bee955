import PostalMime, { type Address, decodeWords } from 'postal-mime';
import { textOfBytes } from './byte-lines.ts';
import { textOfHtml } from './html-text.ts';

export interface MailAddress {
  readonly name: string;
  /** In small letters. */
  readonly address: string;
}

/** What a mail says, as far as rel has a use for it. */
export interface Mail {
  readonly from: MailAddress | undefined;
  readonly to: readonly MailAddress[];
  /** Those who get a copy, open or blind. */
  readonly copy: readonly MailAddress[];
  /** As written. */
  readonly date: string;
  readonly id: string | undefined;
  /** The id of the mail that it answers or follows. */
  readonly parent: string | undefined;
  readonly subject: string;
  readonly text: string;
  /** By their names in small letters; the first of each. */
  readonly headers: ReadonlyMap<string, string>;
}

const DEPTH = 20;
/** In bytes: more than the heads that are kept of a mailbox. */
const LONGEST_HEAD = 300_000;
const MOST_ADDRESSES = 500;
/** Which of its folders Google keeps a mail in, in the user's language. */
const LABELS = 'x-gmail-labels';

/** Reads one mail. Throws where its head is too long, or its parts are too deep in each other. A file of its own in what ships, because it is big and seldom wanted. */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  const email = await PostalMime.parse(withReadableHead(bytes), {
    maxNestingDepth: DEPTH,
    maxHeadersSize: LONGEST_HEAD,
    maxRfc822NestingDepth: 0,
  });
  const headers = new Map<string, string>();
  for (const { key, value } of email.headers)
    if (!headers.has(key)) headers.set(key, key === LABELS ? decodeWords(value) : value);
  const [from] = mailboxesIn([email.from, email.sender]);
  return {
    from,
    to: mailboxesIn(email.to),
    copy: mailboxesIn([...(email.cc ?? []), ...(email.bcc ?? [])]),
    date: headers.get('date') ?? '',
    id: idsIn(email.messageId)[0],
    parent: idsIn(email.inReplyTo)[0] ?? idsIn(email.references).at(-1),
    subject: email.subject ?? '',
    text: email.text ?? textOfHtml(email.html ?? ''),
    headers,
  };
}

const BEYOND_ASCII = /[\x80-\xff]/;
/** More are malice, and are read in one go. */
const MOST_LINES = 2000;
const HEAD_END = /\r?\n\r?\n/;

/** Old programs write letters into heads as bytes of Windows, where only UTF-8 is read. */
function withReadableHead(bytes: Uint8Array): Uint8Array {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = all.toString('latin1', 0, LONGEST_HEAD);
  const end = HEAD_END.exec(text)?.index ?? text.length;
  const head = text.slice(0, end);
  if (!BEYOND_ASCII.test(head)) return bytes;
  const lines = head.split('\n');
  const read =
    lines.length > MOST_LINES
      ? textOfBytes(head)
      : lines.map((line) => textOfBytes(line)).join('\n');
  return Buffer.concat([Buffer.from(read), all.subarray(end)]);
}

const mailboxesIn = (addresses: readonly (Address | undefined)[] = []): readonly MailAddress[] =>
  addresses
    .flatMap((each) => each?.group ?? each ?? [])
    .slice(0, MOST_ADDRESSES)
    .map(({ name, address }) => ({ name, address: address.trim().toLowerCase() }))
    .filter(({ address }) => address.includes('@'));

const LONGEST_IDS = 20_000;

const idsIn = (header: string | undefined): readonly string[] =>
  (header ?? '')
    .slice(-LONGEST_IDS)
    .match(/[^\s<>]{1,500}@[^\s<>]{1,500}|(?<=<)[^\s<>]{1,500}(?=>)/g) ?? [];
