import { type AttemptDay, recentAttempts } from '../../journal/attempts.ts';
import type { Span } from '../../journal/away.ts';
import type { History } from '../../journal/history.ts';
import type { Answer } from '../picture.ts';

/** How they answered on the days in a picture on which we reached for them; a new start begins the count again. */
export function answersIn({ from }: Span, stretches: readonly History[]): readonly Answer[] {
  const attempts = stretches.at(-1)?.ever.attempts ?? [];
  const resets = stretches.map(({ standing }) => standing.reset ?? -Infinity);
  return attempts.flatMap(({ day, answered, entries }, index) => {
    if (day < from) return [];
    const since = resets.findLast((reset) => reset <= day) ?? -Infinity;
    const before = attempts.slice(0, index + 1).filter((each) => each.day >= since);
    return [{ on: day, answered, entries, recently: shareAnswered(recentAttempts(before, day)) }];
  });
}

/** @param attempts at least one */
const shareAnswered = (attempts: readonly AttemptDay[]): number =>
  attempts.filter(({ answered }) => answered).length / attempts.length;
