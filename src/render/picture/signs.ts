import type { Verdict } from '../../journal/vocabulary.ts';
import type { Page, Role } from '../page.ts';
import { VERDICT_ROLES } from '../review-page.ts';
import { weekSign } from '../verdict-weeks.ts';

/** What fills one column of a row. */
export interface Sign {
  readonly text: string;
  readonly role: Role;
  /** What it says in the legend; empty where its row, or words beside it, say so. */
  readonly says: string;
}

const MARKS = {
  talk: { unicode: '●', ascii: 'O', role: 'strong', says: 'talk' },
  try: { unicode: '○', ascii: 'o', role: 'warn', says: 'try' },
  sent: { unicode: '›', ascii: '>', role: 'quiet', says: 'sent' },
  silence: { unicode: '·', ascii: '.', role: 'quiet', says: '' },
  away: { unicode: '–', ascii: '-', role: 'quiet', says: '' },
  kept: { unicode: '✓', ascii: '+', role: 'good', says: 'kept' },
  late: { unicode: '!', ascii: '!', role: 'warn', says: 'late' },
  broken: { unicode: '✗', ascii: 'x', role: 'bad', says: 'broken' },
  open: { unicode: '?', ascii: '?', role: 'quiet', says: 'open' },
  waived: { unicode: '~', ascii: '~', role: 'quiet', says: 'waived' },
  paid: { unicode: '$', ascii: '$', role: 'good', says: 'paid' },
  low: { unicode: '▾', ascii: 'v', role: 'bad', says: 'low' },
  even: { unicode: '=', ascii: '=', role: 'quiet', says: 'even' },
  high: { unicode: '▴', ascii: '^', role: 'good', says: 'high' },
  order: { unicode: '◆', ascii: '#', role: 'good', says: 'order' },
} as const satisfies Readonly<
  Record<string, { unicode: string; ascii: string; role: Role; says: string }>
>;

export type Mark = keyof typeof MARKS;

export function markSign(mark: Mark, { unicode: showsAll }: Page): Sign {
  const { ascii, role, says, unicode } = MARKS[mark];
  return { text: showsAll ? unicode : ascii, role, says };
}

export const verdictSign = (verdict: Verdict, page: Page): Sign => ({
  text: weekSign(verdict, page),
  role: VERDICT_ROLES[verdict],
  says: verdict,
});
