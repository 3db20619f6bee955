import type { EntryOf } from './entry.ts';
import { VERDICTS } from './vocabulary.ts';

type Decided = Pick<EntryOf<'decision'>, 'computed' | 'reason' | 'until' | 'verdict'>;
type Lacking = 'reason' | 'last day';

/**
 * What a milder verdict of the seller's own needs to excuse anything and does not have. It is shown beside the computed one
 * all the same, but quiets nothing. Empty where it is no milder one, or is complete.
 */
export function lackingIn({ computed, reason, until, verdict }: Decided): readonly Lacking[] {
  if (computed === undefined || VERDICTS.indexOf(verdict) >= VERDICTS.indexOf(computed)) return [];
  return [
    ...(reason === undefined ? (['reason'] as const) : []),
    ...(until === undefined ? (['last day'] as const) : []),
  ];
}
