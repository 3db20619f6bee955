import {
  amount,
  type FieldSet,
  group,
  isRecord,
  type Kind,
  listOf,
  name,
  optional,
  type Shape,
  text,
  whole,
} from './fields.ts';

const perTier = group({
  A: optional(whole(1, 3650)),
  B: optional(whole(1, 3650)),
  C: optional(whole(1, 3650)),
});

export type RuleThresholds = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Rule names and threshold names are checked where the rules are known. */
const ruleThresholds: Kind<RuleThresholds> = {
  says: 'an object of rules, each with its thresholds as numbers above 0',
  read(value) {
    if (!isRecord(value)) return undefined;
    const numbers = Object.values(value).every(
      (each) =>
        isRecord(each) &&
        Object.values(each).every((number) => Number.isFinite(number) && Number(number) > 0),
    );
    return numbers ? (value as RuleThresholds) : undefined;
  },
  write: (value) => value,
};

/** What the whole journal is judged by; kept in the journal, carried by exports. */
export const SETTINGS_FIELDS = {
  floor: optional(amount),
  cadence: optional(perTier),
  renewal: optional(perTier),
  currency: optional(text),
  rules: optional(ruleThresholds),
  me: optional(listOf(name)),
} satisfies FieldSet;

export type Settings = Shape<typeof SETTINGS_FIELDS>;
