import type { Day } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { History, Relationship } from '../journal/history.ts';

/** In the order shown: what we owe comes first. */
export const DUE_KINDS = [
  'ours',
  'theirs',
  'notice',
  'settle',
  'renewal',
  'brief',
  'reminder',
  'reply',
  'cadence',
  'intent',
  'door',
  'opening',
  'why',
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** `rel kept 12`, or `rel log CUSTOMER call :need`. */
export interface DueCommand {
  readonly verb: string;
  readonly of: 'entry' | 'customer';
  /** What follows; empty where nothing does. */
  readonly words: string;
}

/** One thing to be done, or waited for, and the command that records it. */
export interface Due {
  readonly kind: DueKind;
  readonly customer: string;
  /** What it hangs on. */
  readonly entry: Recorded;
  /** The date it is due; for what has no date, the day since when. */
  readonly day: Day;
  readonly dated: boolean;
  /** Past its date, or longer than it should be. */
  readonly overdue: boolean;
  readonly what: string;
  readonly command: DueCommand;
  /** Compares with others of its kind only; the higher the sooner. */
  readonly urgency: number;
}

/** One customer on the day. */
export interface Seen {
  readonly relationship: Relationship;
  readonly history: History;
}

/** A rule's or a row's command, the customer after its first word. */
export function remedyOf({ command = 'log call' }: { readonly command?: string }): DueCommand {
  const [verb = '', ...words] = command.split(' ');
  return { verb, of: 'customer', words: words.join(' ') };
}

export const logging = (words: string): DueCommand => ({ verb: 'log', of: 'customer', words });
