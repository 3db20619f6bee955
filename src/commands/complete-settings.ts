import { CONFIG_NAMES } from '../settings/config.ts';
import { shortKey } from '../render/config-text.ts';
import type { Offer } from './complete-offers.ts';
import { FILE_KEYS, JOURNAL_KEYS } from './config-keys.ts';

/** Every setting by the name that one types, limits without `rules.` before them. */
export const settingOffers = (): readonly Offer[] => [
  ...CONFIG_NAMES.map((key) => ({ value: key, means: FILE_KEYS[key] })),
  ...JOURNAL_KEYS.map(({ key, means }) => ({ value: shortKey(key), means })),
];

/** `payment.warnOpenDays=30`: every limit of a rule with its default, to be changed. */
export const limitOffers = (): readonly Offer[] =>
  JOURNAL_KEYS.filter(({ path }) => path.length > 1).map(({ key, means, standard }) => ({
    value: `${shortKey(key)}=${standard ?? ''}`,
    means,
  }));
