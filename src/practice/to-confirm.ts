import type { Day } from '../journal/days.ts';
import { type Customer, type EntryOf, isTwoWay, type Recorded } from '../journal/entry.ts';
import type { Stage } from '../journal/stage.ts';
import type { Known } from './people-known.ts';
import { goingOn, OTHER } from './troubles.ts';
import type { Trouble } from './troubles.ts';

/** A fact that is to be asked again, and why it may not hold. */
export interface Doubt {
  /** What is to be asked. */
  readonly asks: string;
  /** Known for so long that it may have changed; never heard from them by whoever has the account now; not known. */
  readonly why: 'old' | 'heard' | 'unknown';
  /** When it was last known; null where nothing says so. */
  readonly since: Day | null;
  /** What records the answer, the customer left out after the first word: `log call :need`. */
  readonly command: string;
}

export interface Facts {
  readonly customer: Customer;
  readonly stage: Stage;
  readonly people: readonly Known[];
  readonly troubles: readonly Trouble[];
  /** What the predecessor wrote; its tags name what may go on. */
  readonly left: Recorded<EntryOf<'change'>> | undefined;
  /** In Order, up to `asOf`. */
  readonly entries: readonly Recorded[];
  readonly asOf: Day;
}

/** What somebody said a year ago may be another thing today. */
const OLD_DAYS = 365;
const BUYING: ReadonlySet<Stage> = new Set(['active', 'probation', 'rebuilding', 'notice']);

/** What to ask them again before relying on it, what matters most first. */
export function toConfirm(facts: Facts): readonly Doubt[] {
  return [
    ...afterTroubles(facts),
    ...whoDecides(facts),
    ...needs(facts),
    ...wins(facts),
    ...standard(facts),
    ...renewal(facts),
  ];
}

/** What they would call it themselves. */
const NAMES: Readonly<Record<string, string>> = {
  admin: 'the invoices',
  delivery: 'deliveries',
  order: 'orders',
  price: 'the price',
};

function afterTroubles({ entries, left, troubles }: Facts): readonly Doubt[] {
  const seen = goingOn(troubles);
  const talked = left === undefined ? [] : entries.slice(entries.indexOf(left)).filter(isTwoWay);
  const isAsked = (kind: string): boolean =>
    talked.some(({ about = [] }) => about.some((each) => each === kind || each === 'problem'));
  const heard = (left?.tags ?? []).filter(
    (kind) => !isAsked(kind) && !seen.some((each) => each.kind === kind),
  );
  return [
    ...heard.map((kind) => ({ ...isOver(kind), why: 'heard', since: null }) as const),
    ...seen.map(({ kind, last }) => ({ ...isOver(kind), why: 'old', since: last }) as const),
  ];
}

const isOver = (kind: string): Pick<Doubt, 'asks' | 'command'> => ({
  asks:
    kind === OTHER
      ? 'is what went wrong over?'
      : `is the trouble with ${NAMES[kind] ?? kind} over?`,
  command: 'log call :problem',
});

function whoDecides(facts: Facts): readonly Doubt[] {
  const { people } = facts;
  const deciders = people.filter(({ card }) => card?.decides === true);
  if (deciders.length === 0) {
    const [one] = people;
    const command = one === undefined ? 'log call' : `log call with:${typedName(one.name)}`;
    return [{ asks: 'who decides?', why: 'unknown', since: null, command }];
  }
  return deciders.flatMap(({ lastTalk, name }) =>
    doubted(facts, lastTalk, {
      asks: `does ${name} still decide?`,
      command: `log call with:${typedName(name)}`,
    }),
  );
}

/** As it is typed after `with:`. */
const typedName = (name: string): string => name.split(' ')[0] ?? name;

function needs(facts: Facts): readonly Doubt[] {
  const { customer, entries } = facts;
  const command = 'log call :need';
  const learned = lastLearned(entries, 'need');
  if ((customer.needs ?? []).length === 0 && learned === undefined)
    return [{ asks: 'what do they need?', why: 'unknown', since: null, command }];
  return doubted(facts, learned, { asks: 'is that still what they need?', command });
}

function wins(facts: Facts): readonly Doubt[] {
  return facts.people.flatMap(({ card, name }) => {
    const said = `with:${typedName(name)}`;
    if (card?.win === undefined) {
      return card?.decides === true
        ? [
            {
              asks: `what does ${name} want to win?`,
              why: 'unknown',
              since: null,
              command: `log call ${said} :personal`,
            },
          ]
        : [];
    }
    const learned = lastLearned(facts.entries, 'win', name);
    return doubted(facts, learned, {
      asks: `is that still what ${name} wants to win?`,
      command: `log call ${said} :personal`,
    });
  });
}

function standard(facts: Facts): readonly Doubt[] {
  if (facts.customer.standard === undefined || facts.customer.inheritedFrom === undefined)
    return [];
  const last = facts.entries
    .filter(isTwoWay)
    .findLast(({ about = [] }) => about.includes('review'));
  return doubted(facts, last?.on, {
    asks: 'does what was agreed still hold for both sides?',
    command: 'log call :review',
  });
}

function renewal({ asOf, customer, entries, stage }: Facts): readonly Doubt[] {
  if (!BUYING.has(stage)) return [];
  const command = 'renewal DATE';
  const last = entries.findLast((entry) => entry.type === 'renewal');
  if (last === undefined) {
    // Most accounts renew nothing; somebody else's may, and the date went with them.
    return customer.inheritedFrom === undefined
      ? []
      : [
          {
            asks: 'does anything come up for renewal, and when?',
            why: 'unknown',
            since: null,
            command,
          },
        ];
  }
  return last.renewsOn < asOf
    ? [{ asks: 'was it renewed, and until when?', why: 'old', since: last.renewsOn, command }]
    : [];
}

/** Doubted where it was never heard by whoever took over, or was heard long ago. */
function doubted(
  { asOf, customer }: Facts,
  since: Day | undefined,
  fact: Pick<Doubt, 'asks' | 'command'>,
): readonly Doubt[] {
  if (since !== undefined) return asOf - since > OLD_DAYS ? [{ ...fact, why: 'old', since }] : [];
  return customer.inheritedFrom === undefined ? [] : [{ ...fact, why: 'heard', since: null }];
}

function lastLearned(
  entries: readonly Recorded[],
  what: 'need' | 'win',
  person?: string,
): Day | undefined {
  return entries.findLast(
    (entry) =>
      'learned' in entry &&
      entry.learned.includes(what) &&
      (person === undefined || !('person' in entry) || entry.person === person),
  )?.on;
}
