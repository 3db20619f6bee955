import type { Recorded } from '../journal/entry.ts';

/** What stands in place of words that somebody typed. */
export const HIDDEN = '[hidden]';

type Naming = (name: string) => string;

/** Each of these is called the same wherever it stands. */
export interface MaskNames {
  readonly customer: Naming;
  readonly person: Naming;
  readonly provider: Naming;
  readonly label: Naming;
  /** An entry's id, which may be made of names. */
  readonly id: Naming;
  /** Calls these entries by their numbers from now on. */
  number(entries: readonly Recorded[]): void;
}

/** @param customers what each is called from now on */
export function maskNames(customers: ReadonlyMap<string, string>): MaskNames {
  const ids = new Map<string, string>();
  return {
    customer: (name) => customers.get(name) ?? HIDDEN,
    person: counting('Person '),
    provider: counting('Provider '),
    label: counting('label-'),
    // What was not read has no number here.
    id: counting('other-entry-', ids),
    number(entries) {
      for (const { id, seq } of entries) if (!ids.has(id)) ids.set(id, `entry-${seq}`);
    },
  };
}

function counting(kind: string, known = new Map<string, string>()): Naming {
  let count = 0;
  return (name) => {
    const mask = known.get(name) ?? `${kind}${(count += 1)}`;
    known.set(name, mask);
    return mask;
  };
}

/** A, B … Z, AA, AB … */
export const letters = (index: number): string =>
  (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
