import { SIGNALS, SUBJECTS } from '../journal/vocabulary.ts';
import { logOptions } from './options.ts';
import { CHANNEL_WORDS, colonWords, entriesOf, keyWords, OUTCOME_WORDS } from './words.ts';

export interface LogWord {
  readonly group:
    'channel' | 'direction' | 'outcome' | 'time' | 'about' | 'word' | 'signal' | 'key';
  /** As it is typed: `call`, `:rude`, `with:`. */
  readonly word: string;
  readonly means: string;
  /** What stands in a line: `with:dana`. */
  readonly example: string;
  /** The long option that says the same: `--signal rude`. */
  readonly option: string;
}

const SUBJECT_SET: ReadonlySet<string> = new Set(SUBJECTS);
const SIGNAL_SET: ReadonlySet<string> = new Set(SIGNALS);

/** Every word of the line, in the order of the manual: for help, completion and documents. */
export const LOG_WORDS: readonly LogWord[] = [
  ...entriesOf(CHANNEL_WORDS).map(([word, means]) => fixed('channel', word, means)),
  fixed('direction', 'in', 'they reached for us'),
  fixed('direction', 'out', 'we reached for them (the default)'),
  ...entriesOf(OUTCOME_WORDS).map(([word, means]) => fixed('outcome', word, means)),
  {
    group: 'time',
    word: '40m',
    means: 'how long: 40m, 40min, 1h, 1.5h, 1h30m',
    example: '40m',
    option: '--minutes 40',
  },
  {
    group: 'time',
    word: 'yesterday',
    means: 'the day it happened: today, yesterday, fri, last tuesday, 3 nov, 2026-11-16',
    example: 'yesterday',
    option: '--on yesterday',
  },
  ...[...colonWords()].map(([word, { means }]) => colon(word, means)),
  ...entriesOf(keyWords()).map(([key, { means, example }]) => ({
    group: 'key' as const,
    word: `${key}:`,
    means,
    example,
    option: `--${key}`,
  })),
];

function fixed(group: 'channel' | 'direction' | 'outcome', word: string, means: string): LogWord {
  return { group, word, means, example: word, option: `--${group} ${word}` };
}

function colon(word: string, means: string): LogWord {
  const group = SUBJECT_SET.has(word) ? 'about' : SIGNAL_SET.has(word) ? 'signal' : 'word';
  // --need takes a text; the subject has another option.
  const own = logOptions().get(`--${word}`)?.is === 'colon' ? `--${word}` : `--signal ${word}`;
  return {
    group,
    word: `:${word}`,
    means,
    example: `:${word}`,
    option: group === 'about' ? `--about ${word}` : own,
  };
}
