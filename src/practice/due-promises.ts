import type { Standing } from '../journal/promises.ts';
import type { Due, DueCommand, Seen } from './due.ts';

/** What either side still owes, whenever it is due. Of customers who are gone only money is still expected. */
export function owed({ history, relationship }: Seen): readonly Due[] {
  const { asOf, ourPromises, standing, theirPromises } = history;
  const gone = standing.stage === 'lost' || standing.stage === 'dropped';
  const theirs = gone
    ? theirPromises.filter(({ promise }) => promise.kind === 'payment')
    : theirPromises;
  return [...ourPromises, ...theirs]
    .filter(({ unresolved }) => unresolved)
    .map((promised): Due => {
      const { promise, due } = promised;
      return {
        kind: promise.by === 'us' ? 'ours' : 'theirs',
        customer: relationship.customer.name,
        entry: promise,
        day: due,
        dated: true,
        overdue: due < asOf,
        what: said(promised),
        command: settling(promised),
        urgency: asOf - due,
      };
    });
}

function said({ promise }: Standing): string {
  const { what, number, amount, kind } = promise;
  const parts = [what ?? '', number ?? '', amount === undefined ? '' : String(amount)];
  const words = parts.filter((part) => part !== '').join(' ');
  if (words !== '') return words;
  return kind === 'payment' ? 'a payment' : 'a promise';
}

function settling({ promise, status }: Standing): DueCommand {
  const verb = (): string => {
    if (promise.kind === 'payment' && promise.by === 'them') return 'paid';
    // What counts as broken by now is settled by saying so; it can still be kept.
    return promise.by === 'them' && status === 'broken' ? 'broke' : 'kept';
  };
  return { verb: verb(), of: 'entry', words: '' };
}
