import { formatDay } from '../journal/days.ts';
import type { Customer, Person } from '../journal/entry.ts';
import { type EntryText, fieldsOfText } from '../journal/entry-text.ts';
import type { Json } from '../journal/fields.ts';
import { writeCustomer, writePerson } from '../journal/line.ts';
import type { Standing } from '../journal/promises.ts';
import { promiseJson } from '../render/promise-json.ts';
import { customerJson, findingJson } from '../render/review-json.ts';
import type { CustomerReview } from '../verdict/review.ts';

/** A row by column name; what is not there is empty in CSV and null in JSON. */
export type Row = Readonly<Record<string, Json | undefined>>;

/** The columns of each table. A promise to scripts: new ones are only ever added at the end. */
export const COLUMNS = {
  customers: [
    'id',
    'name',
    'tier',
    'solo',
    'clash',
    'aliases',
    'value',
    'terms',
    'inheritedFrom',
    'needs',
    'standard',
  ],
  people: ['id', 'customer', 'name', 'role', 'decides', 'wellWisher', 'email', 'phone', 'win'],
  entries: [
    'number',
    'id',
    'customer',
    'type',
    'on',
    'time',
    'offset',
    'person',
    'channel',
    'outcome',
    'about',
    'minutes',
    'feel',
    'fault',
    'harm',
    'blames',
    'weBlame',
    'gave',
    'got',
    'conceded',
    'rude',
    'dealbreaker',
    'learned',
    'asked',
    'by',
    'what',
    'due',
    'kind',
    'amount',
    'invoice',
    'ref',
    'agreed',
    'onPriceAlone',
    'renewsOn',
    'cause',
    'deadline',
    'words',
    'conditions',
    'from',
    'to',
    'step',
    'answer',
    'verdict',
    'computed',
    'reason',
    'until',
    'rule',
    'text',
    'note',
    'tags',
    'signals',
    'private',
    'next',
    'recordedAt',
    'source',
  ],
  promises: [
    'number',
    'id',
    'customer',
    'by',
    'what',
    'given',
    'due',
    'firstDue',
    'status',
    'lateness',
    'resolvedOn',
    'kind',
    'amount',
    'invoice',
  ],
  verdicts: [
    'asOf',
    'customer',
    'verdict',
    'row',
    'stage',
    'tooEarly',
    'worsening',
    'previous',
    'changed',
    'theirs',
    'ours',
    'economics',
    'worth',
    'ample',
    'over',
    'met',
    'once',
    'value',
    'share',
    'next',
  ],
  findings: ['asOf', 'customer', 'verdict', 'rule', 'side', 'level', 'raw', 'message', 'evidence'],
  decisions: [
    'number',
    'id',
    'customer',
    'on',
    'verdict',
    'computed',
    'agreed',
    'reason',
    'until',
    'stands',
  ],
} as const;

export type Table = keyof typeof COLUMNS;

export const customerRow = (customer: Customer): Row => writeCustomer(customer);
export const personRow = (person: Person): Row => writePerson(person);
/** @param withPrivate whether what a private promise says is told */
export const promiseRow = (promise: Standing, withPrivate: boolean): Row =>
  promise.promise.private === true && !withPrivate
    ? { ...promiseJson(promise), what: null }
    : promiseJson(promise);

/** All that somebody typed in words of their own. */
const WORDS = ['note', 'what', 'words', 'conditions', 'answer', 'reason', 'text', 'tags'] as const;

/** @param withPrivate whether the words of private entries are told */
export function entryRow(entry: EntryText, withPrivate: boolean): Row {
  // One object filled in place: copies of it would cost as much as all the rest of an export.
  const row: Record<string, Json | undefined> = fieldsOfText(entry);
  row['invoice'] = row['number'];
  row['number'] = entry.seq;
  if (row['private'] === true && !withPrivate) for (const word of WORDS) row[word] = undefined;
  return row;
}

export function verdictRow(review: CustomerReview): Row {
  const fields = customerJson(review, {
    hinges: undefined,
    allRules: false,
    remarksOf: () => [],
  });
  return {
    ...fields,
    ...review.judgement.sums,
    ...review.judgement.gates,
    asOf: formatDay(review.judgement.asOf),
  };
}

export function findingRows({ judgement, relationship }: CustomerReview): readonly Row[] {
  const shared = {
    asOf: formatDay(judgement.asOf),
    customer: relationship.customer.name,
    verdict: judgement.verdict,
  };
  return judgement.rules
    .filter(({ level }) => level !== null && level > 0)
    .map((each) => ({ ...shared, ...findingJson(each) }));
}
