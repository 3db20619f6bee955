import { formatDay } from '../journal/days.ts';
import { isTwoWay } from '../journal/entry.ts';
import { historyOf } from '../journal/history.ts';
import { writeCustomer, writePerson } from '../journal/line.ts';
import { beginningOf } from '../practice/beginning.ts';
import { lastEnd } from '../practice/end-of-business.ts';
import { keptRate } from '../practice/kept-rates.ts';
import { lessonsFor } from '../practice/lessons.ts';
import { reasonOf } from '../practice/reason.ts';
import { reasoningOf } from '../practice/reasoning.ts';
import { worthOf } from '../practice/worth.ts';
import { beginningJson, beginningLines } from '../render/beginning-text.ts';
import { cardText } from '../render/card-text.ts';
import { endJson, endLines } from '../render/end-of-business-text.ts';
import { entryJson } from '../render/entry-json.ts';
import { lastChanceJson } from '../render/last-chance-json.ts';
import { nextCommand } from '../render/next-command.ts';
import type { Page } from '../render/page.ts';
import { pictureJson } from '../render/picture/picture-json.ts';
import { pictureText } from '../render/picture/picture-text.ts';
import { promiseJson } from '../render/promise-json.ts';
import { worthJson, worthWords } from '../render/worth-text.ts';
import { lastChanceOf } from '../verdict/last-chance.ts';
import type { ReviewedAlone } from '../verdict/review.ts';
import type { OpenBook } from './book.ts';
import { entriesFor } from './privately.ts';
import { drawnOf } from './show-picture.ts';

interface Asked {
  readonly draws: boolean;
  /** All that `why` says, for a page. */
  readonly explains: boolean;
  /** How many entries. */
  readonly last: number;
  readonly privately: boolean;
}

export type CustomerShown = ReturnType<typeof customerShown>;

/** What is shown of one customer, in whatever form. */
export function customerShown(
  book: OpenBook,
  alone: ReviewedAlone,
  { draws, explains, last, privately }: Asked,
) {
  const { medianOn, review } = alone;
  const { judgement, relationship } = review;
  const { asOf: today } = judgement;
  const { name } = relationship.customer;
  const history = historyOf(relationship, today);
  const promises = [history.ourPromises, history.theirPromises].flatMap((some) =>
    some.filter(({ unresolved }) => unresolved).sort((a, b) => a.due - b.due),
  );
  const entries = entriesFor(relationship.entries, privately);
  const shown = entries.slice(-last);
  const isGone = history.standing.stage === 'lost' || history.standing.stage === 'dropped';
  const explained = () => ({
    reasoning: reasoningOf(alone),
    lessons: lessonsFor(judgement, book.accounts),
  });
  return {
    today,
    review,
    currency: book.settings.currency,
    people: book.people.filter(({ customer }) => customer === name),
    promises,
    entries: shown,
    more: entries.length - shown.length,
    stage: history.standing.stage,
    lastTalk: history.ever.touches.findLast(isTwoWay),
    rates: { theirs: keptRate(history.theirPromises), ours: keptRate(history.ourPromises) },
    worth: worthOf(history),
    beginning: beginningOf(history.ever.entries, today),
    ended: isGone ? lastEnd(relationship, today, medianOn) : undefined,
    drawn: draws ? drawnOf(alone, privately) : undefined,
    shared: { reason: reasonOf(judgement, privately), next: nextCommand(review) },
    explained: explains ? explained() : undefined,
  };
}

/** What text and page have alike. */
export function cardOf({ lastTalk, people, promises, rates, today, worth }: CustomerShown) {
  const kept = [...rateText('they keep', rates.theirs), ...rateText('you keep', rates.ours)];
  return { kept, lastTalk, people, promises, worth: worthWords(worth, today) };
}

const rateText = (who: string, { kept, settled }: ReturnType<typeof keptRate>) =>
  settled === 0 ? [] : [`${who} ${kept} of ${settled} promises`];

export function customerText(shown: CustomerShown, page: Page): string {
  const { beginning, drawn, ended, entries, more, review, shared, today } = shown;
  const { standard } = review.relationship.customer;
  const turning = [...beginningLines(beginning, standard, today, page), ...endLines(ended, page)];
  const picture = drawn === undefined ? [] : pictureText(drawn.picture, drawn.shares, page);
  return cardText({ ...shared, ...cardOf(shown), picture, turning, review, entries, more }, page);
}

export function customerJson(shown: CustomerShown) {
  const { drawn, review, today } = shown;
  const { judgement } = review;
  return {
    schema: 1,
    customer: writeCustomer(review.relationship.customer),
    people: shown.people.map(writePerson),
    verdict: judgement.verdict,
    stage: shown.stage,
    asOf: formatDay(today),
    promises: shown.promises.map(promiseJson),
    entries: shown.entries.map(entryJson),
    row: judgement.row.row,
    tooEarly: judgement.tooEarly,
    value: review.value,
    ...shown.shared,
    kept: shown.rates,
    lastChance: lastChanceJson(lastChanceOf(review)),
    worth: worthJson(shown.worth, today),
    beginning: beginningJson(shown.beginning),
    ended: endJson(shown.ended),
    picture: drawn === undefined ? null : pictureJson(drawn.picture, drawn.shares),
  };
}
