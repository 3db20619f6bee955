import type { Listed } from './catalogue.ts';

/** The turn points of a relationship, in the order in which the help shows them. */
export const TURN_POINTS: readonly Listed[] = [
  {
    name: 'won',
    group: 'turn',
    summary: 'they bought: rel won CUSTOMER [AMOUNT]',
    load: async () => (await import('./won-lost.ts')).wonCommand,
  },
  {
    name: 'lost',
    group: 'turn',
    summary: 'they left',
    load: async () => (await import('./lost.ts')).lostCommand,
  },
  {
    name: 'notice',
    group: 'turn',
    summary: 'final notice: rel notice CUSTOMER --by DATE [WORDS…]',
    load: async () => (await import('./notice.ts')).noticeCommand,
  },
  {
    name: 'met',
    group: 'turn',
    summary: 'the notice was met; or what a dropped customer brought',
    load: async () => (await import('./met.ts')).metCommand,
  },
  {
    name: 'drop',
    group: 'turn',
    summary: 'end it: first the intent, on a later day the drop',
    load: async () => (await import('./drop.ts')).dropCommand,
  },
  {
    name: 'return',
    group: 'turn',
    summary: 'take a dropped customer back, or begin again with a lost one',
    load: async () => (await import('./return.ts')).returnCommand,
  },
  {
    name: 'refuse',
    group: 'turn',
    summary: 'a lost customer will not come back',
    load: async () => (await import('./won-lost.ts')).refuseCommand,
  },
  {
    name: 'renewal',
    group: 'turn',
    summary: 'when their contract renews: rel renewal CUSTOMER DATE',
    load: async () => (await import('./circumstances.ts')).renewalCommand,
  },
  {
    name: 'away',
    group: 'turn',
    summary: 'they are away: those days count as no silence',
    load: async () => (await import('./away.ts')).awayCommand,
  },
  {
    name: 'hardship',
    group: 'turn',
    summary: 'a setback they did not cause, with its dates',
    load: async () => (await import('./away.ts')).hardshipCommand,
  },
  {
    name: 'change',
    group: 'turn',
    summary: 'something changed on their side',
    load: async () => (await import('./circumstances.ts')).changeCommand,
  },
  {
    name: 'accept',
    group: 'turn',
    summary: 'they accepted a failure of ours as mended',
    load: async () => (await import('./circumstances.ts')).acceptCommand,
  },
];
