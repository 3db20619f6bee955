import type { Day } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { doubtAbout, type Doubt } from './doubts.ts';
import { isHeadWord } from './head-words.ts';
import { type LogKind, readHead } from './head.ts';
import { readKey, readSlot, unreadable } from './keys.ts';
import { nearWords } from './likeness.ts';
import type { Said } from './said.ts';
import { type Token, unknownOption, type CommandOptions } from './tokens.ts';
import { COLON_WORDS, isKey } from './words.ts';

/** The line taken apart: what was said, in order, and the note as it was typed. */
export interface Line {
  readonly said: readonly Said[];
  readonly note: string;
  /** The argument in which the note's first plain word stands. */
  readonly noteBegins: number | undefined;
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

type Plain = Extract<Token, { is: 'word' | 'dash' }>;

const isPlain = (token: Token): token is Plain => token.is === 'word' || token.is === 'dash';

export function readTokens(tokens: readonly Token[], context: LineContext): Line {
  const said: Said[] = [];
  const commandOptions = new Map<string, string | true>();
  let note = '';
  let doubt: Doubt | undefined;
  let noteBegins: number | undefined;
  let inHead = true;
  let at = 0;
  const addToNote = (gap: string, text: string) => {
    note += note === '' ? text : gap + text;
  };

  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const plain = plainFrom(tokens, at + 1);
    at += 1;
    if (token.is === 'colon') said.push(...colonSays(token.word, token.text));
    else if (token.is === 'key') {
      const reading = readKey(token, plain, context);
      said.push(reading.said);
      at += reading.taken;
    } else if (token.is === 'option') {
      if (token.option.is === 'note') addToNote(token.gap, token.value);
      else said.push(...optionSays(token, context.today));
    } else if (token.is === 'command' && (inHead || token.name.startsWith('--'))) {
      commandOptions.set(token.name, token.value);
    } else if (token.is === 'rest') addToNote(token.gap, token.text);
    else {
      if (inHead && token.is === 'dash') throw unknownOption(token.text, context.commandOptions);
      const upcoming = [token, ...plain].map(({ text }) => text);
      const head = inHead ? readHead(upcoming, context.kind, context.today) : undefined;
      if (head !== undefined) {
        said.push(head.said);
        at += head.taken - 1;
        continue;
      }
      if (inHead) {
        doubt = doubtAbout(upcoming);
        noteBegins = token.argument;
      }
      inHead = false;
      addToNote(token.gap, token.text);
    }
  }
  return { said, note, noteBegins, doubt, commandOptions };
}

function plainFrom(tokens: readonly Token[], start: number): readonly Plain[] {
  const plain: Plain[] = [];
  for (const token of tokens.slice(start)) {
    if (!isPlain(token)) break;
    plain.push(token);
  }
  return plain;
}

function colonSays(word: string, text: string): readonly Said[] {
  const known = COLON_WORDS.get(word);
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
  const near = nearWords(word, COLON_WORDS.keys()).map((each) => `:${each}`);
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
