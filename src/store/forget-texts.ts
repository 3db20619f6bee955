import type { Json } from '../journal/fields.ts';

/** What stands where a name was. */
const GONE = '…';

/** Below this, a name of ASCII letters is found in half of all sentences. */
const SHORTEST = 3;

// Written without blanks between words, so that a name has no edges there.
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;
const WORD_SIGN = /[\p{L}\p{N}]/u;
const ASCII = /^[\0-\u007f]*$/;

/** Whether a text can be looked for at all: `Al`, `-` and the like would be found where nobody meant them. */
export const isFindable = (text: string): boolean =>
  !ASCII.test(text) || (text.trim().length >= SHORTEST && WORD_SIGN.test(text));

/**
 * Finds any of the texts as whole words, longest first, however the blanks between their words are
 * written; undefined where there is nothing to find.
 * @param anyCase `brazos` is found for `Brazos` as well
 */
export function finderOf(texts: Iterable<string>, anyCase = true): RegExp | undefined {
  const wanted = [...new Set(texts)].filter(isFindable).sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return undefined;
  return new RegExp(wanted.map(whole).join('|'), anyCase ? 'giu' : 'gu');
}

function whole(text: string): string {
  const trimmed = text.trim();
  const words = trimmed.split(/\s+/u).map(escaped).join('\\s+');
  const characters = Array.from(trimmed);
  return `${edge(characters[0]) ? '(?<![\\p{L}\\p{N}])' : ''}${words}${edge(characters.at(-1)) ? '(?![\\p{L}\\p{N}])' : ''}`;
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

const edge = (character = ''): boolean => WORD_SIGN.test(character) && !UNSPACED.test(character);

type Line = Readonly<Record<string, Json>>;

/**
 * The fields that hold words of the user's own. Names of customers and people are left out: another
 * one who is called alike is not renamed in passing.
 */
export const FREE_FIELDS: ReadonlySet<string> = new Set([
  'note',
  'tags',
  'person',
  'what',
  'number',
  'words',
  'conditions',
  'reason',
  'text',
  'answer',
  'blames',
  'weBlame',
  'source',
  'aliases',
  'inheritedFrom',
  'needs',
  'standard',
  'role',
  'email',
  'phone',
  'win',
]);

/** The texts of a line in which somebody may be mentioned, in the order of its fields. */
export const freeTexts = (line: Line): readonly string[] =>
  Object.entries(line).flatMap(([field, value]) => (isFree(line, field) ? textsIn(value) : []));

/** The user's words in entries of one type, and a choice of few in all others. */
const FREE_IN: Readonly<Record<string, string>> = { conditions: 'notice', what: 'promise' };

const isFree = ({ type }: Line, field: string): boolean =>
  FREE_FIELDS.has(field) && (FREE_IN[field] ?? type) === type;

/** A card's name, which is not replaced. */
export const namesOf = ({ type, name = null }: Line): readonly string[] =>
  type === 'customer' || type === 'person' ? textsIn(name) : [];

function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((each: Json) => textsIn(each));
}

/** The line with what is found replaced; the same object where nothing is. */
export function withoutTexts(line: Line, finder: RegExp): Line {
  const fields = Object.entries(line).map(
    ([field, value]) =>
      [field, isFree(line, field) ? fieldWithout(field, value, finder) : value] as const,
  );
  return fields.every(([field, value]) => value === line[field])
    ? line
    : Object.fromEntries(fields);
}

/** The same value where nothing is found. */
function fieldWithout(field: string, value: Json, finder: RegExp): Json {
  if (!textsIn(value).some((text) => isFound(text, finder))) return value;
  // An alias of somebody else that names them finds nobody any more.
  if (field === 'aliases' && isList(value))
    return value.filter((each) => !textsIn(each).some((text) => isFound(text, finder)));
  if (field !== 'blames' && field !== 'weBlame') return replaced(value, finder);
  const name =
    typeof value === 'string' && value.startsWith(OTHER) ? value.slice(OTHER.length) : '';
  return isFound(name, finder) ? `${OTHER}${name.replace(finder, GONE)}` : value;
}

/** Before the name of another provider, where one of the two sides would stand. */
const OTHER = 'other:';

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function replaced(value: Json, finder: RegExp): Json {
  if (typeof value === 'string') return value.replace(finder, GONE);
  if (isList(value)) return value.map((each) => replaced(each, finder));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, Json]) => [key, replaced(each, finder)]),
  );
}

/** @param finder with the `g` flag, whose place in the text before is forgotten */
export function isFound(text: string, finder: RegExp): boolean {
  finder.lastIndex = 0;
  return finder.test(text);
}

/** Of a command line, what says nothing about anybody. */
export function bareCommand(command: string): string {
  if (/^(undo|redo)( \d+)?$/.test(command)) return command;
  return `${/^[a-z]+/.exec(command)?.[0] ?? ''} ${GONE}`.trimStart();
}
