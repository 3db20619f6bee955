import type { Customer, Recorded } from '../journal/entry.ts';

const MOST = 2;

/** A solution answers a need: which one, as the card had it before the line, or that it had none. */
export function solutionNotices(
  { signals }: Pick<Recorded, 'signals'>,
  { needs = [] }: Customer,
): readonly string[] {
  if (signals?.includes('co-created') !== true) return [];
  if (needs.length === 0) return ['their card names no need that it answers (need:)'];
  const earlier = needs.length > MOST ? `, and ${needs.length - MOST} more` : '';
  return [`for what they need: ${needs.slice(-MOST).join('; ')}${earlier}`];
}
