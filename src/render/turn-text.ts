import { entryJson } from './entry-json.ts';
import { spokenDay, spokenWeekday } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Relationship } from '../journal/history.ts';
import type { Judgement } from '../verdict/judge.ts';
import { entryText } from './entry-text.ts';
import { wrapped } from './finding-text.ts';
import { type Page, sign } from './page.ts';
import { visible } from './visible.ts';

interface Stand {
  readonly judgement: Judgement;
  readonly relationship: Relationship;
}

interface Answer {
  readonly before: Stand;
  readonly after: Stand;
  /** In order of recording; the first is what was typed. */
  readonly written: readonly Recorded[];
  readonly telling: { readonly stage: boolean; readonly says: readonly string[] };
  readonly next: string;
}

const INDENT = '   ';

/** What was written, what it does to stage and verdict, what else is to be known, and what comes next. */
export function turnAnswer({ before, after, written, telling, next }: Answer, page: Page): string {
  const { arrow } = sign(page);
  const stages = [before, after].map(({ judgement }) => judgement.standing.stage);
  const verdicts = [before, after].map(({ judgement }) => judgement.verdict);
  const changed = ([from, to]: readonly string[]): boolean => from !== to;
  const lines = [
    ...(changed(stages)
      ? [`stage: ${stages.join(` ${arrow} `)}`]
      : telling.stage
        ? [`stage: stays ${stages[0] ?? ''}`]
        : []),
    ...(changed(verdicts) ? [`verdict: ${verdicts.join(` ${arrow} `)}`] : []),
    ...telling.says,
    `next: ${next}`,
  ];
  const below = lines
    .flatMap((line) => unlessCommand(visible(line), page.width - INDENT.length))
    .map((line) => INDENT + line);
  return [...entryLines(written), ...below, ''].join('\n');
}

/** A command is never broken: it is there to be pasted. */
const unlessCommand = (line: string, width: number): readonly string[] =>
  line.includes('rel ') ? [line] : wrapped(line, width);

function entryLines([first, ...others]: readonly Recorded[]): readonly string[] {
  if (first === undefined) return [];
  const day = `${spokenWeekday(first.on)} ${spokenDay(first.on)}`;
  return [
    `#${first.seq} ${day}, ${visible(first.customer)}: ${entryText(first)}`,
    ...others.map((entry) => `#${entry.seq} ${entryText(entry)}`),
  ];
}

export function turnJson({ before, after, written, telling, next }: Answer): string {
  const [entry, ...others] = written.map((each) => entryJson(each));
  const json = {
    schema: 1,
    entry,
    others,
    stage: { before: before.judgement.standing.stage, after: after.judgement.standing.stage },
    verdict: { before: before.judgement.verdict, after: after.judgement.verdict },
    says: telling.says,
    next,
  };
  return `${JSON.stringify(json)}\n`;
}
