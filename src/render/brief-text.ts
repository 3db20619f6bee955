import { spokenDay } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Brief } from '../practice/brief.ts';
import type { Doubt } from '../practice/to-confirm.ts';
import type { Trouble } from '../practice/troubles.ts';
import { lastChanceOf } from '../verdict/last-chance.ts';
import { promiseLines } from './card-text.ts';
import { entryText } from './entry-text.ts';
import { hanging, wrapped } from './finding-text.ts';
import { circleText, knownText } from './known-text.ts';
import { lastChanceLines } from './last-chance-text.ts';
import { pasteable } from './next-command.ts';
import { type Page, sign } from './page.ts';
import { quotedName } from './quoted.ts';
import { amountWords } from './stake-text.ts';
import { STATE, troubleNote, troubleText } from './trouble-text.ts';
import { visible } from './visible.ts';

/** So many entries of one trouble, and so many turn points, are told; `rel timeline` has them all. */
const FEW = 3;
const LAST_TURNS = 6;

/** What to know before the first call, on a page that is read from top to bottom. */
export function briefText(brief: Brief, currency: string | undefined, page: Page): string {
  const { confirm, first, left, people, promises, review, strengths, troubles } = brief;
  const { customer } = review.relationship;
  const { asOf } = review.judgement;
  const typed = quotedName(customer.name);
  const from = customer.inheritedFrom;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', page.paint('strong', title), ...lines];
  const told = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => hanging(visible(text), page));
  const money = amountWords(brief.stake);
  return [
    ...headLines(brief, page),
    ...lastChanceLines(lastChanceOf(review), page),
    ...section(
      `What ${from ?? 'your predecessor'} left you`,
      (left?.note ?? '').split('\n').flatMap((line) => told([line])),
    ),
    ...section(
      'What happened',
      troubles.length === 0
        ? told(left === undefined ? [noTroubleWords(brief)] : [])
        : troubles.flatMap((each) => troubleLines(each, page)),
    ),
    ...section('Turn points', turnLines(brief, page)),
    ...section('What is good', told(strengths.map(({ says }) => says))),
    ...section('Who', told([...people.map(knownText), ...circleText(people, brief.since, asOf)])),
    ...section('What they need', told(customer.needs ?? ['Nobody wrote it down.'])),
    ...section(
      'Open promises',
      promises.flatMap((each) => promiseLines(each, asOf, page)),
    ),
    ...section('Money', told(money === '' ? [] : [inCurrency(money, currency)])),
    ...section('To confirm with them', confirmLines(confirm, typed, page)),
    ...section('Say first', [
      ...told([first.do, ...(first.words === null ? [] : [`“${first.words}”`])]),
      ...(first.command === null
        ? []
        : [arrowed(pasteable(first.command, first.entry?.toString() ?? typed), page)]),
    ]),
    '',
  ].join('\n');
}

const inCurrency = (money: string, currency: string | undefined): string =>
  currency === undefined ? money : `${money} (${currency})`;

function headLines({ left, read, reason, review, since }: Brief, page: Page): readonly string[] {
  const { judgement, relationship } = review;
  const { customer } = relationship;
  const { dot } = sign(page);
  const facts = [
    judgement.standing.stage,
    `${judgement.verdict}${judgement.tooEarly ? ', too early to tell' : ''}`,
    `tier ${customer.tier ?? 'B'}`,
    ...(left === undefined ? [] : [`yours since ${spokenDay(left.on)}`]),
    ...(left !== undefined || since === undefined ? [] : [`since ${spokenDay(since)}`]),
  ];
  const head = `${page.paint('strong', visible(customer.name))}  ${page.paint('quiet', facts.join(` ${dot} `))}`;
  const from = customer.inheritedFrom;
  const inherited =
    from === undefined
      ? []
      : [
          `inherited from ${from}; ${read === undefined ? 'this brief was not read before' : `read on ${spokenDay(read)}`}`,
        ];
  const agreed = customer.standard === undefined ? [] : [`agreed: ${customer.standard}`];
  return [
    ...wrapped(head, page.width),
    ...[...inherited, ...agreed, `why ${judgement.verdict}: ${reason}`].flatMap((line) =>
      hanging(visible(line), page),
    ),
  ];
}

function troubleLines(trouble: Trouble, page: Page): readonly string[] {
  const { entries, state } = trouble;
  const { role, says } = STATE[state];
  const newest = entries.slice(-FEW).reverse();
  const more = entries.length - newest.length;
  return [
    ...hanging(`${page.paint(role, `${says}:`)} ${visible(troubleText(trouble))}`, page),
    ...newest.flatMap((entry) =>
      indented(`#${entry.seq} ${spokenDay(entry.on)} ${visible(troubleNote(entry))}`, page),
    ),
    ...(more > 0 ? indented(`and ${more} earlier`, page) : []),
  ];
}

const indented = (text: string, page: Page): readonly string[] =>
  wrapped(text, Math.max(20, page.width - 6)).map(
    (line, index) => `${index === 0 ? '    ' : '      '}${line}`,
  );

/** A loss or a drop is no single trouble, and nothing that went well. */
const noTroubleWords = ({ turns }: Brief): string =>
  turns.some(({ type }) => type === 'lost' || type === 'drop')
    ? 'It ended, and no single trouble before it was written down.'
    : 'Nothing went wrong that was written down.';

function turnLines({ turns }: Brief, page: Page): readonly string[] {
  const shown = turns.slice(-LAST_TURNS);
  const more = turns.length - shown.length;
  return [
    ...(more > 0 ? hanging(`${more} earlier`, page) : []),
    ...shown.flatMap((entry: Recorded) =>
      hanging(`#${entry.seq} ${spokenDay(entry.on)} ${entryText(entry)}`, page),
    ),
  ];
}

function confirmLines(doubts: readonly Doubt[], typed: string, page: Page): readonly string[] {
  return doubts.flatMap((doubt) => [
    ...hanging(visible(doubtText(doubt)), page),
    arrowed(pasteable(doubt.command, typed), page),
  ]);
}

/** `Is that still what they need? (last heard on 2 Mar 2025)` */
export function doubtText({ asks, since, why }: Doubt): string {
  const question = asks.charAt(0).toUpperCase() + asks.slice(1);
  if (why === 'unknown') return `${question} (not known)`;
  if (why === 'heard') return `${question} (only heard from your predecessor)`;
  return since === null ? question : `${question} (as of ${spokenDay(since)})`;
}

const arrowed = (command: string, page: Page): string =>
  `    ${page.paint('strong', `${sign(page).arrow} ${command}`)}`;
