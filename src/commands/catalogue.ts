import type { Command } from 'commander';
import type { World } from '../platform/world.ts';

/** A command as the list of commands knows it; the rest is loaded when it is called. */
export interface Listed {
  readonly name: string;
  readonly summary: string;
  readonly group: 'capture' | 'look' | 'data' | 'help';
  /** The command with its options, help and action. */
  load(): Promise<(world: World) => Command>;
  /** A command whose words follow a grammar of their own, which an option parser cannot read. */
  loadGrammar?(): Promise<(world: World, words: readonly string[]) => Promise<void>>;
}

/** In the order in which the help shows them. */
export const COMMANDS: readonly Listed[] = [
  {
    name: 'log',
    group: 'capture',
    summary: 'record a touchpoint: rel log CUSTOMER [WORDS…]',
    load: async () => (await import('./log-help.ts')).logCommand,
    loadGrammar: async () => (await import('./log.ts')).log,
  },
  {
    name: 'work',
    group: 'capture',
    summary: 'record time spent without contact: rel work CUSTOMER 2h [WORDS…]',
    load: async () => (await import('./log-help.ts')).workCommand,
    loadGrammar: async () => (await import('./log.ts')).work,
  },
  {
    name: 'add',
    group: 'capture',
    summary: 'add a customer or a person',
    load: async () => (await import('./add.ts')).addCommand,
  },
  {
    name: 'review',
    group: 'look',
    summary: 'KEEP, FIX, REBUILD or DROP for each customer, with the evidence',
    load: async () => (await import('./review.ts')).reviewCommand,
  },
  {
    name: 'why',
    group: 'look',
    summary: 'why a customer has this verdict, and what it hangs on',
    load: async () => (await import('./why.ts')).whyCommand,
  },
  {
    name: 'list',
    group: 'look',
    summary: 'all customers, a line each',
    load: async () => (await import('./list.ts')).listCommand,
  },
  {
    name: 'show',
    group: 'look',
    summary: 'one customer, or one entry by its number',
    load: async () => (await import('./show.ts')).showCommand,
  },
  {
    name: 'export',
    group: 'data',
    summary: 'write customers, entries, verdicts … as CSV or JSON, or the whole journal',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    name: 'import',
    group: 'data',
    summary: 'read a journal that was exported',
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    name: 'rules',
    group: 'help',
    summary: 'the rules, a line each',
    load: async () => (await import('./rules.ts')).rulesCommand,
  },
  {
    name: 'rule',
    group: 'help',
    summary: 'one rule: what it asks, its formula, limits, remedy',
    load: async () => (await import('./rules.ts')).ruleCommand,
  },
  {
    name: 'demo',
    group: 'help',
    summary: 'review the stories of five sales essays, without touching your journal',
    load: async () => (await import('./demo.ts')).demoCommand,
  },
];

export const GROUPS = { capture: 'Capture', look: 'Look', data: 'Data', help: 'Help' } as const;
