import { spokenDay } from '../journal/days.ts';
import { isTwoWay, type Recorded } from '../journal/entry.ts';

/** The last time of each thing by which somebody shows that they still want to do business; undefined where it never was. */
export interface SignsOfLife {
  /** They came to us. */
  readonly inbound: Recorded | undefined;
  readonly talk: Recorded | undefined;
  /** A promise of theirs was settled, a payment too. */
  readonly kept: Recorded | undefined;
  readonly order: Recorded | undefined;
}

/** @param ever all entries by the day, in Order */
export function signsOfLife(ever: readonly Recorded[]): SignsOfLife {
  const theirs = new Set(
    ever.flatMap((entry) => (entry.type === 'promise' && entry.by === 'them' ? [entry.id] : [])),
  );
  return {
    inbound: ever.findLast(({ type }) => type === 'heard'),
    talk: ever.findLast(isTwoWay),
    kept: ever.findLast((entry) => entry.type === 'done' && theirs.has(entry.ref)),
    order: ever.findLast(({ type }) => type === 'won'),
  };
}

/** One sentence, the newest sign first. */
export function signWords({ inbound, kept, order, talk }: SignsOfLife): string {
  const signs = [
    { what: 'talked to you', entry: talk },
    { what: 'came to you', entry: inbound },
    { what: 'kept a promise', entry: kept },
    { what: 'ordered', entry: order },
  ];
  const seen = signs
    .flatMap(({ entry, what }) => (entry === undefined ? [] : [{ entry, what }]))
    .sort((a, b) => b.entry.on - a.entry.on || b.entry.seq - a.entry.seq)
    .map(({ entry, what }) => `${what} on ${spokenDay(entry.on)} (#${entry.seq})`);
  const never = signs.filter(({ entry }) => entry === undefined).map(({ what }) => what);
  return [
    seen.length === 0 ? 'no sign of life yet' : `they last ${seen.join(', ')}`,
    ...(seen.length === 0 || never.length === 0 ? [] : [`never ${never.join(', nor ')}`]),
  ].join('; ');
}
