import {
  amount,
  clockTime,
  day,
  type FieldSet,
  flag,
  group,
  instant,
  type Kind,
  listOf,
  name,
  oneOf,
  optional,
  readText,
  required,
  type Shape,
  text,
  title,
  whole,
  zoneOffset,
} from './fields.ts';
import {
  BLAMED,
  type Blame,
  CHANGES,
  CHANNELS,
  CONDITIONS,
  FAULTS,
  LEARNED,
  LOSS_CAUSES,
  OUTCOMES,
  PROMISE_KINDS,
  SIDES,
  SIGNALS,
  SIZES,
  SUBJECTS,
  TIERS,
  VERDICTS,
} from './vocabulary.ts';

const blame: Kind<Blame> = {
  says: `one of ${BLAMED.join(', ')}, other:NAME`,
  read(value) {
    const known = BLAMED.find((word) => word === value);
    if (known !== undefined) return known;
    const given = readText(value);
    return given?.startsWith('other:') && given.length > 'other:'.length
      ? (given as Blame)
      : undefined;
  },
  write: (value) => value,
  madeOf: { words: BLAMED },
};

/** What happened between us on one occasion, whether or not there was contact. */
const occasion = {
  person: optional(title),
  about: optional(listOf(oneOf(SUBJECTS))),
  minutes: optional(amount),
  feel: optional(whole(-2, 2)),
  fault: optional(oneOf(FAULTS)),
  harm: optional(whole(1, 3)),
  blames: optional(blame),
  weBlame: optional(blame),
  gave: optional(listOf(oneOf(SIZES))),
  got: optional(listOf(oneOf(SIZES))),
  conceded: optional(flag),
  rude: optional(flag),
  dealbreaker: optional(flag),
  learned: optional(listOf(oneOf(LEARNED))),
  asked: optional(flag),
} satisfies FieldSet;

const touch = {
  channel: optional(oneOf(CHANNELS)),
  outcome: optional(oneOf(OUTCOMES)),
  ...occasion,
} satisfies FieldSet;

const resolution = { ref: required(name) } satisfies FieldSet;
const span = { from: required(day), to: required(day) } satisfies FieldSet;

/** Every type of dated entry with the fields of its own, in the order in which they are written. */
export const ENTRY_FIELDS = {
  spoke: touch,
  tried: touch,
  heard: touch,
  sent: touch,
  work: occasion,
  learned: { learned: required(listOf(oneOf(LEARNED))), person: optional(title) },
  promise: {
    by: required(oneOf(SIDES)),
    what: optional(text),
    due: required(day),
    kind: optional(oneOf(PROMISE_KINDS)),
    amount: optional(amount),
    number: optional(text),
  },
  done: resolution,
  broken: resolution,
  waived: resolution,
  moved: { ref: required(name), due: required(day), agreed: optional(flag) },
  paid: { ref: required(name), amount: required(amount) },
  income: { amount: required(amount) },
  won: { amount: optional(amount), onPriceAlone: optional(flag) },
  renewal: { renewsOn: required(day) },
  lost: { cause: optional(oneOf(LOSS_CAUSES)), harm: optional(whole(1, 3)) },
  notice: {
    deadline: optional(day),
    channel: optional(oneOf(CHANNELS)),
    words: optional(text),
    conditions: optional(listOf(text)),
  },
  met: {},
  drop: {},
  conditions: { conditions: required(listOf(oneOf(CONDITIONS))), ref: optional(name) },
  return: {},
  refuse: {},
  accept: { ref: required(name) },
  away: span,
  hardship: span,
  change: { kind: required(oneOf(CHANGES)) },
  step: { step: required(name), answer: optional(text) },
  decision: {
    verdict: required(oneOf(VERDICTS)),
    computed: optional(oneOf(VERDICTS)),
    reason: optional(text),
    until: optional(day),
  },
  lesson: { rule: optional(name), text: required(name), ref: optional(name) },
  read: {},
  intent: { what: required(oneOf(['drop'])), until: optional(day) },
  mood: { feel: required(whole(-2, 2)) },
} satisfies Record<string, FieldSet>;

