import { counted } from '../journal/counted.ts';
import { spokenDay } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import { type Ladder, STEPS } from '../journal/ladder.ts';
import type { Way } from '../practice/rebuild/page.ts';
import { pasteable } from './next-command.ts';
import { quotedName } from './quoted.ts';

/** The next command as it can be pasted; undefined where nothing is to be typed. */
export function commandOf({ next, regarded }: Way): string | undefined {
  const { command, entry } = next;
  if (command === undefined) return undefined;
  const { name } = regarded.relationship.customer;
  return pasteable(command, entry?.toString() ?? quotedName(name));
}

/** Where nothing is to be recorded: all there is to know. */
export const detailsOf = ({ regarded }: Way): string =>
  pasteable('rebuild', quotedName(regarded.relationship.customer.name));

/** What is private is on no page. */
export const openNote = ({ note, private: isPrivate }: Recorded): string | undefined =>
  isPrivate === true ? undefined : note;

const KINDS = { lost: 'lost', dropped: 'dropped', failure: 'harmed by us' } as const;
const CAUSES = {
  us: ' because of us',
  them: ' because of them',
  price: ' on price',
  other: '',
  unknown: ', nobody knows why',
} as const;

/** `lost 3 Sep 2024 because of us, harm 3`. */
export function shortText({ broken, regarded }: Way): string {
  if (broken === undefined) return regarded.history.standing.stage;
  const { entry, harm, kind, since } = broken;
  const cause = entry.type === 'lost' && entry.cause !== undefined ? CAUSES[entry.cause] : '';
  const how = harm === undefined ? '' : `, harm ${harm}`;
  return `${KINDS[kind]} ${spokenDay(since)}${cause}${how}`;
}

export const stepText = ({ next }: Ladder): string =>
  next === undefined
    ? 'all steps taken'
    : `step ${STEPS.indexOf(next.step) + 1} of ${STEPS.length}`;

/** What happened, how long ago, and how far one has come since. */
export function brokenFacts(way: Way): readonly string[] {
  const { broken, course, ladder, regarded } = way;
  if (broken === undefined || ladder === undefined) return [shortText(way)];
  const harm = broken.harm === undefined ? '' : ' of 3';
  const days = `${counted(regarded.history.asOf - broken.since, 'day')} ago`;
  return [`${shortText(way)}${harm}`, days, ...(course === 'theirs' ? [] : [stepText(ladder)])];
}
