import { counted } from '../journal/counted.ts';
import type { Occasion, Recorded } from '../journal/entry.ts';
import { type History, lately } from '../journal/history.ts';
import { byOrder } from '../journal/order.ts';
import type { Standing as PromiseStanding } from '../journal/promises.ts';
import type { Signal } from '../journal/vocabulary.ts';
import { askedChanges, isMade } from './asked-changes.ts';
import { failuresOf } from './failures.ts';

/** Something good, with how it is said. */
export interface GoodTurn {
  readonly kind: string;
  readonly says: string;
  readonly entries: readonly Recorded[];
}

/** What they did for us where they did not have to. @param span how far back, in days */
export function theirGoodTurns(history: History, span: number): readonly GoodTurn[] {
  const occasions = lately(history.fresh.occasions, history.asOf, span);
  const helped = occasions.find(isHelp);
  const returned = occasions.filter(
    (entry) => has('looked-out', entry) && helped !== undefined && helped.on <= entry.on,
  );
  const helpedUs = [...occasions.filter(helpedMend), ...kindlyKept(history, span)].sort(byOrder);
  return [
    ...one(
      'meant-well',
      `they blamed nobody when it was your fault, ${often(count(occasions, blamedNobody))}`,
      occasions.filter(blamedNobody),
    ),
    ...one(
      'helped-mend',
      `they helped to mend what was not their fault, ${often(helpedUs.length)}`,
      helpedUs,
    ),
    ...one(
      'returned',
      `they looked out for us after you had helped them, ${often(returned.length)}`,
      returned,
    ),
    ...changesTaken(history),
  ];
}

/** What they promised about a failure that was all ours, and did. */
const kindlyKept = (history: History, span: number): readonly Recorded[] =>
  failuresOf(history)
    .filter(({ entry }) => entry.fault === 'us')
    .flatMap(({ theirEnd }) => theirEnd.filter(isMade).map(settledBy))
    .filter(({ on }) => history.asOf - on <= span);

/** That they changed something on their end when they were asked, or at least mean to. */
function changesTaken(history: History): readonly GoodTurn[] {
  const asked = askedChanges(history);
  const changes = asked.flatMap(({ taken }) => taken);
  const made = changes.filter(isMade);
  const open = changes.filter(({ status }) => status === 'open');
  const inVain = asked.some(({ taken }) => taken.length === 0);
  const when = inVain ? `, asked ${often(asked.length)}` : '';
  const all = counted(changes.length, 'change');
  if (made.length > 0)
    return one(
      'changes',
      `they made ${made.length} of ${all} that they took on${when}`,
      made.map(settledBy),
    );
  // What is late by now speaks for nobody.
  if (open.length < changes.length) return [];
  return one(
    'changes',
    `they took on ${all} that you asked for, not due yet${when}`,
    open.map(settledBy),
  );
}

const settledBy = ({ promise, resolution }: PromiseStanding): Recorded => resolution ?? promise;

/** What we did for them beyond the order, and how we stood by what went wrong. @param span how far back, in days */
export function ourGoodTurns(history: History, span: number): readonly GoodTurn[] {
  const occasions = lately(history.ever.occasions, history.asOf, span);
  const helped = occasions.filter(helpedTheirNeed);
  const personal = occasions.filter((entry) => has('personal-help', entry));
  const listened = occasions.filter((entry) => has('listened', entry));
  const told = failuresOf(history).flatMap(({ days, foundBy, told: telling, entry }) =>
    foundBy === 'us' &&
    days === 0 &&
    telling !== undefined &&
    telling.type !== 'heard' &&
    history.asOf - entry.on <= span
      ? [telling]
      : [],
  );
  return [
    ...one(
      'told-first',
      `you told them of a failure the day you found it, ${often(told.length)}`,
      told,
    ),
    ...one(
      'meant-well',
      `you blamed nobody when it was theirs, ${often(count(occasions, weBlamedNobody))}`,
      occasions.filter(weBlamedNobody),
    ),
    ...one('helped', `you helped them with a need of theirs ${often(helped.length)}`, helped),
    ...one(
      'personal-help',
      `you helped them beyond the business ${often(personal.length)}`,
      personal,
    ),
    ...one('listened', `you heard them out ${often(listened.length)}`, listened),
  ];
}

const one = (kind: string, says: string, entries: readonly Recorded[]): readonly GoodTurn[] =>
  entries.length === 0 ? [] : [{ kind, says, entries }];

const count = (occasions: readonly Occasion[], is: (entry: Occasion) => boolean): number =>
  occasions.filter(is).length;

const has = (signal: Signal, { signals = [] }: Occasion): boolean => signals.includes(signal);

const gave = ({ gave: given = [] }: Occasion): boolean => given.length > 0;

const isHelp = (entry: Occasion): boolean => gave(entry) || has('personal-help', entry);

const helpedTheirNeed = (entry: Occasion): boolean =>
  gave(entry) && (entry.about ?? []).includes('need');

const blamedNobody = ({ fault, blames }: Occasion): boolean =>
  fault === 'us' && blames === 'nobody';

const weBlamedNobody = ({ fault, weBlame }: Occasion): boolean =>
  fault === 'them' && weBlame === 'nobody';

const helpedMend = ({ about = [], fault, got = [] }: Occasion): boolean =>
  got.length > 0 && fault !== 'them' && (fault !== undefined || about.includes('problem'));

const often = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);
