import { RelError } from '../journal/error.ts';
import { readText } from '../journal/fields.ts';
import { nearWords } from './likeness.ts';
import { logOptions, type LogOption, takesValue } from './options.ts';
import { isKey, type Key } from './words.ts';

/** An option of the command around the grammar (`--db FILE`), by whether a value follows it. */
export type CommandOptions = ReadonlyMap<string, { readonly takesValue: boolean }>;

interface Placed {
  /** As it was typed. */
  readonly text: string;
  /** The white space before it. */
  readonly gap: string;
  /** Which argument of the shell it stands in, and whether it is the first piece of it. */
  readonly argument: number;
  readonly opens: boolean;
  /** It came from a file, an editor or an answer: text of the note, whatever it looks like. */
  readonly isText?: true;
}

/** One piece of the line. Quotes are for the shell: an argument with white space in it is several pieces. */
export type Token = Placed &
  (
    | { readonly is: 'word' }
    /** `:word`, without colon and trailing punctuation; whether it is known is for the reader. */
    | { readonly is: 'colon'; readonly word: string }
    | { readonly is: 'key'; readonly key: Key; readonly value: string }
    | {
        readonly is: 'option';
        readonly option: LogOption;
        readonly name: string;
        readonly value: string;
      }
    | { readonly is: 'command'; readonly name: string; readonly value: string | true }
    /** Looks like an option and is none: an error before the note, a word of it after. */
    | { readonly is: 'dash' }
    /** What followed `--`. */
    | { readonly is: 'rest' }
  );

const COLON = /^:([a-z-]{2,})[,.;!?]*$/;
const KEY_VALUE = /^([a-z-]+):(.+)$/su;
const DASH = /^--?[a-z][^\s]*$/i;

/**
 * Cuts the arguments into pieces without deciding where the note begins.
 * @param text what belongs to the note and follows the arguments; in it only `:words` and keys count
 */
export function tokensOf(
  given: readonly string[],
  commandOptions: CommandOptions,
  text = '',
): readonly Token[] {
  const ofText = piecesOf(checkText(text), given.length, { isText: true });
  return [...tokensOfWords(given, commandOptions), ...ofText];
}

function tokensOfWords(given: readonly string[], commandOptions: CommandOptions): readonly Token[] {
  const words = given.map(checkText);
  const tokens: Token[] = [];
  for (let argument = 0; argument < words.length; argument += 1) {
    const text = words[argument] ?? '';
    const placed = { text, gap: ' ', argument, opens: true };
    if (text === '--') {
      tokens.push({ is: 'rest', ...placed, text: words.slice(argument + 1).join(' ') });
      break;
    }
    const next = words[argument + 1];
    const option = optionAt(placed, next, commandOptions);
    if (option === undefined) for (const piece of piecesOf(text, argument)) tokens.push(piece);
    else tokens.push(option.token);
    if (option?.tookNext === true) argument += 1;
  }
  return tokens;
}

function checkText(word: string): string {
  const text = readText(word.includes('\r') ? word.replace(/\r\n?/gu, '\n') : word);
  if (text === undefined) {
    const shown = JSON.stringify(word.slice(0, 40));
    throw new RelError(
      'usage',
      `${shown} holds control characters or is too long`,
      'type it again',
    );
  }
  return text;
}

function optionAt(
  placed: Placed,
  next: string | undefined,
  commandOptions: CommandOptions,
): { readonly token: Token; readonly tookNext: boolean } | undefined {
  // Most words are none, and need no table of the options.
  if (!placed.text.startsWith('-')) return undefined;
  const [, name = '', attached] = /^(-[^=\s]+)(?:=(.*))?$/su.exec(placed.text) ?? [];
  const ours = logOptions().get(name);
  const command = commandOptions.get(name);
  if (ours === undefined && command === undefined) {
    return DASH.test(placed.text)
      ? { token: { is: 'dash', ...placed }, tookNext: false }
      : undefined;
  }
  const wantsValue = command?.takesValue ?? (ours !== undefined && takesValue(ours));
  const value = wantsValue ? (attached ?? next) : attached;
  const isOption = attached === undefined && value !== undefined && logOptions().has(value);
  if (wantsValue && (value === undefined || isOption)) throw withoutValue(name);
  if (!wantsValue && attached !== undefined) throw withNeedlessValue(name, attached);
  const tookNext = wantsValue && attached === undefined;
  if (command !== undefined)
    return { token: { is: 'command', ...placed, name, value: value ?? true }, tookNext };
  if (ours === undefined) return undefined;
  return { token: { is: 'option', ...placed, option: ours, name, value: value ?? '' }, tookNext };
}

const withoutValue = (name: string) =>
  new RelError(
    'usage',
    `${name} is given without a value`,
    `type ${name} VALUE, or for the note: -- ${name}`,
  );

const withNeedlessValue = (name: string, value: string) =>
  new RelError('usage', `${name} takes no value, but ${value} is given`, `type ${name} alone`);

/** The pieces of one argument. A text may have a megabyte of them: nothing is made for each that can be left out. */
function piecesOf(
  text: string,
  argument: number,
  from: { readonly isText?: true } = {},
): readonly Token[] {
  const pieces: Token[] = [];
  // Blanks at the end would be gone through again from each of them.
  for (const [, gap = '', piece = ''] of text.trimEnd().matchAll(/(\s*)(\S+)/gu)) {
    const opens = pieces.length === 0;
    pieces.push(pieceOf({ text: piece, gap: opens ? ` ${gap}` : gap, argument, opens, ...from }));
  }
  return pieces;
}

function pieceOf(placed: Placed): Token {
  if (!placed.text.includes(':')) return { is: 'word', ...placed };
  const colon = COLON.exec(placed.text)?.[1];
  if (colon !== undefined) return { is: 'colon', ...placed, word: colon };
  const [, key = '', value = ''] = KEY_VALUE.exec(placed.text) ?? [];
  return isKey(key) && value !== '""'
    ? { is: 'key', ...placed, key, value }
    : { is: 'word', ...placed };
}

/** The error for a word that looks like an option and is none. */
export function unknownOption(text: string, commandOptions: CommandOptions): RelError {
  const given = /^--([^=]+)/.exec(text)?.[1] ?? '';
  const known = [...logOptions().keys(), ...commandOptions.keys()].map((name) =>
    name.replace(/^--?/, ''),
  );
  const near = nearWords(given, known).map((name) => `--${name}`);
  const meant = near.length > 0 ? `did you mean ${near.join(' or ')}? ` : '';
  return new RelError(
    'usage',
    `${text} is no option of this command`,
    `${meant}for the note: -- ${text}`,
  );
}
