import type { Connection } from './connection.ts';
import type { Identity } from './forget-identity.ts';
import type { RecordedOperation } from './operation-rows.ts';
import { allOperations } from './recorded-operations.ts';

/** A step on the card of a customer or a person. */
type CardStep = Pick<RecordedOperation, 'seq' | 'kind' | 'subject'> & {
  readonly change: string;
  readonly came: boolean;
  readonly went: boolean;
};

/**
 * The steps on the cards of others from a merge that took somebody in to the undo that let them go again: meanwhile
 * those cards held what was theirs. By the operations' places; what came after them is as it was before.
 */
export function passingSteps(connection: Connection, identity: Identity): ReadonlySet<number> {
  const steps = cardSteps(connection);
  const isTheirs = ({ kind, subject }: CardStep): boolean =>
    kind === identity.is && identity.ids.has(subject);
  const passing = new Set<number>();
  for (const [at, end] of steps.entries()) {
    if (!isTheirs(end) || !end.came) continue;
    const start = steps
      .slice(0, at)
      .findLast((each) => each.kind === end.kind && each.subject === end.subject && each.went);
    if (start === undefined) continue;
    const last = Math.max(...inChange(steps, end.change).map(({ seq }) => seq));
    const began = inChange(steps, start.change);
    const first = Math.min(...began.map(({ seq }) => seq));
    const cards = new Set(began.filter((each) => !isTheirs(each)).map(keyOf));
    for (const each of steps)
      if (each.seq >= first && each.seq <= last && cards.has(keyOf(each))) passing.add(each.seq);
  }
  return passing;
}

const inChange = (steps: readonly CardStep[], change: string): readonly CardStep[] =>
  steps.filter((each) => each.change === change);

const keyOf = ({ kind, subject }: CardStep): string => `${kind} ${subject}`;

function cardSteps(connection: Connection): readonly CardStep[] {
  const steps: CardStep[] = [];
  for (const { seq, kind, subject, before, after, change } of allOperations(connection)) {
    if (kind !== 'customer' && kind !== 'person') continue;
    const [came, went] = [before === null, after === null];
    steps.push({ seq, kind, subject, change: change.id, came, went });
  }
  return steps;
}
