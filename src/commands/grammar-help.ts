import type { LogKind } from '../grammar/head.ts';
import { CHANNEL_WORDS, COLON_WORDS, KEY_WORDS, OUTCOME_WORDS } from '../grammar/words.ts';

/** The words of the line, each with what it means; printed from the grammar's own tables. */
export function grammarHelp(kind: LogKind): string {
  const touch = [
    section('Channels (call where none is said)', Object.entries(CHANNEL_WORDS)),
    section('Outcomes: nobody was reached', Object.entries(OUTCOME_WORDS)),
  ];
  return [
    ...(kind === 'touch' ? touch : []),
    section('Times', [
      ['40m 1h 1h30m', 'how long'],
      ['yesterday fri 3 nov 2026-11-16', 'the day it happened, today where none is said'],
    ]),
    section(
      'Words, anywhere in the line',
      [...COLON_WORDS].map(([word, { means }]) => [`:${word}`, means]),
    ),
    section(
      'Pairs, anywhere in the line',
      Object.values(KEY_WORDS).map(({ example, means }) => [example, means]),
    ),
    '\nWhat is none of these is the note. After -- all is note. Every word is also a long option (--minutes 40, --signal rude, --note TEXT).',
    `The shell takes ' " $ & ; ( ) < > | # ! ? * and backticks for itself: put quotes around text that has them.`,
  ].join('\n');
}

const TERM_WIDTH = 32;

function section(title: string, words: readonly (readonly [string, string])[]): string {
  return `\n${title}:\n${words.map(([word, means]) => `  ${word.padEnd(TERM_WIDTH)}  ${means}`).join('\n')}`;
}
