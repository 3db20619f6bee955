import { type Day, formatDay } from '../journal/days.ts';
import type { Json } from '../journal/fields.ts';
import type { Hinge } from '../verdict/hangs-on.ts';
import type { JudgedRule } from '../verdict/judge.ts';
import type { CustomerReview, ReviewDays } from '../verdict/review.ts';
import type { Week } from '../verdict/weeks.ts';
import type { WholeBook } from '../verdict/whole-book.ts';
import { nextStep } from '../verdict/next-step.ts';
import { lastChanceOf } from '../verdict/last-chance.ts';
import { lastChanceJson } from './last-chance-json.ts';
import { nextCommand } from './next-command.ts';
import { remarkJson, type RemarksOf } from './remark-text.ts';

/** The version of the shape below: fields are only ever added. */
const SCHEMA = 1;
/** The version of the rules: changes when the same journal could get another verdict. */
const RULES_VERSION = '1';

export interface JsonOptions {
  /** The hinges of a customer, or undefined where they are not wanted. */
  readonly hinges: ((review: CustomerReview) => readonly Hinge[]) | undefined;
  /** All 21 rules, those without a finding too. */
  readonly allRules: boolean;
  readonly remarksOf: RemarksOf;
  /** The verdicts of the weeks before; undefined where they are not wanted. */
  readonly weeksOf?: ((review: CustomerReview) => readonly Week[]) | undefined;
}

interface Reviewed extends ReviewDays {
  readonly known?: Day | undefined;
  /** As `customerJson` gives them. */
  readonly customers: readonly Json[];
  /** Of the whole book, whichever customers are listed. */
  readonly book: WholeBook;
}

export function reviewJson({ asOf, against, known, book, customers }: Reviewed): Json {
  return {
    schema: SCHEMA,
    asOf: formatDay(asOf),
    against: formatDay(against),
    known: known === undefined ? null : formatDay(known),
    rules: RULES_VERSION,
    customers,
    book: {
      ...book,
      verdicts: { ...book.verdicts },
      time: {
        ...book.time,
        most: book.time.most === null ? null : { ...book.time.most },
        weeks: book.time.weeks.map((week) => ({ ...week })),
      },
      year: Object.fromEntries(
        Object.entries(book.year).map(([verdict, sums]) => [verdict, { ...sums }]),
      ),
      atStake: { ...book.atStake },
      drops: { ...book.drops },
      ourPromises: { ...book.ourPromises },
      lessons: book.lessons.map((each) => ({ ...each, on: formatDay(each.on), at: [...each.at] })),
      leftAlone: book.leftAlone === null ? null : { ...book.leftAlone },
    },
  };
}

export function customerJson(
  review: CustomerReview,
  { hinges, allRules, remarksOf, weeksOf }: JsonOptions,
): Readonly<Record<string, Json>> {
  const { judgement, relationship, previous, changed, value, share, decision } = review;
  const { row, sums, gates, standing, tooEarly, verdict, worsening } = judgement;
  const shown = allRules
    ? judgement.rules
    : judgement.rules.filter(({ level }) => level !== null && level > 0);
  return {
    customer: relationship.customer.name,
    verdict,
    row: row.row,
    stage: standing.stage,
    tooEarly,
    worsening,
    previous,
    changed,
    value,
    share,
    next: nextCommand(review),
    advice: row.advice,
    decision:
      decision === null
        ? null
        : {
            entry: decision.id,
            verdict: decision.verdict,
            // As in the text: a private reason is shown by `rel show` alone.
            reason: decision.private === true ? null : (decision.reason ?? null),
            since: formatDay(decision.on),
            until: decision.until === undefined ? null : formatDay(decision.until),
          },
    levels: { theirs: sums.theirs, ours: sums.ours, economics: sums.economics },
    gates: { ...gates },
    ...(hinges === undefined
      ? {}
      : { hangsOn: hinges(review).map(({ entry, becomes }) => ({ entry: entry.id, becomes })) }),
    findings: shown.map(findingJson),
    remarks: remarksOf(review).map((remark) => remarkJson(remark, relationship.customer.name)),
    lastChance: lastChanceJson(lastChanceOf(review)),
    step: stepJson(review),
    ...(weeksOf === undefined
      ? {}
      : {
          weeks: weeksOf(review).map((week) => ({
            asOf: formatDay(week.asOf),
            verdict: week.verdict,
          })),
        }),
  };
}

function stepJson(review: CustomerReview): Readonly<Record<string, Json>> {
  const { say, words, command } = nextStep(review);
  return { say, words: words ?? null, command: command ?? null };
}

export function findingJson({ rule, level, outcome }: JudgedRule): Readonly<Record<string, Json>> {
  return {
    rule: rule.name,
    side: rule.side,
    level,
    raw: outcome.level,
    message: outcome.message,
    evidence: outcome.evidence,
    numbers: outcome.numbers,
  };
}
