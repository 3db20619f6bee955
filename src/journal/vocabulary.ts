/** The closed word lists of the journal: what is not in them is a typing error, never a fact. */

export const CHANNELS = [
  'call',
  'email',
  'text',
  'chat',
  'visit',
  'meeting',
  'letter',
  'event',
  'other',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Why an attempt reached nobody. */
export const OUTCOMES = [
  'no-answer',
  'voicemail',
  'mailbox-full',
  'no-reply',
  'no-show',
  'cancelled',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const SUBJECTS = [
  'need',
  'personal',
  'problem',
  'delivery',
  'price',
  'order',
  'admin',
  'review',
] as const;
export type Subject = (typeof SUBJECTS)[number];

export const TIERS = ['A', 'B', 'C'] as const;
export type Tier = (typeof TIERS)[number];

/** The size of a favour beyond the contract. */
export const SIZES = ['s', 'm', 'l'] as const;
export type Size = (typeof SIZES)[number];

export const SIDES = ['us', 'them'] as const;
export type Side = (typeof SIDES)[number];

export const FAULTS = ['us', 'them', 'both', 'outside', 'unknown'] as const;
export const BLAMED = ['us', 'them', 'both', 'nobody'] as const;

/** Whom somebody holds responsible; `other:NAME` is another provider. */
export type Blame = (typeof BLAMED)[number] | `other:${string}`;

export const LEARNED = ['need', 'win'] as const;

export const SIGNALS = [
  'apology',
  'explained',
  'assured',
  'thanks',
  'respect',
  'vent',
  'listened',
  'included',
  'excluded',
  'blindsided',
  'competitor',
  'quote',
  'flattery',
  'looked-out',
  'personal-help',
  'win-win',
  'covered',
  'co-created',
  'confronted',
] as const;
export type Signal = (typeof SIGNALS)[number];

export const PROMISE_KINDS = ['task', 'payment'] as const;
export const LOSS_CAUSES = ['us', 'them', 'price', 'other', 'unknown'] as const;

/** What a dropped customer must bring before business is taken up again. */
export const CONDITIONS = ['apology', 'explanation', 'assurance'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** What is heard when a condition is brought; whether it was meant is the seller's to say. */
export const CONDITION_SIGNALS: Readonly<Record<Condition, Signal>> = {
  apology: 'apology',
  explanation: 'explained',
  assurance: 'assured',
};

export const CHANGES = [
  'rival-failing',
  'buyer-moved',
  'needs-changed',
  'acquired',
  'windfall',
  'other',
] as const;

/** The label of a change which says that they think about leaving, and have decided nothing. */
export const CONSIDERING = 'considering';

export const VERDICTS = ['KEEP', 'FIX', 'REBUILD', 'DROP'] as const;
export type Verdict = (typeof VERDICTS)[number];
