import type { Due, Seen } from './due.ts';
import { isUnexplained, lastLoss } from './leaving.ts';

/** A loss that nobody has explained yet: asked for until it is answered, also once they are being won back. */
export function unexplained({ history, relationship }: Seen): readonly Due[] {
  const { asOf, ever, standing } = history;
  const loss = lastLoss(ever.entries);
  const isOpen = standing.stage === 'lost' || standing.stage === 'rebuilding';
  if (loss === undefined || !isOpen || !isUnexplained(loss)) return [];
  return [
    {
      kind: 'why',
      customer: relationship.customer.name,
      entry: loss,
      day: loss.on,
      dated: false,
      overdue: false,
      what: 'ask them why',
      command: { verb: 'lost', of: 'customer', words: '--cause' },
      urgency: asOf - loss.on,
    },
  ];
}
