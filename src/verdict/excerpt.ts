import { chronicleOf } from '../journal/chronicle.ts';
import { addDays, type Day } from '../journal/days.ts';
import { type EntryType, isTouch, isTwoWay, type Recorded } from '../journal/entry.ts';
import type { Older } from '../journal/older.ts';
import { between } from '../journal/order.ts';
import type { Settings } from '../journal/settings.ts';
import { standingOn } from '../journal/stage.ts';
import { isAttention } from '../rules/cadence.ts';
import discovery, { tellsNeed, tellsWin } from '../rules/discovery.ts';
import { RULES } from '../rules/index.ts';
import { limitsOf } from '../rules/limits.ts';
import type { Rule } from '../rules/rule.ts';
import toll, { isFelt } from '../rules/toll.ts';
import { CHECKPOINT_DAYS } from './holding.ts';
import type { Judgement } from './judge.ts';
import { LEAST_DAYS, LEAST_TOUCHES } from './too-early.ts';

/*
 * A review need not read what happened many years ago, as long as it says the same without. Plain touches
 * and work are looked at for as long as the widest rule looks back; what is lasting is looked at for ever.
 * Where that might not be enough, some of the others are read as well, or all.
 */

/** Attempts and gaps are followed for so long; rules say their own days. */
const HORIZON_DAYS = 730;
/** Three checkpoints before a day. */
const CHECKPOINTS_DAYS = 3 * CHECKPOINT_DAYS;

const TALKS: readonly EntryType[] = ['spoke', 'heard'];
const TOUCHES: readonly EntryType[] = ['spoke', 'tried', 'heard', 'sent'];

/** Where these find something, all that they tell of was asked for. */
const COMPLETE: ReadonlySet<string> = new Set([discovery.name, toll.name]);

/** The first day from which all entries are needed to judge customers from `first` on. */
export function neededSince(settings: Settings, first: Day): Day {
  const days = RULES.flatMap((rule: Rule) =>
    Object.entries(limitsOf(rule, settings)).flatMap(([name, value]) =>
      name.endsWith('Days') ? [Math.ceil(value)] : [],
    ),
  );
  return addDays(first, -CHECKPOINTS_DAYS - Math.max(HORIZON_DAYS, ...days) - CHECKPOINT_DAYS);
}

/**
 * Which older entries, beside those of an excerpt, say as much as all of them about every day from `first` to `asOf`, but
 * for findings that rest on older ones. @param entries lasting ones before `since`, and all from `since` on, in Order
 * @param withIds whether somebody asks for the ids of what a finding rests on
 */
export function olderNeeded(
  entries: readonly Recorded[],
  settings: Settings,
  since: Day,
  first: Day,
  asOf: Day,
  withIds: boolean,
): readonly Older[] | 'all' {
  const chronicle = chronicleOf(entries);
  const earliest = addDays(first, -CHECKPOINTS_DAYS);
  const kept = <E extends Recorded>(is: (entry: Recorded) => entry is E, until: Day) =>
    between(chronicle.shelf(is), since, until);
  const known = (is: typeof tellsNeed): boolean =>
    between(chronicle.shelf(is), undefined, earliest).length > 0;
  const { stage } = standingOn(chronicle, asOf);
  if (
    // What to do with these is asked of all that happened since, however long ago that was.
    stage === 'lost' ||
    stage === 'dropped' ||
    standingOn(chronicle, earliest).notice !== undefined ||
    entries.some(({ type, on }) => type === 'notice' && on > earliest) ||
    kept(isAttention, earliest).length === 0
  )
    return 'all';
  const least = Math.max(LEAST_TOUCHES, limitsOf(toll, settings)['touches'] ?? Infinity);
  const hasTalks =
    kept(isTwoWay, earliest).length >= (limitsOf(discovery, settings)['talks'] ?? Infinity);
  const needed: Older[] = [];
  // Whoever has not said what they need is told after how many talks.
  if (!hasTalks || !known(tellsNeed) || !known(tellsWin))
    needed.push({ types: TALKS, bare: !withIds });
  if (kept(isTouch, addDays(earliest, -LEAST_DAYS)).length < least)
    needed.push({ types: TOUCHES, bare: false, newest: Math.ceil(least) });
  // Only whether there is one is asked.
  if (kept(isFelt, earliest).length === 0)
    needed.push({ types: TOUCHES, bare: false, field: 'feel', newest: 1 });
  return needed;
}

/** Whether something that the judgement tells rests on an entry from before that day, but for what was read for it. */
export function restsOnOlder(
  { rules }: Judgement,
  entries: readonly Recorded[],
  since: Day,
): boolean {
  const older = new Set<string>();
  for (const { id, on } of entries) {
    if (on >= since) break;
    older.add(id);
  }
  return rules.some(
    ({ rule, level, outcome }) =>
      level !== null &&
      level > 0 &&
      !COMPLETE.has(rule.name) &&
      outcome.evidence.some((id) => older.has(id)),
  );
}