export type EntryType = keyof typeof ENTRY_FIELDS;

/** What every dated entry begins with. */
export const HEAD_FIELDS = {
  id: required(name),
  customer: required(title),
  on: required(day),
  time: optional(clockTime),
  offset: optional(zoneOffset),
} satisfies FieldSet;

/** What every dated entry may end with. */
export const TAIL_FIELDS = {
  note: optional(text),
  tags: optional(listOf(name)),
  signals: optional(listOf(oneOf(SIGNALS))),
  private: optional(flag),
  next: optional(day),
  recordedAt: optional(instant),
  source: optional(group({ importer: required(name), key: required(name) })),
} satisfies FieldSet;

export type EntryOf<T extends EntryType> = T extends EntryType
  ? { readonly type: T } & Shape<typeof HEAD_FIELDS> &
      Shape<(typeof ENTRY_FIELDS)[T]> &
      Shape<typeof TAIL_FIELDS>
  : never;

/** One dated fact of the journal. */
export type Entry = EntryOf<EntryType>;

/** An entry with its place in the order of recording, which is also its short number in the terminal. */
export type Recorded<E extends Entry = Entry> = E & { readonly seq: number };

export type TouchType = 'spoke' | 'tried' | 'heard' | 'sent';
export type Touch = Recorded<EntryOf<TouchType>>;
/** The entries that say how the two sides treated each other: touches, and work without contact. */
export type Occasion = Recorded<EntryOf<TouchType | 'work'>>;

type OfTypes<T extends EntryType> = ((
  entry: Recorded,
) => entry is Extract<Recorded, { readonly type: T }>) & { readonly types: readonly EntryType[] };

/** The test for entries of these types, which a chronicle need not ask of each entry. */
export function ofTypes<T extends EntryType>(...types: readonly T[]): OfTypes<T> {
  const known: ReadonlySet<EntryType> = new Set(types);
  const is = (entry: Recorded): entry is Extract<Recorded, { readonly type: T }> =>
    known.has(entry.type);
  return Object.assign(is, { types });
}

/** The same test. It lets nothing pass that is not of that kind, so a chronicle need only ask it of these. */
export const among = <E extends Recorded>(
  kind: (entry: Recorded) => entry is Recorded,
  is: (entry: Recorded) => entry is E,
) => Object.assign(is, { among: kind });

export const isOccasion = (entry: Recorded): entry is Occasion =>
  entry.type === 'spoke' ||
  entry.type === 'tried' ||
  entry.type === 'heard' ||
  entry.type === 'sent' ||
  entry.type === 'work';
export const isTouch = among(
  isOccasion,
  (entry): entry is Touch => isOccasion(entry) && entry.type !== 'work',
);
export const isTwoWay = among(
  isTouch,
  (entry): entry is Touch => entry.type === 'spoke' || entry.type === 'heard',
);

/** The customer's card. */
export const CUSTOMER_FIELDS = {
  id: optional(name),
  name: required(title),
  tier: optional(oneOf(TIERS)),
  solo: optional(flag),
  clash: optional(flag),
  aliases: optional(listOf(title)),
  value: optional(amount),
  terms: optional(whole(0, 3650)),
  inheritedFrom: optional(text),
  needs: optional(textOrTexts()),
  standard: optional(text),
} satisfies FieldSet;
export type Customer = Shape<typeof CUSTOMER_FIELDS>;

export const PERSON_FIELDS = {
  id: optional(name),
  customer: required(title),
  name: required(title),
  role: optional(text),
  decides: optional(flag),
  wellWisher: optional(flag),
  email: optional(text),
  phone: optional(text),
  win: optional(text),
} satisfies FieldSet;
export type Person = Shape<typeof PERSON_FIELDS>;

function textOrTexts(): Kind<readonly string[]> {
  const texts = listOf(text);
  return { ...texts, read: (value) => texts.read(typeof value === 'string' ? [value] : value) };
}
