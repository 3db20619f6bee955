import { readMoney } from '../grammar/amounts.ts';
import { nearWords } from '../grammar/likeness.ts';
import { RelError } from '../journal/error.ts';
import type { Json } from '../journal/fields.ts';
import { TIERS } from '../journal/vocabulary.ts';
import { RULES } from '../rules/index.ts';
import cadenceRule from '../rules/cadence.ts';
import renewalRule from '../rules/renewal.ts';
import { shortKey } from '../render/config-text.ts';
import { CONFIG_NAMES, type ConfigKey, SWITCHES } from '../settings/config.ts';
import type { Path } from '../settings/journal-settings.ts';

/** A setting of the journal, as `rel config` names it. */
export interface JournalKey {
  readonly key: string;
  readonly path: Path;
  readonly means: string;
  readonly reads: 'money' | 'days' | 'text' | 'addresses' | 'limit';
  /** What holds where it is not set; null where nothing does. */
  readonly standard: number | null;
}

/** A limit of a rule can be set like every other; those for a tier have a shorter name. */
const TIER_RULES = [
  {
    rule: cadenceRule,
    means: (tier: string) => `days without a real talk, tier ${tier}`,
  },
  {
    rule: renewalRule,
    means: (tier: string) => `days before a renewal to talk, tier ${tier}`,
  },
];

const tierKeys = TIER_RULES.flatMap(({ rule, means }) =>
  TIERS.map((tier): JournalKey => ({
    key: `${rule.name}.${tier}`,
    path: [rule.name, tier],
    means: means(tier),
    reads: 'days',
    standard: rule.thresholds[tier] ?? null,
  })),
);

const limitKeys = RULES.flatMap((rule) =>
  Object.entries(rule.thresholds).flatMap(([name, standard]): readonly JournalKey[] =>
    tierKeys.some(({ key }) => key === `${rule.name}.${name}`)
      ? []
      : [
          {
            key: `rules.${rule.name}.${name}`,
            path: ['rules', rule.name, name],
            means: `limit of rel rule ${rule.name}`,
            reads: 'limit',
            standard,
          },
        ],
  ),
);

/** All settings of the journal, in the order shown: what one sets first, then every limit of every rule. */
export const JOURNAL_KEYS: readonly JournalKey[] = [
  {
    key: 'floor',
    path: ['floor'],
    means: 'what an hour must earn',
    reads: 'money',
    standard: null,
  },
  { key: 'currency', path: ['currency'], means: 'what sums are in', reads: 'text', standard: null },
  { key: 'me', path: ['me'], means: 'your own mail addresses', reads: 'addresses', standard: null },
  ...tierKeys,
  ...limitKeys,
];

/** What the keys of config.toml mean. */
export const FILE_KEYS: Readonly<Record<ConfigKey, string>> = {
  'display.colour': `colours: ${SWITCHES.join(', ')}`,
  'display.unicode': `signs beyond ASCII: ${SWITCHES.join(', ')}`,
  'display.graph': `pictures and bars: ${SWITCHES.join(', ')}`,
  'journal.path': 'where the journal lies',
  'backups.daily': `a backup a day: ${SWITCHES.join(', ')}`,
};

export const isLimit = ({ reads }: JournalKey): boolean => reads === 'limit';

/** The key in any case, of a limit also without `rules.` before it. Throws RelError('usage') with what comes near. */
export function keyNamed(typed: string): JournalKey | ConfigKey {
  const same = (key: string): boolean =>
    [key, shortKey(key), `rules.${key}`].some((each) => each.toLowerCase() === typed.toLowerCase());
  const found = JOURNAL_KEYS.find(({ key }) => same(key)) ?? CONFIG_NAMES.find((key) => same(key));
  if (found !== undefined) return found;
  throw new RelError(
    'usage',
    `there is no setting called ${typed}`,
    near(typed, [...CONFIG_NAMES, ...JOURNAL_KEYS.map(({ key }) => key)]),
  );
}

/** The limit of a rule. Throws RelError('usage') with what comes near. */
export function limitNamed(typed: string): JournalKey {
  const limits = [...limitKeys, ...tierKeys];
  const short = shortKey(typed.toLowerCase());
  const found = limits.find(({ key }) => shortKey(key).toLowerCase() === short);
  if (found !== undefined) return found;
  throw new RelError(
    'usage',
    `no rule has a limit called ${typed}`,
    near(
      typed,
      limits.map(({ key }) => key),
    ),
  );
}

/** Limits are looked for by their short names, first within the rule that was typed. */
function near(typed: string, keys: readonly string[]): string {
  const [rule = '', limit = ''] = shortKey(typed).split('.');
  const within = keys.map(shortKey).filter((key) => key.startsWith(`${rule}.`));
  const limits = within.map((key) => key.slice(rule.length + 1));
  const found =
    within.length === 0
      ? nearWords(shortKey(typed), keys.map(shortKey))
      : nearWords(limit, limits).map((each) => `${rule}.${each}`);
  if (found.length > 0) return `did you mean ${found.join(', or ')}?`;
  return within.length > 0
    ? `${rule} has ${limits.join(', ')}`
    : 'see them: rel config list, rel rules';
}

/** What was typed as the value of this key. Throws RelError('usage'). */
export function valueTyped({ key, reads, standard }: JournalKey, words: readonly string[]): Json {
  const text = words.join(' ').trim();
  const wrong = (what: string, such: string): RelError =>
    new RelError(
      'usage',
      `${shortKey(key)} must be ${what}, not “${text}”`,
      `such as: rel config set ${shortKey(key)} ${such}`,
    );
  switch (reads) {
    case 'money': {
      const sum = readMoney(text);
      if (sum === undefined) throw wrong('a sum', '60');
      return sum;
    }
    case 'days': {
      const days = /^\d+$/.test(text) ? Number(text) : 0;
      if (days < 1 || days > 3650)
        throw wrong('a whole number of days, 1 to 3650', String(standard));
      return days;
    }
    case 'limit': {
      const limit = /^\d*\.?\d+$/.test(text) ? Number(text) : 0;
      if (limit <= 0) throw wrong('a number above 0', String(standard));
      return limit;
    }
    case 'addresses': {
      const addresses = text.split(/[\s,]+/).filter((each) => each !== '');
      if (addresses.length === 0 || !addresses.every((each) => /^[^@]+@[^@]+$/.test(each)))
        throw wrong('mail addresses', 'ann@example.com');
      return addresses;
    }
    case 'text':
      if (text === '' || /\p{C}/u.test(text)) throw wrong('a word', 'EUR');
      return text.normalize('NFC');
  }
}
