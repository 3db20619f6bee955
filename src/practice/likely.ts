import type { Touch } from '../journal/entry.ts';
import { isTwoWay } from '../journal/entry.ts';
import type { Channel } from '../journal/vocabulary.ts';

/** So many of the last touches tell what the next one is likely to be. */
const LATELY = 5;

/** The most frequent of these, the newest of equals; undefined where there are none. */
function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return values.findLast((value) => counts.get(value) === most);
}

const said = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

/** By which channel the next touch is likely to be. */
export const likelyChannel = (touches: readonly Touch[]): Channel | undefined =>
  mostFrequent(touches.slice(-LATELY).flatMap(({ channel }) => said(channel)));

/** How it went mostly by this channel: the outcome, else the type of the touch. */
export const likelyResult = (touches: readonly Touch[], by: Channel): string | undefined =>
  mostFrequent(
    touches
      .filter(({ channel }) => channel === by)
      .slice(-LATELY)
      .map(({ type, outcome }) => (type === 'heard' ? type : (outcome ?? type))),
  );

/** What they mostly talk about; undefined where no subject comes up more than once. */
export function likelySubject(touches: readonly Touch[]): string | undefined {
  const subjects = touches
    .filter(isTwoWay)
    .slice(-LATELY)
    .flatMap(({ about = [] }) => about);
  const likely = mostFrequent(subjects);
  return subjects.filter((subject) => subject === likely).length > 1 ? likely : undefined;
}

/** As long as the last talk by this channel. */
export const likelyMinutes = (touches: readonly Touch[], by: Channel): number | undefined =>
  touches.findLast(
    (touch) => isTwoWay(touch) && touch.channel === by && touch.minutes !== undefined,
  )?.minutes;

/** The person of the last touch that names one. */
export const likelyPerson = (touches: readonly Touch[]): string | undefined =>
  touches.findLast(({ person }) => person !== undefined)?.person;
