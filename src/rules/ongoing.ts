import type { Standing } from '../journal/stage.ts';

/** Business is going on: neither a prospect, nor on notice, lost or dropped. */
export function isOngoing({ stage }: Standing): boolean {
  return stage === 'active' || stage === 'probation' || stage === 'rebuilding';
}
