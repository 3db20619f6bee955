import type { Customer, Person, Recorded } from '../journal/entry.ts';
import { HANDOVER } from '../journal/handover.ts';
import { ANSWERS, CONDITION, FORCED, STEPS, WAIT } from '../journal/ladder.ts';
import { BLAMED, type Blame, CONDITIONS, CONSIDERING, SUBJECTS } from '../journal/vocabulary.ts';
import { ruleNamed } from '../rules/index.ts';
import { BILLED } from './ledger.ts';
import { HIDDEN, type MaskNames } from './mask-names.ts';

type FieldsOf<T> = T extends unknown ? keyof T : never;
/** What others may see of a field; undefined where they need not know that there is one. */
type Cover = (value: never, names: MaskNames) => unknown;
/** Whoever adds a field has to say what may be seen of it. */
type Covers<T> = Readonly<Record<FieldsOf<T>, Cover>>;

/** The same card or entry as others may see it. */
export function covered<T extends object>(whole: T, covers: Covers<T>, names: MaskNames): T {
  const seen: Record<string, unknown> = {};
  const known: Readonly<Record<string, Cover>> = covers;
  for (const [field, value] of Object.entries(whole)) {
    const left = known[field]?.(value as never, names);
    if (left !== undefined) seen[field] = left;
  }
  return seen as T;
}

const open: Cover = (value) => value;
const hidden: Cover = () => HIDDEN;
const gone: Cover = () => undefined;
const customer: Cover = (name: string, names) => names.customer(name);
const person: Cover = (name: string, names) => names.person(name);
const id: Cover = (given: string, names) => names.id(given);
const only =
  (words: readonly string[]): Cover =>
  (word: string) =>
    words.includes(word) ? word : HIDDEN;
const each =
  (words: readonly string[]): Cover =>
  (list: readonly string[]) =>
    list.map((word) => (words.includes(word) ? word : HIDDEN));
const blame: Cover = (given: Blame, { provider }) =>
  BLAMED.some((word) => word === given) ? given : `other:${provider(given)}`;

export const CUSTOMER: Covers<Customer> = {
  id: gone,
  name: customer,
  tier: open,
  solo: open,
  clash: open,
  aliases: gone,
  value: open,
  terms: open,
  inheritedFrom: person,
  needs: each([]),
  standard: hidden,
};

export const PERSON: Covers<Person> = {
  id: gone,
  customer,
  name: person,
  role: gone,
  decides: open,
  wellWisher: open,
  email: gone,
  phone: gone,
  win: hidden,
};

/** Labels that mean something to `rel`; all others are the seller's own. */
const LABELS: readonly string[] = [CONSIDERING, FORCED, ...SUBJECTS];
/** What `rel` itself puts down as a source. */
const SOURCES: readonly string[] = [HANDOVER, CONDITION, BILLED];

export const ENTRY: Covers<Recorded> = {
  type: open,
  seq: open,
  id,
  customer,
  on: open,
  time: open,
  offset: open,
  channel: open,
  outcome: open,
  person,
  about: open,
  minutes: open,
  feel: open,
  fault: open,
  harm: open,
  blames: blame,
  weBlame: blame,
  gave: open,
  got: open,
  conceded: open,
  rude: open,
  dealbreaker: open,
  learned: open,
  asked: open,
  by: open,
  // Of a promise it is text, of an intent a word.
  what: only(['drop']),
  due: open,
  kind: open,
  amount: open,
  number: gone,
  ref: id,
  agreed: open,
  onPriceAlone: open,
  renewsOn: open,
  cause: open,
  deadline: open,
  words: hidden,
  conditions: each(CONDITIONS),
  from: open,
  to: open,
  step: only([...STEPS, WAIT]),
  answer: only(ANSWERS),
  verdict: open,
  computed: open,
  reason: hidden,
  until: open,
  rule: (name: string) => (ruleNamed(name) === undefined ? HIDDEN : name),
  text: hidden,
  note: hidden,
  tags: (tags: readonly string[], { label }) =>
    tags.map((tag) => (LABELS.includes(tag) ? tag : label(tag))),
  signals: open,
  private: open,
  next: open,
  recordedAt: open,
  // That something came from elsewhere says how much it tells.
  source: ({ importer, key }: NonNullable<Recorded['source']>, names) => ({
    importer: SOURCES.includes(importer) ? importer : HIDDEN,
    key: importer === HANDOVER ? names.person(key) : names.id(key),
  }),
};
