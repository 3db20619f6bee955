import { counted } from '../journal/counted.ts';
import { formatDay, spokenDay } from '../journal/days.ts';
import type { Json } from '../journal/fields.ts';
import type { EndOfBusiness } from '../practice/end-of-business.ts';
import { hanging } from './finding-text.ts';
import type { Page } from './page.ts';

/** Whether it could have been seen: the first warnings of the half year before, or a blind spot. */
export function foresightWords({ entry, lookedFrom, reviews, warnings }: EndOfBusiness): string {
  if (reviews === 0) return 'nothing had been written down before, so nothing could warn you';
  const [first] = warnings;
  if (first === undefined) {
    const silent = 'no rule had warned in the half year before';
    return entry.type === 'drop'
      ? `your own decision: ${silent}; what did you know that the journal did not?`
      : `a blind spot: ${silent}; what did the journal not know?`;
  }
  const names = warnings.map(({ rule }) => rule);
  const shown = names.slice(0, MOST_RULES).join(', ');
  const more = names.length > MOST_RULES ? ` and ${names.length - MOST_RULES} more` : '';
  const days = counted(entry.on - first.since, 'day');
  return `no surprise: ${shown}${more} had warned, ${first.since === lookedFrom ? `for ${days} or longer` : `the first ${days} before`}`;
}

const MOST_RULES = 3;

/** The section of `rel show` and `rel why`. */
export function endLines(end: EndOfBusiness | undefined, page: Page): readonly string[] {
  if (end === undefined) return [];
  const { effective, entry } = end;
  const said =
    entry.type === 'drop'
      ? `you dropped them on ${spokenDay(entry.on)}`
      : effective === entry.on
        ? `they left on ${spokenDay(entry.on)}`
        : `they told you on ${spokenDay(entry.on)}; their contract ends on ${spokenDay(effective)}`;
  const why =
    entry.type === 'drop'
      ? []
      : [end.unexplained ? 'why is not known: ask them' : `cause: ${entry.cause ?? ''}`];
  return [
    '',
    page.paint('strong', 'How it ended'),
    ...[`${said} #${entry.seq}`, ...why, foresightWords(end)].flatMap((text) =>
      hanging(text, page),
    ),
  ];
}

export const endJson = (end: EndOfBusiness | undefined): Readonly<Record<string, Json>> | null =>
  end === undefined
    ? null
    : {
        entry: end.entry.id,
        how: end.entry.type,
        told: formatDay(end.entry.on),
        effective: formatDay(end.effective),
        cause: end.entry.type === 'lost' ? (end.entry.cause ?? null) : null,
        blindSpot: end.reviews > 0 && end.warnings.length === 0,
        warnings: end.warnings.map(({ rule, since }) => ({ rule, since: formatDay(since) })),
      };
