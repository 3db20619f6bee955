import type { Day } from '../journal/days.ts';
import { droppedSince } from '../journal/dropped.ts';
import type { Recorded } from '../journal/entry.ts';
import { datedIntents, standingIntents } from '../journal/intent.ts';
import { progressOf } from '../verdict/ampleness.ts';
import { cameOfIt, cameWords, isProgress } from '../verdict/came-of-it.ts';
import { type Asked, askedOf } from '../verdict/conditions.ts';
import { sightOf } from '../verdict/holding.ts';
import { judge } from '../verdict/judge.ts';
import { type Due, type DueCommand, logging, type Seen } from './due.ts';
import { putOff } from './put-off.ts';

/** So long a door that is half open is looked at. */
const DOOR_DAYS = 28;

/** The notice that runs, or has run out, and what came of it. */
export function notices(seen: Seen): readonly Due[] {
  const { asOf, ever, standing } = seen.history;
  const { notice } = standing;
  if (notice?.deadline === undefined) return [];
  const { conditions = [], deadline, note, words = note } = notice;
  const over = deadline < asOf;
  const { entries } = ever;
  return [
    {
      kind: 'notice',
      customer: seen.relationship.customer.name,
      entry: notice,
      day: deadline,
      dated: true,
      overdue: over,
      what: [
        cameWords(cameOfIt(entries.slice(entries.indexOf(notice) + 1), entries)),
        ...(conditions.length === 0
          ? []
          : [`${over ? 'unmet' : 'open'}: ${conditions.join(', ')}`]),
        ...(words === undefined ? [] : [words]),
      ].join('; '),
      command: over ? afterwards(seen, notice.on) : logging('call'),
      urgency: asOf - deadline,
    },
  ];
}

/** What is to be done once a notice has run out. */
function afterwards({ history, relationship }: Seen, noticed: Day): DueCommand {
  const { asOf, ever } = history;
  // Whoever has slept on dropping them is not sent to ring once more.
  const slept = standingIntents(ever.entries).some(
    ({ on, until = on }) => on < asOf && until <= asOf,
  );
  if (slept || judge(relationship, asOf).verdict === 'DROP')
    return { verb: 'drop', of: 'customer', words: '' };
  return progressOf(sightOf(relationship), noticed, history).contacts > 0
    ? logging('call :confronted')
    : { verb: 'why', of: 'customer', words: '' };
}

/** Meant to be dropped, and slept on. */
export function intents({ history, relationship }: Seen): readonly Due[] {
  const { asOf, ever } = history;
  const intent = standingIntents(ever.entries).at(-1);
  if (intent === undefined || intent.until !== undefined || intent.on >= asOf) return [];
  return [
    {
      kind: 'intent',
      customer: relationship.customer.name,
      entry: intent,
      day: intent.on,
      dated: false,
      overdue: false,
      what: intent.note ?? 'slept on; still?',
      command: { verb: 'drop', of: 'customer', words: '' },
      urgency: asOf - intent.on,
    },
  ];
}

/** A day by which it was to be settled, one way or another. It stays there until it is. */
export function settlements({ history, relationship }: Seen): readonly Due[] {
  const { asOf, ever } = history;
  const { entries } = ever;
  const dated = datedIntents(entries);
  const [first] = dated;
  const intent = dated.at(-1);
  if (first === undefined || intent?.until === undefined) return [];
  const came = cameOfIt(entries.slice(entries.indexOf(first) + 1), entries);
  const due = intent.until <= asOf;
  return [
    {
      kind: 'settle',
      customer: relationship.customer.name,
      entry: intent,
      day: intent.until,
      dated: true,
      overdue: intent.until < asOf,
      what: [
        `${cameWords(came)}${came.talks.length > 0 && !isProgress(came) ? ', no progress' : ''}`,
        ...putOff(dated),
        ...(intent.note === undefined ? [] : [intent.note]),
      ].join('; '),
      command: due ? { verb: 'drop', of: 'customer', words: '' } : logging('call :confronted'),
      urgency: asOf - intent.until,
    },
  ];
}

/** Somebody who was dropped has begun to bring what was asked for. */
export function doors({ history, relationship }: Seen): readonly Due[] {
  const { asOf, ever, standing } = history;
  if (standing.stage !== 'dropped' || standing.once) return [];
  const dropped = droppedSince(ever.entries);
  if (dropped === undefined) return [];
  const asked = askedOf(dropped, ever.entries);
  const last = lastMove(asked);
  const heard = asked.filter(({ met, shownBy }) => met === undefined && shownBy !== undefined);
  const open = asked.filter(({ met }) => met === undefined);
  const waits = heard.length === 0 && open.length > 0;
  if (last === undefined || (waits && asOf - last.on > DOOR_DAYS)) return [];
  return [
    {
      kind: 'door',
      customer: relationship.customer.name,
      entry: last,
      day: last.on,
      dated: false,
      overdue: false,
      what: doorWords(asked),
      command: doorCommand(heard, open),
      urgency: heard.length + asked.length - open.length,
    },
  ];
}

/** The last of the entries in which something was brought. */
function lastMove(asked: readonly Asked[]): Recorded | undefined {
  const moves = asked.flatMap(({ met, shownBy }) => met ?? shownBy ?? []);
  return moves.sort((a, b) => a.on - b.on || a.seq - b.seq).at(-1);
}

function doorWords(asked: readonly Asked[]): string {
  if (asked.every(({ met }) => met !== undefined)) return 'all three conditions are met';
  return asked
    .map(({ condition, met, shownBy }) => {
      if (met !== undefined) return `${condition} met #${(shownBy ?? met).seq}`;
      return shownBy === undefined ? `${condition} open` : `${condition} heard #${shownBy.seq}`;
    })
    .join(', ');
}

function doorCommand(heard: readonly Asked[], open: readonly Asked[]): DueCommand {
  if (open.length === 0) return { verb: 'return', of: 'customer', words: '' };
  return heard.length > 0
    ? { verb: 'met', of: 'customer', words: heard.map(({ condition }) => condition).join(' ') }
    : { verb: 'show', of: 'customer', words: '' };
}
