import { counted } from '../journal/counted.ts';
import { LEVEL_NAMES } from '../rules/rule.ts';
import type { JudgedRule } from '../verdict/judge.ts';
import { visible } from './visible.ts';

/** A finding in one line. No word of an entry is in it, so nothing private either. */
export interface FindingWords {
  /** At most some fifty letters. */
  readonly full: string;
  /** At most some twenty-four, for half a line. */
  readonly brief: string;
}

/** A rule's number by name, as it stands in the JSON. */
type NumberOf = (name: string) => number;
type Words = readonly [full: string, brief: string];

const WORDS: Readonly<Record<string, (n: NumberOf) => Words>> = {
  'own-failure': (n) => [
    `${counted(n('failures'), 'failure')} of yours, not yet accepted as mended`,
    `${counted(n('failures'), 'failure')} not mended`,
  ],
  'own-promises': (n) =>
    n('owed') > 0
      ? [
          `${counted(n('owed'), 'promise')} of yours overdue`,
          `${counted(n('owed'), 'promise')} overdue`,
        ]
      : [
          `${n('missed')} of your last ${n('promises')} promises not kept`,
          `${n('missed')} of ${n('promises')} promises missed`,
        ],
  cadence: (n) => {
    const days = counted(n('days'), 'day');
    const [how, since] = n('routine') > 0 ? ['no real talk', ' for'] : ['left alone', ''];
    const most = n('own') > 0 ? `your own limit is ${n('target')}` : `${n('target')} at most`;
    return [`${how}${since} ${days}, ${most}`, `${how} ${days}`];
  },
  'order-taking': (n) => [
    `${n('routine')} of ${n('talks')} talks about orders or price alone`,
    `${n('routine')} of ${n('talks')} talks just orders`,
  ],
  renewal: (n) => [
    `renews in ${counted(n('ahead'), 'day')}, and not talked about`,
    `renews in ${counted(n('ahead'), 'day')}`,
  ],
  'single-thread': (n) => [
    `all ${n('talks')} talks of a year with one person`,
    `${n('talks')} talks, one person`,
  ],
  discovery: (n) => {
    const need = n('needUnknown') > 0;
    const win = n('winUnknown') > 0;
    const what = [...(need ? ['need'] : []), ...(win ? ['personal win'] : [])].join(' and ');
    return [
      `${what} unknown after ${counted(n('talks'), 'talk')}`,
      need && win ? 'need and win unknown' : `${what} unknown`,
    ];
  },
  responsiveness: (n) => [
    `answered ${n('answered')} of the last ${n('tries')} tries`,
    `answers ${n('answered')} of ${n('tries')} tries`,
  ],
  change: (n) => [
    `answers ${n('answered')} of ${n('tries')} tries, ${n('answeredBefore')} of ${n('triesBefore')} before`,
    `answers ${n('answered')}/${n('tries')}, was ${n('answeredBefore')}/${n('triesBefore')}`,
  ],
  silence: (n) => [
    `silent for ${counted(n('current'), 'day')}, never before over ${n('longest')}`,
    `silent ${n('current')} days, was ${n('longest')}`,
  ],
  promises: (n) => [
    `${n('missed')} of the last ${n('promises')} promises not kept`,
    `${n('missed')} of ${n('promises')} promises missed`,
  ],
  payment: (n) =>
    n('openDays') > 0
      ? [
          `payment ${counted(n('openDays'), 'day')} overdue, ${n('meanDays').toFixed(0)} late on average`,
          `payment ${counted(n('openDays'), 'day')} late`,
        ]
      : [
          `${counted(n('payments'), 'payment')}, ${n('meanDays').toFixed(0)} days late on average`,
          `pays ${n('meanDays').toFixed(0)} days late`,
        ],
  'blame-shifting': (n) => [
    `blame shifted in ${n('shifted')} of ${counted(n('incidents'), 'incident')}`,
    `shifts blame, ${n('shifted')} of ${n('incidents')}`,
  ],
  'provider-bashing': (n) => [
    `blames ${counted(n('providers'), 'provider')}, never themselves`,
    `blames ${counted(n('providers'), 'provider')}`,
  ],
  reciprocity: (n) => [
    `${counted(n('gave'), 'favour')} from you, ${n('got')} from them`,
    `gave ${counted(n('gave'), 'favour')}, got ${n('got')}`,
  ],
  respect: (n) => [
    `disrespect on ${counted(n('days'), 'day')} in half a year`,
    `rude on ${counted(n('days'), 'day')}`,
  ],
  dealbreaker: () => ['what ends any relationship', 'a deal-breaker'],
  'price-only': (n) => [
    `${n('priceOnly')} of ${n('talks')} talks about price alone`,
    `${n('priceOnly')} of ${n('talks')} talks price`,
  ],
  concessions: (n) => [
    `${counted(n('unanswered'), 'concession')}, nothing came back`,
    `${counted(n('unanswered'), 'concession')}, 0 back`,
  ],
  'return-on-time': (n) => [
    `earns ${n('perHour').toFixed(0)} an hour, ${n('reference').toFixed(0)} expected`,
    `${n('perHour').toFixed(0)} an hour, not ${n('reference').toFixed(0)}`,
  ],
  // What the seller felt is for `rel why` alone.
  toll: () => ['how it feels to you: see rel why', 'how it feels to you'],
};

/** What a rule found, in the words of the review. */
export function findingWords({ rule, level, outcome }: JudgedRule): FindingWords {
  if (outcome.level === null)
    return { full: `${rule.name}: held from earlier weeks`, brief: `${rule.name}, held` };
  const numberOf: NumberOf = (name) => outcome.numbers[name] ?? 0;
  const [full, brief] = WORDS[rule.name]?.(numberOf) ?? [visible(outcome.message), rule.name];
  if (outcome.level >= (level ?? 0)) return { full, brief };
  return { full: `${full} (${LEVEL_NAMES[outcome.level]} by now)`, brief: `${brief}, easing` };
}

const PATTERNS: Readonly<Record<string, string>> = {
  'own-failure': 'a failure not mended',
  'own-promises': 'promises of yours late',
  cadence: 'left alone too long',
  'order-taking': 'just taking orders',
  renewal: 'renewal not talked about',
  'single-thread': 'only one person known',
  discovery: 'need or win unknown',
  responsiveness: 'they rarely answer',
  change: 'they answer less',
  silence: 'silent for very long',
  promises: 'they miss promises',
  payment: 'they pay late',
  'blame-shifting': 'they shift the blame',
  'provider-bashing': 'they blame providers',
  reciprocity: 'they give little back',
  respect: 'disrespect',
  dealbreaker: 'a deal-breaker',
  'price-only': 'all about price',
  concessions: 'you give way for nothing',
  'return-on-time': 'too little for the hours',
  toll: 'private: rel why',
};

/** What several customers have in common, in at most twenty-four letters. */
export const patternWords = (rule: string): string => PATTERNS[rule] ?? rule;
