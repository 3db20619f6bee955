import { counted } from '../journal/counted.ts';
import type { Occasion } from '../journal/entry.ts';
import { type History, lately } from '../journal/history.ts';
import { isBashing, isFlattering, isOwning } from '../journal/providers.ts';

/** So far back providers are counted, as the rule about them does. */
const BLAMED_DAYS = 730;
/** One bad provider is bad luck. */
const LEAST_PROVIDERS = 2;

/** A prospect who blames one provider after the other, and never themselves. */
export interface Forecast {
  readonly providers: number;
  /** What comes of it. */
  readonly says: string;
  readonly praised: boolean;
  /** The blaming and the praise, in Order. */
  readonly evidence: readonly Occasion[];
}

/**
 * What will become of whoever serves them next; undefined while they have blamed fewer than two, or have once owned a
 * part. Flattery counts beside it alone.
 */
export function nextOnTheList({ asOf, fresh }: History): Forecast | undefined {
  const bashing = lately(fresh.of(isBashing), asOf, BLAMED_DAYS);
  const providers = new Set(bashing.map(({ blames }) => blames)).size;
  if (providers < LEAST_PROVIDERS || fresh.of(isOwning).length > 0) return undefined;
  const flattering = lately(fresh.of(isFlattering), asOf, BLAMED_DAYS);
  const evidence = [...new Set([...bashing, ...flattering])].sort(
    (a, b) => a.on - b.on || a.seq - b.seq,
  );
  const praised = flattering.length > 0;
  const says = `you are next on the list of ${providers}${praise(praised)}`;
  return { providers, says, praised, evidence };
}

/** The count and what comes of it, for where the finding does not stand beside it. */
export const forecastWords = ({ praised, providers }: Forecast): string =>
  `${counted(providers, 'provider')} blamed, never themselves: you are next on the list${praise(praised)}`;

const praise = (praised: boolean): string => (praised ? ', for all the praise' : '');
