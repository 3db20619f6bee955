import type { Day } from '../../journal/days.ts';
import { type History, historyOf } from '../../journal/history.ts';
import type { Recorded } from '../../journal/entry.ts';
import { openFailures } from '../../journal/failures.ts';
import type { Judgement } from '../../verdict/judge.ts';
import type { CustomerReview } from '../../verdict/review.ts';

/** One customer as a review sees them. */
export interface Regarded {
  readonly relationship: CustomerReview['relationship'];
  readonly history: History;
  readonly judgement: Judgement;
}

export const regarding = ({
  judgement,
  relationship,
}: Pick<CustomerReview, 'judgement' | 'relationship'>): Regarded => ({
  judgement,
  relationship,
  history: historyOf(relationship, judgement.asOf),
});

/** Where it broke between us. */
export interface Break {
  readonly kind: 'lost' | 'dropped' | 'failure';
  readonly entry: Recorded;
  readonly since: Day;
  /** It was our doing: they left because of us, or harm of ours is not mended. */
  readonly ours: boolean;
  /** The worst harm of ours that led to it, 1 to 3; undefined where none was written down. */
  readonly harm: number | undefined;
}

/** What weighs so much that a customer who still buys has to be won again. */
const CRITICAL = 4;

/**
 * What has to be put right before business goes on; undefined where nothing broke, and where it is only their conduct
 * that calls for a notice.
 */
export function breakOf({ history, judgement }: Regarded): Break | undefined {
  const { ever, standing } = history;
  const last = (type: 'lost' | 'drop'): Recorded | undefined =>
    ever.entries.findLast((entry) => entry.type === type);
  if (standing.stage === 'dropped') return brokenBy('dropped', last('drop'), history);
  if (standing.stage === 'lost' || standing.stage === 'rebuilding')
    return brokenBy('lost', last('lost'), history);
  const failure = judgement.rules.find(({ rule }) => rule.name === 'own-failure');
  if (failure?.level !== CRITICAL) return undefined;
  const evidence = new Set(failure.outcome.evidence);
  return brokenBy(
    'failure',
    ever.occasions.find(({ id }) => evidence.has(id)),
    history,
  );
}

function brokenBy(
  kind: Break['kind'],
  entry: Recorded | undefined,
  { ever }: History,
): Break | undefined {
  if (entry === undefined) return undefined;
  const failures = openFailures(ever.entries);
  const said = entry.type === 'lost' ? entry : undefined;
  const harms = [...failures.map(({ harm }) => harm), said?.harm].filter((h) => h !== undefined);
  const worst = harms.length === 0 ? undefined : Math.max(...harms);
  return {
    kind,
    entry,
    since: entry.on,
    ours: said?.cause === 'us' || failures.length > 0,
    harm: worst,
  };
}
