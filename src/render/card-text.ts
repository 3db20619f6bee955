import { counted } from '../journal/counted.ts';
import type { Person, Recorded } from '../journal/entry.ts';
import { type Day, spokenDay } from '../journal/days.ts';
import { until } from '../journal/order.ts';
import { promiseText, UNNAMED } from '../journal/promise-text.ts';
import type { Standing } from '../journal/promises.ts';
import { customerSince } from '../journal/tenure.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { thousands } from '../journal/amount-words.ts';
import { lastChanceOf } from '../verdict/last-chance.ts';
import { entryLayout, entryLine } from './entry-lines.ts';
import { entryText } from './entry-text.ts';
import { hanging, wrapped } from './finding-text.ts';
import { lastChanceLines } from './last-chance-text.ts';
import { type Page, sign } from './page.ts';
import { outcomeText } from './promise-outcome.ts';
import { percent } from './review-page.ts';
import { pad, visible } from './visible.ts';

interface Card {
  readonly review: CustomerReview;
  /** Why the verdict is what it is, in one line. */
  readonly reason: string;
  /** A command that can be pasted. */
  readonly next: string;
  readonly people: readonly Person[];
  /** What is open or overdue, ours first. */
  readonly promises: readonly Standing[];
  /** How either side keeps what it promises, a line each; none where nothing came due. */
  readonly kept: readonly string[];
  /** When we last talked. */
  readonly lastTalk: Recorded | undefined;
  /** What it pays and how long it has lasted, in words; empty where nothing is known. */
  readonly worth: string;
  /** The story at one look; none where there is nothing to look at. */
  readonly picture: readonly string[];
  /** How it began, and how it ended where it did. */
  readonly turning: readonly string[];
  /** The last ones, in Order. */
  readonly entries: readonly Recorded[];
  /** How many came before them. */
  readonly more: number;
}

const INDENT = '  ';

/** One customer on one screen. */
export function cardText(card: Card, page: Page): string {
  const { review, promises, kept, entries, more } = card;
  const { asOf } = review.judgement;
  const record = kept.join(` ${sign(page).dot} `);
  return [
    ...headLines(card, page),
    ...aboutWords(card).flatMap((line) => hanging(line, page)),
    ...(card.picture.length === 0 ? [] : ['', ...card.picture]),
    ...lastChanceLines(lastChanceOf(review), page),
    ...card.turning,
    ...(promises.length === 0 && record === ''
      ? []
      : [
          '',
          page.paint('strong', promises.length === 0 ? 'Promises' : 'Open promises'),
          ...promises.flatMap((each) => promiseLines(each, asOf, page)),
          ...hanging(record, page).map((line) => page.paint('quiet', line)),
        ]),
    '',
    ...entryLines(entries, more, page),
    '',
  ].join('\n');
}

function headLines({ review, reason, next }: Card, page: Page): readonly string[] {
  const { customer } = review.relationship;
  const { arrow, dot } = sign(page);
  const facts = [review.judgement.verdict, ...factsOf(review)];
  const [first = '', ...rest] = wrapped(
    `${page.paint('strong', visible(customer.name))}  ${page.paint('quiet', facts.join(` ${dot} `))}`,
    page.width,
  );
  return [first, ...rest, ...hanging(`why: ${visible(reason)}`, page), `${INDENT}${arrow} ${next}`];
}

/** What is known of a customer in a word or two each: stage, tier, worth, and how they buy. */
export function factsOf({
  judgement,
  relationship,
  share,
  value,
}: CustomerReview): readonly string[] {
  const { customer, entries } = relationship;
  const since = customerSince(until(entries, judgement.asOf));
  const { stage } = judgement.standing;
  return [
    stage,
    `tier ${customer.tier ?? 'B'}`,
    ...(value === null ? [] : [`${thousands(value)} a year`]),
    ...(since === undefined ? [] : [`customer since ${spokenDay(since)}`]),
    // Of a prospect nothing else is to be expected.
    ...(share === null || (share === 0 && stage === 'prospect')
      ? []
      : [`${percent(share)} of your income`]),
    ...(customer.solo === true ? ['one contact only'] : []),
    ...(customer.terms === undefined ? [] : [`${customer.terms} days to pay`]),
    ...(judgement.tooEarly ? ['too early to tell'] : []),
  ];
}

/** Who they are and what they need, a line each. */
export function aboutWords({
  review,
  people,
  lastTalk,
  worth,
}: Pick<Card, 'review' | 'people' | 'lastTalk' | 'worth'>): readonly string[] {
  const { customer } = review.relationship;
  const { asOf } = review.judgement;
  const lines = [
    ...(customer.aliases === undefined ? [] : [`also called ${customer.aliases.join(', ')}`]),
    ...(customer.inheritedFrom === undefined ? [] : [`inherited from ${customer.inheritedFrom}`]),
    ...(customer.needs ?? []).map((need) => `needs ${need}`),
    ...(customer.standard === undefined ? [] : [`agreed: ${customer.standard}`]),
    ...people.map(personText),
    ...(lastTalk === undefined ? [] : [`last talk ${agoText(lastTalk, asOf)}`]),
    ...(worth === '' ? [] : [worth]),
  ];
  return lines.map(visible);
}

function agoText(talk: Recorded, asOf: Day): string {
  const person = 'person' in talk ? ` with ${talk.person}` : '';
  const days = asOf - talk.on;
  if (days === 0) return `today${person}`;
  return `${days === 1 ? 'yesterday' : `${days} days ago`}${person}, on ${spokenDay(talk.on)}`;
}

export function personText({ decides, email, name, phone, role, wellWisher, win }: Person): string {
  const facts = [
    role ?? '',
    decides === true ? 'decides' : '',
    wellWisher === true ? 'wishes you well' : '',
    win === undefined ? '' : `wants to win: ${win}`,
    email ?? '',
    phone ?? '',
  ].filter((fact) => fact !== '');
  return facts.length === 0 ? name : `${name}: ${facts.join(', ')}`;
}

export function promiseLines(standing: Standing, asOf: Day, page: Page): readonly string[] {
  const { promise, due, status } = standing;
  const what = promiseText(promise);
  const text = `#${promise.seq} ${what === UNNAMED ? '' : `${visible(what)}, `}due ${spokenDay(due)}: ${outcomeText(standing, asOf)}`;
  const label = pad(promise.by === 'us' ? 'ours' : 'theirs', LABEL_WIDTH);
  return wrapped(text, page.width - LABEL_WIDTH - INDENT.length).map((line, index) => {
    const painted = status === 'open' ? line : page.paint('bad', line);
    return `${INDENT}${index === 0 ? label : ' '.repeat(LABEL_WIDTH)}${painted}`;
  });
}

const LABEL_WIDTH = 8;

function entryLines(entries: readonly Recorded[], more: number, page: Page): readonly string[] {
  if (entries.length === 0) return ['No entries yet.'];
  const lines = entries.map((entry) => ({
    number: entry.seq,
    on: entry.on,
    text: entryText(entry),
  }));
  const layout = entryLayout(lines, page);
  const shown = lines.flatMap((line) => entryLine(line, layout, page));
  return more > 0
    ? [
        page.paint(
          'quiet',
          `${counted(more, 'earlier entry', 'earlier entries')}: --last ${more + entries.length}`,
        ),
        ...shown,
      ]
    : shown;
}
