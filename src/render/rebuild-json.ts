import { type Day, formatDay } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Json } from '../journal/fields.ts';
import { type Ladder, STEP_TITLES } from '../journal/ladder.ts';
import { writePerson } from '../journal/line.ts';
import type { RebuildPage, Way } from '../practice/rebuild/page.ts';
import { promiseJson } from './promise-json.ts';
import { commandOf, openNote } from './rebuild-words.ts';

type Fields = Readonly<Record<string, Json>>;

const date = (day: Day): string => formatDay(day);
const id = (entry: Recorded | undefined): string | null => entry?.id ?? null;
const ids = (entries: readonly Recorded[]): readonly string[] => entries.map((each) => each.id);

/** Where one stands with a customer, and what comes next. */
export function wayJson(way: Way): Fields {
  const { approach, broken, course, failures, ladder, next, opening, regarded } = way;
  const { judgement, relationship } = regarded;
  return {
    customer: relationship.customer.name,
    verdict: judgement.verdict,
    row: judgement.row.row,
    stage: judgement.standing.stage,
    course,
    broken:
      broken === undefined
        ? null
        : {
            kind: broken.kind,
            on: date(broken.since),
            entry: broken.entry.id,
            cause: broken.entry.type === 'lost' ? (broken.entry.cause ?? null) : null,
            ours: broken.ours,
            harm: broken.harm ?? null,
          },
    step: ladder?.next?.step ?? null,
    say: next.say,
    words: next.words ?? null,
    next: commandOf(way) ?? null,
    approach:
      approach === undefined
        ? null
        : {
            from: date(approach.from),
            because: approach.because,
            entry: approach.entry.id,
            days: approach.peace ?? null,
          },
    opening: id(opening),
    failedApproaches: ids(failures),
  };
}

const ladderJson = ({ condition, fixed, fixing, rungs }: Ladder): Fields => ({
  steps: rungs.map(({ answer, entry, state, step }) => ({
    step,
    title: STEP_TITLES[step],
    state,
    on: entry === undefined ? null : date(entry.on),
    entry: id(entry),
    answer: answer ?? null,
    note: entry?.type === 'step' ? (openNote(entry) ?? null) : null,
  })),
  condition: condition === undefined ? null : promiseJson(condition),
  fixed: fixed.map(promiseJson),
  fixing: fixing.map(promiseJson),
});

/** All that `rel rebuild CUSTOMER` shows. */
export function rebuildJson(page: RebuildPage): Fields {
  const { deciders, good, triggers, troubles, unlearned, watch, way, worth } = page;
  return {
    schema: 1,
    asOf: date(way.regarded.judgement.asOf),
    ...wayJson(way),
    ladder: way.ladder === undefined ? null : ladderJson(way.ladder),
    triggers: triggers.map((each) => ({
      entry: each.id,
      on: date(each.on),
      kind: each.kind,
      note: openNote(each) ?? null,
    })),
    watch:
      watch === undefined
        ? null
        : { last: date(watch.last), next: date(watch.next), everyDays: watch.everyDays },
    troubles: troubles.map(({ entries, first, last, mended, ...rest }) => ({
      ...rest,
      first: date(first),
      last: date(last),
      mended: mended === null ? null : date(mended),
      entries: ids(entries),
    })),
    good:
      good === undefined
        ? null
        : {
            until: date(good.until),
            firstOrder: good.firstOrder === null ? null : date(good.firstOrder),
            tenureDays: good.tenureDays,
            income: good.income.map(({ amount, year }) => ({ year, amount })),
            kept: { ours: { ...good.kept.ours }, theirs: { ...good.kept.theirs } },
            gave: good.gave,
            strengths: good.strengths.map(({ entries, kind, says, side }) => ({
              side,
              kind,
              says,
              entries: ids(entries),
            })),
          },
    deciders: deciders.map(({ knowsWin, person, personal, talks }) => ({
      person: writePerson(person),
      talks,
      personal,
      knowsWin,
    })),
    worth: worth === undefined ? null : { ...worth },
    unlearned: id(unlearned),
  };
}
