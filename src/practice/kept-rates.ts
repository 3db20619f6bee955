import type { Standing } from '../journal/promises.ts';

/** How one side keeps its word. */
export interface KeptRate {
  readonly kept: number;
  /** Kept, late or broken: all that has come to a judgement, waived ones left aside. */
  readonly settled: number;
  /** Past their date and still not done. */
  readonly overdue: number;
  /** Not yet due. */
  readonly open: number;
}

export function keptRate(promises: readonly Standing[]): KeptRate {
  const settled = promises.filter(({ status }) => status !== 'open' && status !== 'waived');
  return {
    kept: settled.filter(({ status }) => status === 'kept').length,
    settled: settled.length,
    overdue: promises.filter(isOverdue).length,
    open: promises.filter(({ status }) => status === 'open').length,
  };
}

/** A payment given up before its date is broken, and still not overdue. */
export const isOverdue = ({ lateness, status, unresolved }: Standing): boolean =>
  unresolved && status !== 'open' && status !== 'waived' && lateness > 0;
