import type { Day } from '../journal/days.ts';
import { type Effort, hourlyReturn } from '../journal/effort.ts';
import type { History } from '../journal/history.ts';

/** How long a relationship has lasted, and what an hour in it brings. */
export interface Worth {
  /** The first entry of any kind; null where there is none. */
  readonly since: Day | null;
  /** Of a year. */
  readonly minutes: number;
  readonly income: number;
  /** Income of an hour; null where no time was spent. */
  readonly hourly: number | null;
}

/** Below so many minutes an hourly return is a matter of chance. */
const LEAST_MINUTES = 60;

export function worthOf({ effort, ever }: History): Worth {
  const { income, minutes }: Effort = effort;
  return {
    since: ever.entries[0]?.on ?? null,
    minutes,
    income,
    hourly: hourlyReturn(effort, LEAST_MINUTES) ?? null,
  };
}
