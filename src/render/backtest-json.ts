import { formatDay } from '../journal/days.ts';
import type { Json } from '../journal/fields.ts';
import type { Backtest } from '../practice/backtest.ts';
import type { Score, Share } from '../practice/backtest-score.ts';

export function backtestJson(tested: Backtest): Readonly<Record<string, Json>> {
  const { drops, fates, unseen } = tested;
  return {
    schema: 1,
    since: formatDay(tested.since),
    until: formatDay(tested.until),
    withinDays: tested.withinDays,
    weeks: tested.weeks,
    reviews: tested.reviews,
    customers: tested.customers,
    became: {
      lost: fates.lost,
      dropped: fates.dropped,
      wonBack: fates['won back'],
      renewed: fates.renewed,
      stillThere: fates['still there'],
    },
    drops,
    unseenLosses: unseen,
    reviewers: tested.reviewers.map(scoreJson),
    losses: tested.losses.map(({ ahead, customer, on, surprise, verdict }) => ({
      customer,
      on: formatDay(on),
      verdict,
      daysAhead: ahead,
      surprise,
    })),
    surprises: shareJson(tested.surprises),
    renewals: Object.fromEntries(tested.renewals),
    rules: tested.rules.map(scoreJson),
    disagreements: tested.disagreements.map(({ came, entry, right, said }) => ({
      entry: entry.id,
      customer: entry.customer,
      on: formatDay(entry.on),
      decided: entry.verdict,
      computed: said,
      reason: entry.private === true ? null : (entry.reason ?? null),
      came,
      right,
    })),
  };
}

const shareJson = ({ hits, lower, of, upper }: Share): Json => ({ hits, of, lower, upper });

const scoreJson = ({ name, ...score }: Score & { readonly name: string }): Json => ({
  name,
  warned: shareJson(score.warned),
  misses: score.warned.of - score.warned.hits,
  medianDaysAhead: score.lead,
  falseAlarms: shareJson(score.falseAlarms),
  openAlarms: score.open,
  weeks: score.weeks.all,
  alarmedWeeks: score.weeks.alarmed,
});
