import { counted, often } from '../journal/counted.ts';
import { type Day, spokenDay } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import { type History, historyOf, lately, type Relationship } from '../journal/history.ts';
import { byOrder } from '../journal/order.ts';
import type { Signal } from '../journal/vocabulary.ts';
import { tellsNeed } from '../rules/discovery.ts';
import { ourGoodTurns, theirGoodTurns } from './good-turns.ts';
import { keptRate } from './kept-rates.ts';

/** Something that speaks for a relationship, whatever the verdict is. */
export interface Strength {
  readonly side: 'ours' | 'theirs';
  readonly kind: string;
  /** Counts and dates only, so that no note of any kind is shown. */
  readonly says: string;
  readonly entries: readonly Recorded[];
}

const YEAR = 365;
/** Answering less often than on three of four days is no strength. */
const OFTEN = 0.75;
const LEAST_TRIES = 4;

const SIGNALS: readonly (readonly [Signal, string])[] = [
  ['respect', 'they showed respect'],
  ['thanks', 'they thanked us'],
  ['looked-out', 'they looked out for us'],
  ['included', 'they took us into a decision of theirs'],
  ['win-win', 'both sides gained'],
  ['apology', 'they apologised'],
  ['explained', 'they explained what had happened'],
  ['assured', 'they gave their word for the future'],
];

/** Whoever made the mistake gives account of it: where it was ours, these are our words and not theirs. */
const ACCOUNTING: ReadonlySet<Signal> = new Set(['apology', 'explained', 'assured']);

function isOurAccount(signal: Signal, entry: Recorded): boolean {
  if (!ACCOUNTING.has(signal)) return false;
  // Who let off steam is sorry for that.
  if (signal === 'apology' && entry.signals?.includes('vent') === true) return false;
  return (
    ('fault' in entry && entry.fault === 'us') || ('weBlame' in entry && entry.weBlame === 'us')
  );
}

/**
 * What speaks for them, and for us; without what a new start left behind.
 * @param days how far before the review date it may lie: a year
 */
export function strengths(relationship: Relationship, asOf: Day, days = YEAR): readonly Strength[] {
  const history = historyOf(relationship, asOf);
  const theirs = [
    ...sharedBlame(history, days),
    ...favours(history, days),
    ...signals(history, days),
    ...solutions(history, days),
    ...keptWord(history, days),
    ...answering(history, days),
    ...theirGoodTurns(history, days),
  ].map((each) => ({ side: 'theirs', ...each }) as const);
  const ours = [
    ...keptByUs(history, days),
    ...mended(history, days),
    ...ourGoodTurns(history, days),
  ].map((each) => ({ side: 'ours', ...each }) as const);
  return [...theirs, ...ours];
}

type Found = Omit<Strength, 'side'>;

function one(kind: string, says: string, entries: readonly Recorded[]): readonly Found[] {
  return entries.length === 0 ? [] : [{ kind, says, entries }];
}

function sharedBlame({ asOf, fresh }: History, days: number): readonly Found[] {
  const shared = lately(fresh.occasions, asOf, days).filter(
    ({ blames }) => blames === 'them' || blames === 'both',
  );
  return one('blame', `they took or shared the blame ${often(shared.length)}`, shared);
}

function favours({ asOf, fresh }: History, days: number): readonly Found[] {
  const got = lately(fresh.occasions, asOf, days).filter((entry) => (entry.got ?? []).length > 0);
  const all = got.flatMap((entry) => entry.got ?? []);
  return one('favours', `${counted(all.length, 'favour')} from them`, got);
}

function signals({ asOf, fresh }: History, days: number): readonly Found[] {
  const year = lately(fresh.entries, asOf, days);
  return SIGNALS.flatMap(([signal, says]) => {
    const shown = year.filter(
      (entry) => entry.signals?.includes(signal) && !isOurAccount(signal, entry),
    );
    return one(signal, shown.length > 1 ? `${says}, ${often(shown.length)}` : says, shown);
  });
}

/** What was worked out together, with the needs that they had told by then. */
function solutions({ asOf, ever, fresh }: History, days: number): readonly Found[] {
  const found = lately(fresh.entries, asOf, days).filter((entry) =>
    entry.signals?.includes('co-created'),
  );
  const last = found.at(-1);
  if (last === undefined) return [];
  const needs = ever.entries.filter((entry) => tellsNeed(entry) && byOrder(entry, last) <= 0);
  const times = found.length > 1 ? `, ${often(found.length)}` : '';
  const answers = needs.length === 0 ? '' : `, for ${counted(needs.length, 'need')} they had told`;
  return one(
    'co-created',
    `we worked out a solution together${times}${answers}`,
    [...new Set([...needs, ...found])].sort(byOrder),
  );
}

function keptWord({ asOf, theirPromises }: History, days: number): readonly Found[] {
  const year = theirPromises.filter(({ due }) => asOf - due <= days);
  const kept = year.filter(({ status }) => status === 'kept');
  const { settled } = keptRate(year);
  const says = `they kept ${kept.length} of ${counted(settled, 'promise')}`;
  return one('promises', says, kept.map(settledBy));
}

function answering({ asOf, fresh }: History, days: number): readonly Found[] {
  const tries = fresh.attempts.filter(({ day }) => asOf - day <= days);
  const answered = tries.filter((attempt) => attempt.answered);
  if (tries.length < LEAST_TRIES || answered.length < OFTEN * tries.length) return [];
  const atOnce = answered.filter((attempt) => attempt.atOnce).length;
  const when = atOnce === answered.length ? 'all' : atOnce;
  const says = `answered on ${answered.length} of ${counted(tries.length, 'day')} we tried, ${when} of them the same day`;
  return one(
    'answers',
    says,
    answered.flatMap(({ entries }) => entries),
  );
}

function keptByUs({ asOf, ourPromises }: History, days: number): readonly Found[] {
  const year = ourPromises.filter(({ due }) => asOf - due <= days);
  const kept = year.filter(({ status }) => status === 'kept');
  const { settled } = keptRate(year);
  return one(
    'promises',
    `you kept ${kept.length} of ${counted(settled, 'promise')}`,
    kept.map(settledBy),
  );
}

/** What we broke and they accepted as mended. */
function mended({ asOf, ever }: History, days: number): readonly Found[] {
  const accepts = lately(ever.entries, asOf, days).filter(({ type }) => type === 'accept');
  const last = accepts.at(-1);
  return last === undefined
    ? []
    : one(
        'mended',
        `they accepted a failure of yours as mended, on ${spokenDay(last.on)}`,
        accepts,
      );
}

const settledBy = ({ promise, resolution }: History['ourPromises'][number]): Recorded =>
  resolution ?? promise;
