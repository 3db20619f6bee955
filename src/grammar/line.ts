import type { Day } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { Doubt } from './doubt.ts';
import { doubtAbout } from './doubts.ts';
import { isHeadWord } from './head-words.ts';
import { type LogKind, readHead } from './head.ts';
import { readKey, readSlot, unreadable } from './keys.ts';
import { nearWords } from './likeness.ts';
import type { Said } from './said.ts';
import { type Token, unknownOption, type CommandOptions } from './tokens.ts';
import { colonWords, isKey } from './words.ts';

/** The line taken apart: what was said, in order, and the note as it was typed. */
export interface Line {
  readonly said: readonly Said[];
  readonly note: string;
  /** The pieces of the note that were typed, and of what stands beside it: before it began, and after. */
  readonly pieces: Readonly<Record<'before' | 'note' | 'behind', readonly Token[]>>;
  /** What the beginning of the note leaves open; refused unless something else in the line settles it. */
  readonly doubt: Doubt | undefined;
  readonly commandOptions: ReadonlyMap<string, string | true>;
}

export interface LineContext {
  readonly today: Day;
  readonly kind: LogKind;
  readonly people: readonly string[];
  readonly commandOptions: CommandOptions;
}

/** What one token, with those it takes along, adds to the line. */
interface Step {
  readonly taken: number;
  readonly says?: readonly Said[];
  readonly note?: string;
  readonly beginsNote?: true;
}

export function readTokens(tokens: readonly Token[], context: LineContext): Line {
  const said: Said[] = [];
  const commandOptions = new Map<string, string | true>();
  let note = '';
  const pieces = { before: [] as Token[], note: [] as Token[], behind: [] as Token[] };
  let began = false;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    const inHead = !began && token.isText !== true;
    const step = readToken(tokens, at, inHead, context);
    if (token.isText !== true) {
      const isNote = step.note !== undefined && token.is !== 'option';
      const place = isNote ? 'note' : began ? 'behind' : 'before';
      pieces[place].push(...tokens.slice(at, at + step.taken));
    }
    at += step.taken;
    said.push(...(step.says ?? []));
    if (step.note !== undefined) note += note === '' ? step.note : token.gap + step.note;
    if (step.note === undefined && token.is === 'command')
      commandOptions.set(token.name, token.value);
    if (step.beginsNote === true) began = true;
  }
  const doubt = began ? doubtOf(pieces.note, said, context) : undefined;
  return { said, note, pieces, doubt, commandOptions };
}

/** What stands beside the note in the middle of it, as `with:` may, makes no other sentence of it. */
function doubtOf(
  note: readonly Token[],
  said: readonly Said[],
  { people, today }: LineContext,
): Doubt | undefined {
  const [first, second] = note;
  const end = note.findIndex(({ is }) => is === 'rest');
  const words = note.slice(0, Math.min(LOOK_AHEAD, end < 0 ? note.length : end));
  const isQuoted = first?.opens === true && second?.argument === first.argument;
  const channel = said.find((each) => each.slot === 'channel')?.value;
  return doubtAbout({ words: words.map(({ text }) => text), isQuoted, people, today, channel });
}

function readToken(
  tokens: readonly Token[],
  at: number,
  inHead: boolean,
  context: LineContext,
): Step {
  const token = tokens[at];
  switch (token?.is) {
    case undefined:
      return { taken: 1 };
    case 'colon':
      return { taken: 1, says: colonSays(token.word, token.text) };
    case 'key': {
      const reading = readKey(token, plainFrom(tokens, at + 1, Infinity), context);
      return { taken: 1 + reading.taken, says: [reading.said] };
    }
    case 'option':
      return token.option.is === 'note'
        ? { taken: 1, note: token.value }
        : { taken: 1, says: optionSays(token, context.today) };
    case 'command':
      // A short one counts before the note only; in it, it is a word with a dash.
      return { taken: 1, ...(inHead || token.name.startsWith('--') ? {} : { note: token.text }) };
    case 'rest':
      return { taken: 1, note: token.text };
    case 'word':
    case 'dash':
      return inHead ? readInHead(tokens, at, context) : { taken: 1, note: token.text };
  }
}

/** More words than this are not looked at to tell where the note begins. */
const LOOK_AHEAD = 12;

function readInHead(tokens: readonly Token[], at: number, context: LineContext): Step {
  const [token, ...others] = plainFrom(tokens, at, LOOK_AHEAD);
  if (token === undefined) return { taken: 1 };
  if (token.is === 'dash') throw unknownOption(token.text, context.commandOptions);
  const words = [token, ...others].map(({ text }) => text);
  const head = readHead(words, context.kind, context.today);
  if (head !== undefined) return { taken: head.taken, says: [head.said] };
  return { taken: 1, note: token.text, beginsNote: true };
}

/** The plain words from here to the next `:word`, key, option or end, `most` at most; text is not mixed with the rest. */
function plainFrom(tokens: readonly Token[], start: number, most: number): readonly Token[] {
  const isText = tokens[start - 1]?.isText;
  let end = start;
  while (end - start < most && isPlain(tokens[end]) && tokens[end]?.isText === isText) end += 1;
  return tokens.slice(start, end);
}

const isPlain = (token: Token | undefined): boolean => token?.is === 'word' || token?.is === 'dash';

function colonSays(word: string, text: string): readonly Said[] {
  const known = colonWords().get(word);
  if (known !== undefined) return known.says;
  throw new RelError(
    'usage',
    `${text} is not a word that rel log knows`,
    `${meant(word)}for the note: -- ${text}`,
  );
}

function meant(word: string): string {
  if (isKey(word)) return `${word} takes a value (${word}:…); `;
  if (isHeadWord(word)) return `${word} is written without the colon, before the note; `;
  const near = nearWords(word, colonWords().keys()).map((each) => `:${each}`);
  return near.length === 0 ? '' : `did you mean ${near.join(' or ')}? `;
}

function optionSays(token: Extract<Token, { is: 'option' }>, today: Day): readonly Said[] {
  const { option, name, value } = token;
  if (option.is === 'colon') return colonSays(option.word, name);
  if (option.is === 'signal') return colonSays(value.replace(/^:/, ''), `${name} ${value}`);
  if (option.is === 'note') return [];
  const said = readSlot(option.slot, value, today, `${name} ${value}`);
  if (said === undefined) throw unreadable(option.slot, name, `${name} ${value}`);
  return [said];
}
