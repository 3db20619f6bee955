import { textOfBytes } from './byte-lines.ts';

/** The properties of a card that rel has a use for. Pictures, keys and addresses are not even decoded. */
const WANTED = new Set([
  'version',
  'n',
  'fn',
  'nickname',
  'org',
  'title',
  'role',
  'email',
  'tel',
  'kind',
  'x-addressbookserver-kind',
  'x-abshowas',
]);

const ENCODING = /^(?:ENCODING=)?"?(QUOTED-PRINTABLE|BASE64|B|8BIT|7BIT)"?$/i;
const CHARSET = /^CHARSET="?([\w.:-]{1,40})"?$/i;
const KEPT = /^(TYPE|PREF|VALUE)=/i;
/** As many as a line may have before it is taken for malice. */
const MOST_PARAMETERS = 50;
const HEX = /=([\dA-F]{2})/gi;

/**
 * A line of a vCard as vCard 3.0 writes it: the texts of 2.1 in quoted-printable and in other character sets are decoded,
 * and its bare words made parameters. Undefined for what is not wanted.
 */
export function cardLine(bytes: string): string | undefined {
  const colon = valueAt(bytes);
  // Without a value it is no line; whoever reads it will say so.
  if (colon < 0) return textOfBytes(bytes);
  const [head = '', ...given] = bytes.slice(0, colon).split(';');
  const name = head.trim();
  const bare = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (!WANTED.has(bare)) return undefined;
  let isQuoted = false;
  let charset: string | undefined;
  const kept: string[] = [];
  for (const parameter of given.slice(0, MOST_PARAMETERS).map((each) => each.trim())) {
    const encoding = ENCODING.exec(parameter)?.[1]?.toUpperCase();
    const set = CHARSET.exec(parameter)?.[1];
    if (encoding !== undefined) isQuoted ||= encoding === 'QUOTED-PRINTABLE';
    else if (set !== undefined) charset = set;
    else if (KEPT.test(parameter)) kept.push(parameter);
    else if (/^[\w-]+$/.test(parameter)) kept.push(`TYPE=${parameter}`);
  }
  const value = bytes.slice(colon + 1);
  const text = isQuoted ? unquoted(value, charset) : textOfBytes(value, charset);
  return `${[name, ...kept.map((each) => textOfBytes(each))].join(';')}:${text}`;
}

/** Where the value begins: behind the first colon that is not in quotes. */
function valueAt(bytes: string): number {
  const colon = bytes.indexOf(':');
  const quote = bytes.indexOf('"');
  if (quote < 0 || quote > colon) return colon;
  let isWithin = false;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === '"') isWithin = !isWithin;
    else if (bytes[at] === ':' && !isWithin) return at;
  }
  return colon;
}

const unquoted = (value: string, charset: string | undefined): string =>
  textOfBytes(
    value.replace(HEX, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    charset,
  ).replace(/\r\n|\r|\n/g, '\\n');
