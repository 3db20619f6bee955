import { type Day, formatDay } from '../journal/days.ts';
import type { Json } from '../journal/fields.ts';
import { writeEntry } from '../journal/line.ts';
import type { Felt } from '../practice/own-feeling.ts';
import type { Reasoning, Traced } from '../practice/reasoning.ts';
import { beginningJson } from './beginning-text.ts';
import { endJson } from './end-of-business-text.ts';
import { freedJson } from './freed-text.ts';
import { capitalJson } from './capital-text.ts';
import { askedChangeJson } from './asked-changes-text.ts';
import { failureJson } from './failures-text.ts';
import { limitsJson } from './limits-text.ts';
import { customerJson, findingJson } from './review-json.ts';

type JsonObject = Readonly<Record<string, Json>>;

/** All that the text of `rel why` shows. */
export function whyJson(reasoning: Reasoning): JsonObject {
  const {
    beginning,
    capital,
    changes,
    ended,
    feeling,
    freed,
    hinges,
    knowable,
    life,
    lifeWords,
    lasting,
    meanwhile,
    passedOver,
    remarks,
    review,
    rules,
    stake,
    strengths,
  } = reasoning;
  const { judgement } = review;
  return {
    ...customerJson(review, { hinges: () => hinges, allRules: true, remarksOf: () => remarks }),
    condition: judgement.row.condition,
    notRows: passedOver.map(({ row, because }) => ({
      row: row.row,
      verdict: row.verdict,
      condition: row.condition,
      because,
    })),
    reset: dayOrNull(judgement.standing.reset),
    firm: hinges.length === 0,
    findings: rules.map((each) => tracedJson(each, reasoning)),
    changes: changes.map(({ says, on, verdict, entries }) => ({
      if: says,
      on: formatDay(on),
      verdict,
      entries: entries.map(writeEntry),
    })),
    knowable:
      knowable === undefined
        ? null
        : {
            on: formatDay(knowable.on),
            daysBefore: judgement.asOf - knowable.on,
            rules: knowable.rules.map(({ name }) => name),
          },
    strengths: strengths.map(({ side, kind, says, entries }) => ({
      side,
      kind,
      says,
      evidence: entries.map(({ id }) => id),
    })),
    signsOfLife: {
      says: lifeWords,
      inbound: life.inbound?.id ?? null,
      talk: life.talk?.id ?? null,
      kept: life.kept?.id ?? null,
      order: life.order?.id ?? null,
    },
    failures: reasoning.failures.map(failureJson),
    askedChanges: reasoning.askedChanges.map(askedChangeJson),
    atStake: { ...stake, renewal: dayOrNull(stake.renewal) },
    feeling: { now: feltJson(feeling.now), before: feltJson(feeling.before) },
    beginning: beginningJson(beginning),
    ended: endJson(ended),
    freed: freed === undefined ? null : freedJson(freed),
    capital: capitalJson(capital),
    meanwhile: meanwhile.map((each) => ({ ...each })),
    lasting:
      lasting === undefined
        ? null
        : {
            since: formatDay(lasting.since),
            days: lasting.days,
            lastGood: lasting.good?.id ?? null,
          },
  };
}

/** One rule with its limits, and with what it said before. */
export function tracedJson(
  { judged, since, before }: Traced,
  { review }: Pick<Reasoning, 'review'>,
): JsonObject {
  const { settings } = review.relationship;
  return {
    ...findingJson(judged),
    thresholds: { ...judged.rule.thresholds, ...settings.rules?.[judged.rule.name] },
    limits: limitsJson(judged.rule.limits(settings)),
    measured: judged.level === null ? null : judged.rule.measured(judged.outcome.numbers),
    ofYourself: judged.rule.ofYourself ?? null,
    since: dayOrNull(since),
    before:
      before === undefined
        ? null
        : { asOf: formatDay(before.asOf), level: before.level, message: before.message },
    baseline: judged.rule.baseline?.(judged.outcome.numbers) ?? null,
  };
}

const feltJson = ({ from, to, feelings, mean, lowDays, feltDays }: Felt): JsonObject => ({
  from: formatDay(from),
  to: formatDay(to),
  feelings,
  mean,
  lowDays,
  feltDays,
});

const dayOrNull = (day: Day | null | undefined): string | null =>
  day === null || day === undefined ? null : formatDay(day);
