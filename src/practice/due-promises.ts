import { money } from '../journal/amount-words.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Standing } from '../journal/promises.ts';
import type { Due, DueCommand, Seen } from './due.ts';
import { type Given, ledgerOf } from './ledger.ts';

/** What either side still owes, whenever it is due. Of customers who are gone only money is still expected. */
export function owed({ history, relationship }: Seen): readonly Due[] {
  const { asOf, ever, ourPromises, standing, theirPromises } = history;
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
        what: said(promise, ever.entries),
        command: settling(promised),
        urgency: asOf - due,
      };
    });
}

/** In few words: it shares its line with a name and a command. Of a sum that came in parts, what is open. */
function said(promise: Given, entries: readonly Recorded[]): string {
  const { what, number, amount, kind } = promise;
  const about = [what, number].filter((part) => part !== undefined).join(' ');
  const isPayment = kind === 'payment';
  const named = about === '' ? (isPayment ? 'invoice' : '') : about;
  if (amount === undefined) return named === '' ? 'a promise' : named;
  const { owed = amount } = isPayment ? ledgerOf(entries, promise) : {};
  const sum = owed === amount ? money(amount) : `${money(owed)} of ${money(amount)} open`;
  return named === '' ? sum : `${named} ${sum}`;
}

function settling({ promise, status }: Standing): DueCommand {
  const verb = (): string => {
    if (promise.kind === 'payment' && promise.by === 'them') return 'paid';
    // What counts as broken by now is settled by saying so; it can still be kept.
    return promise.by === 'them' && status === 'broken' ? 'broke' : 'kept';
  };
  return { verb: verb(), of: 'entry', words: '' };
}
