import { counted } from '../journal/counted.ts';
import { type Day, spokenDay, spokenWeekday } from '../journal/days.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import { wrapped } from './finding-text.ts';
import type { Page, Role } from './page.ts';
import { pad, visible } from './visible.ts';

interface Run {
  readonly verdict: Verdict;
  readonly from: Day;
  readonly weeks: number;
  readonly earlier: boolean;
  readonly findings: readonly string[];
}

interface Past {
  readonly customer: string;
  readonly asOf: Day;
  /** How many weeks were looked at. */
  readonly weeks: number;
  /** The last one first. */
  readonly runs: readonly Run[];
}

const ROLES = {
  KEEP: 'good',
  FIX: 'warn',
  REBUILD: 'warn',
  DROP: 'bad',
} as const satisfies Record<Verdict, Role>;

const VERDICT_WIDTH = 9;

/** A line for each stretch of weeks with one verdict: since when, how long, and what was found. */
export function verdictRunsText({ customer, asOf, weeks, runs }: Past, page: Page): string {
  const head = `${visible(customer)}: verdicts of ${counted(weeks, 'week')} to ${spokenWeekday(asOf)} ${spokenDay(asOf)}`;
  const lines = runs.flatMap((run) => {
    const [first = '', ...others] = wrapped(runText(run), page.width - VERDICT_WIDTH);
    const verdict = page.paint(ROLES[run.verdict], pad(run.verdict, VERDICT_WIDTH));
    return [verdict + first, ...others.map((line) => ' '.repeat(VERDICT_WIDTH) + line)];
  });
  const nothing = runs.length === 0 ? ['Nothing had happened yet.'] : [];
  return [...wrapped(head, page.width), '', ...lines, ...nothing, ''].join('\n');
}

function runText({ from, weeks, earlier, findings }: Run): string {
  const found = findings.length === 0 ? '' : `: ${findings.join(', ')}`;
  return `since ${spokenDay(from)}${earlier ? ' or earlier' : ''} (${counted(weeks, 'week')})${found}`;
}
