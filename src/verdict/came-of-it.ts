import { counted } from '../journal/counted.ts';
import { type EntryOf, isTouch, isTwoWay, type Recorded, type Touch } from '../journal/entry.ts';
import {
  CHANNELS,
  type Condition,
  CONDITION_SIGNALS,
  CONDITIONS,
  type Channel,
} from '../journal/vocabulary.ts';

/** What happened since a day on which something was asked of them. */
export interface CameOfIt {
  /** Tries of ours that reached nobody, or wait for a reply. */
  readonly tries: readonly Touch[];
  readonly talks: readonly Touch[];
  /** Promises of theirs that were settled, payments too. */
  readonly kept: readonly Recorded[];
  readonly orders: readonly Recorded<EntryOf<'won'>>[];
  /** Apology, explanation and assurance as they were heard, each the first time. */
  readonly brought: ReadonlyMap<Condition, Recorded>;
}

/**
 * @param after the entries since then, in Order
 * @param ever all of them
 */
export function cameOfIt(after: readonly Recorded[], ever: readonly Recorded[]): CameOfIt {
  const theirs = new Set(
    ever.flatMap((entry) => (entry.type === 'promise' && entry.by === 'them' ? [entry.id] : [])),
  );
  const touches = after.filter(isTouch);
  return {
    tries: touches.filter(({ type }) => type === 'tried'),
    talks: touches.filter(isTwoWay),
    kept: after.filter((entry) => entry.type === 'done' && theirs.has(entry.ref)),
    orders: after.filter((entry) => entry.type === 'won'),
    brought: new Map(
      CONDITIONS.flatMap((condition) => {
        const signal = CONDITION_SIGNALS[condition];
        const heard = after.find(({ signals }) => signals?.includes(signal));
        return heard === undefined ? [] : [[condition, heard] as const];
      }),
    ),
  };
}

/** Talking alone moves nothing. */
export const isProgress = ({ brought, kept, orders }: CameOfIt): boolean =>
  kept.length + orders.length + brought.size > 0;

/** `silent after 3 tries by call and text`; `1 try, 1 talk, 1 promise kept`. */
export function cameWords({ brought, kept, orders, talks, tries }: CameOfIt): string {
  const ways = CHANNELS.filter((way) => tries.some(({ channel }) => channel === way));
  const tried = `${counted(tries.length, 'try', 'tries')}${by(ways)}`;
  const more = [
    ...(talks.length === 0 ? [] : [counted(talks.length, 'talk')]),
    ...(kept.length === 0 ? [] : [`${counted(kept.length, 'promise')} kept`]),
    ...(orders.length === 0 ? [] : [counted(orders.length, 'order')]),
    ...(brought.size === 0 ? [] : [`${[...brought.keys()].join(' and ')} heard`]),
  ];
  if (more.length > 0) return [...(tries.length === 0 ? [] : [tried]), ...more].join(', ');
  return tries.length === 0 ? 'no word from them' : `silent after ${tried}`;
}

/** `, by call and text`; nothing where there was one way only. */
export const by = (ways: readonly Channel[]): string =>
  ways.length < 2 ? '' : ` by ${ways.slice(0, -1).join(', ')} and ${ways.at(-1) ?? ''}`;
