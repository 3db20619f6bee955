import { counted } from '../journal/counted.ts';
import { type Day, spokenDay } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Standing } from '../journal/promises.ts';
import type { Handover } from '../practice/handover.ts';
import type { Strength } from '../practice/strengths.ts';
import type { Trouble } from '../practice/troubles.ts';

import { doubtText } from './brief-text.ts';
import { entryText } from './entry-text.ts';
import { circleText, knownText } from './known-text.ts';
import { money } from '../journal/amount-words.ts';
import { escaped, table } from './markdown.ts';
import { outcomeText } from './promise-outcome.ts';
import { promiseText } from '../journal/promise-text.ts';
import { amountWords } from './stake-text.ts';
import { STATE, troubleNote, troubleText } from './trouble-text.ts';

export interface Passing {
  /** Whoever hands over. */
  readonly from: string;
  readonly to: string;
  readonly on: Day;
}

/** The account as a page for the successor: what binds us first, all that happened last. */
export function handoverMarkdown(handover: Handover, { from, on, to }: Passing): string {
  const { brief, lessons, ways } = handover;
  const { people, promises, review, since, strengths, troubles } = brief;
  const { judgement, relationship } = review;
  const { customer, entries } = relationship;
  const { asOf } = judgement;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
  const list = (texts: readonly string[]): readonly string[] =>
    texts.map((text) => `- ${escaped(text)}`);
  const none = (texts: readonly string[], instead: string): readonly string[] =>
    texts.length === 0 ? [instead] : texts;
  return [
    `# Handover: ${escaped(customer.name)}`,
    '',
    escaped(`From ${from} to ${to}, on ${spokenDay(on)}. ${standText(handover)}`),
    ...section('Open promises', promiseRows(promises, entries, asOf)),
    ...section('People', list([...people.map(knownText), ...circleText(people, since, asOf)])),
    ...section('What they need', list(none(customer.needs ?? [], 'Nobody wrote it down.'))),
    ...section(
      'Issues',
      troubles.length === 0 ? ['None that was written down.'] : troubles.flatMap(troubleLines),
    ),
    ...section('Agreements, money and renewal', list(agreements(handover))),
    ...section(
      'What works with them',
      list([
        ...ways.map(
          ({ channel, reached, tried }) =>
            `${channel}: reached on ${reached} of ${counted(tried, 'try', 'tries')}`,
        ),
        ...theirs(strengths),
        ...lessons,
      ]),
    ),
    ...section('To confirm with them', list(brief.confirm.map(doubtText))),
    ...section(
      'Timeline',
      list(
        entries.map(
          (entry) => `${spokenDay(entry.on)}: ${entryText(entry)}${aboutText(entry, byId)}`,
        ),
      ),
    ),
    '',
  ].join('\n');
}

function standText({ brief: { review } }: Handover): string {
  const { judgement, relationship } = review;
  const { aliases = [], inheritedFrom, tier = 'B' } = relationship.customer;
  const before = inheritedFrom === undefined ? '' : ` Before that they were with ${inheritedFrom}.`;
  const called = aliases.length === 0 ? '' : ` Also called ${aliases.join(', ')}.`;
  return `Stage: ${judgement.standing.stage}, tier ${tier}; the review says ${judgement.verdict}.${before}${called}`;
}

function promiseRows(
  promises: readonly Standing[],
  entries: readonly Recorded[],
  asOf: Day,
): readonly string[] {
  if (promises.length === 0) return ['None.'];
  const rows = promises.map((standing) => [
    standing.promise.by === 'us' ? 'ours' : 'theirs',
    escaped(promiseText(standing.promise)),
    spokenDay(standing.due),
    escaped(`${outcomeText(standing, asOf)}${paidText(standing, entries)}`),
  ]);
  return table(['Whose', 'What', 'By', 'Now'], rows);
}

function paidText({ promise }: Standing, entries: readonly Recorded[]): string {
  const parts = entries.flatMap((entry) =>
    entry.type === 'paid' && entry.ref === promise.id ? [entry.amount] : [],
  );
  const paid = parts.reduce((sum, part) => sum + part, 0);
  return paid === 0 ? '' : `, ${money(paid)} paid`;
}

function troubleLines(trouble: Trouble): readonly string[] {
  return [
    `- **${STATE[trouble.state].says}**: ${escaped(troubleText(trouble))}`,
    ...trouble.entries.map((entry) => `  - ${spokenDay(entry.on)}: ${escaped(troubleNote(entry))}`),
  ];
}

/** What speaks for them; what speaks for whoever hands over helps nobody else. */
export const theirs = (strengths: readonly Strength[]): readonly string[] =>
  strengths.flatMap(({ says, side }) => (side === 'theirs' ? [says] : []));

/** ` (the drawings)`, of what an entry is about. */
function aboutText(entry: Recorded, byId: ReadonlyMap<string, Recorded>): string {
  const about = 'ref' in entry ? byId.get(entry.ref ?? '') : undefined;
  if (about === undefined) return '';
  return ` (${about.type === 'promise' ? promiseText(about) : `of ${spokenDay(about.on)}`})`;
}

/** What holds between us, and the money. */
export function agreements({ brief: { review, stake } }: Handover): readonly string[] {
  const { standard, terms } = review.relationship.customer;
  const money = amountWords(stake);
  return [
    ...(standard === undefined ? [] : [`agreed: ${standard}`]),
    ...(terms === undefined ? [] : [`they have ${counted(terms, 'day')} to pay`]),
    ...(money === '' ? [] : money.split('; ')),
  ];
}
