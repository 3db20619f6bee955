import type { Verdict } from '../journal/vocabulary.ts';
import type { Role } from './page.ts';

/** How a verdict is painted. */
export const VERDICT_ROLES = {
  KEEP: 'good',
  FIX: 'warn',
  REBUILD: 'warn',
  DROP: 'bad',
} as const satisfies Record<Verdict, Role>;
