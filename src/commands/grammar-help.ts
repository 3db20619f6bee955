import type { LogKind } from '../grammar/head.ts';
import { wrapped } from '../render/finding-text.ts';
import { LOG_WORDS, type LogWord } from '../grammar/log-words.ts';

const TITLES: Readonly<Record<LogWord['group'], string>> = {
  channel: 'Channels (call where none is said)',
  direction: 'Who reached for whom',
  outcome: 'Outcomes: nobody was reached',
  time: 'Times',
  about: 'Subjects, anywhere in the line',
  word: 'Words, anywhere in the line',
  signal: 'Signals: evidence that is shown and counted',
  key: 'Pairs, anywhere in the line',
};
const OF_A_CONTACT: ReadonlySet<LogWord['group']> = new Set(['channel', 'direction', 'outcome']);
const TERM_WIDTH = 26;
const PAGE_WIDTH = 80;

/** The words of the line, each with what it means. */
export function grammarHelp(kind: LogKind): string {
  const groups = (Object.keys(TITLES) as LogWord['group'][]).filter(
    (group) => kind === 'touch' || !OF_A_CONTACT.has(group),
  );
  const sections = groups.map((group) => {
    const lines = LOG_WORDS.filter((each) => each.group === group).flatMap(({ example, means }) => {
      const [first = '', ...rest] = wrapped(means, PAGE_WIDTH - TERM_WIDTH - 4);
      return [
        `  ${example.padEnd(TERM_WIDTH)}  ${first}`,
        ...rest.map((line) => `${' '.repeat(TERM_WIDTH + 4)}${line}`),
      ];
    });
    return [`\n${TITLES[group]}:`, ...lines].join('\n');
  });
  return [
    ...sections,
    '\nWhat is none of these is the note; after -- all is note. Every word is also a\nlong option for scripts: --minutes 40, --signal rude, --note TEXT.',
    `The shell takes ' " $ & ; ( ) < > | # ! ? * and backticks for itself: put quotes\naround text that has them.`,
  ].join('\n');
}
