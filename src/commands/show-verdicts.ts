import { type Day, formatDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { countingRules, verdictRuns } from '../practice/verdict-runs.ts';
import type { World } from '../platform/world.ts';
import { verdictRunsText } from '../render/verdict-runs-text.ts';
import type { Judgement } from '../verdict/judge.ts';
import { judgementsOn } from '../verdict/track.ts';
import { firstWeek, weeklyDays } from '../verdict/weeks.ts';
import { lookingInto, oneCustomer, type OpenBook } from './book.ts';
import { dateOption, type JournalOption } from './common.ts';
import { countedAs } from './counting.ts';
import { asksJson, type FormatOption } from './format-option.ts';
import { knownDay, knownLine } from './known-day.ts';
import { shownBook } from './masked.ts';
import { measuring, relationshipAlone } from './one-customer.ts';
import { onlyName } from './only-name.ts';

export interface VerdictsOptions extends JournalOption, FormatOption {
  readonly verdicts?: boolean;
  readonly mask?: boolean;
  readonly since?: string;
  readonly asOf?: string;
  readonly known?: string;
}

/** Shows how the verdict of one customer came to be what it is, week by week, each worked out anew. */
export async function showVerdicts(
  world: World,
  words: readonly string[],
  options: VerdictsOptions,
): Promise<void> {
  const asJson = asksJson(options);
  const asOf = dayOr(world, '--as-of', options.asOf, world.clock.today());
  const since = dayOr(world, '--since', options.since, firstWeek(asOf));
  if (since > asOf) {
    throw new RelError(
      'usage',
      `--since ${formatDay(since)} lies after ${formatDay(asOf)}, the day looked back from`,
      'name an earlier day',
    );
  }
  const known = knownDay(world, options.known);
  const days = weeklyDays(since, asOf);
  const lookBack = (open: OpenBook) => {
    const watch = countedAs(world, 'customers read');
    const { among, book, called } = shownBook(open, options.mask, watch);
    const name = called(among((names) => onlyName(words, oneCustomer(words, names))));
    const relationship = relationshipAlone(book, name);
    const medianOn = measuring(world, book, name, asOf).medianBeside(relationship.entries);
    return { customer: name, weeks: judgementsOn(relationship, days, medianOn) };
  };
  const { customer, weeks } = lookingInto(world, options.db, lookBack, known);
  const runs = verdictRuns(weeks).toReversed();
  if (!asJson) {
    if (known !== undefined) world.print(knownLine(known));
    const page = await world.page();
    world.print(verdictRunsText({ customer, asOf, weeks: days.length, runs }, page));
    return;
  }
  const json = {
    schema: 1,
    customer,
    asOf: formatDay(asOf),
    known: known === undefined ? null : formatDay(known),
    since: formatDay(since),
    runs: runs.map(({ from, to, ...run }) => ({
      ...run,
      from: formatDay(from),
      to: formatDay(to),
    })),
    weeks: days.map((day, index) => weekJson(day, weeks[index] ?? null)),
  };
  world.print(`${JSON.stringify(json)}\n`);
}

const dayOr = (world: World, option: string, given: string | undefined, usual: Day): Day =>
  given === undefined ? usual : dateOption(world, option, given, 'past');

function weekJson(day: Day, judgement: Judgement | null) {
  return {
    asOf: formatDay(day),
    verdict: judgement?.verdict ?? null,
    row: judgement?.row.row ?? null,
    stage: judgement?.standing.stage ?? null,
    tooEarly: judgement?.tooEarly ?? null,
    worsening: judgement?.worsening ?? null,
    findings: judgement === null ? [] : countingRules([judgement]),
  };
}

/** Throws RelError('usage') for an option that would be ignored: who gives it believes that it counts. */
export function refuseWithoutVerdicts(options: Omit<VerdictsOptions, 'format'>): void {
  const wrong = (['since', 'asOf', 'known'] as const).find((name) => options[name] !== undefined);
  if (wrong === undefined) return;
  throw new RelError(
    'usage',
    `--${wrong === 'asOf' ? 'as-of' : wrong} goes with --verdicts alone`,
    'rel show CUSTOMER --verdicts, or leave it out',
  );
}
