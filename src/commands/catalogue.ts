import type { Command } from 'commander';
import type { World } from '../platform/world.ts';
import { KEEPING } from './catalogue-keeping.ts';
import { PRACTICE } from './catalogue-practice.ts';
import { TURN_POINTS } from './catalogue-turns.ts';

/** A command as the list of commands knows it; the rest is loaded when it is called. */
export interface Listed {
  readonly name: string;
  readonly summary: string;
  readonly group: 'capture' | 'look' | 'turn' | 'practice' | 'correct' | 'data' | 'help';
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
    name: 'invoice',
    group: 'capture',
    summary: 'an invoice went out: rel invoice CUSTOMER AMOUNT',
    load: async () => (await import('./money.ts')).invoiceCommand,
  },
  {
    name: 'paid',
    group: 'capture',
    summary: 'money came for an invoice: rel paid N|CUSTOMER [AMOUNT]',
    load: async () => (await import('./money.ts')).paidCommand,
  },
  {
    name: 'income',
    group: 'capture',
    summary: 'money earned without an invoice: rel income CUSTOMER AMOUNT',
    load: async () => (await import('./money.ts')).incomeCommand,
  },
  {
    name: 'kept',
    group: 'capture',
    summary: 'a promise was kept: rel kept N|CUSTOMER',
    load: async () => (await import('./kept.ts')).keptCommand,
  },
  {
    name: 'broke',
    group: 'capture',
    summary: 'a promise was broken',
    load: async () => (await import('./kept.ts')).brokeCommand,
  },
  {
    name: 'waive',
    group: 'capture',
    summary: 'a promise need not be kept any more',
    load: async () => (await import('./kept.ts')).waiveCommand,
  },
  {
    name: 'move',
    group: 'capture',
    summary: 'a promise gets another date: rel move N --to DATE',
    load: async () => (await import('./move.ts')).moveCommand,
  },
  {
    name: 'today',
    group: 'look',
    summary: 'what is due today: promises, notices, renewals, replies, reminders',
    load: async () => (await import('./today.ts')).todayCommand,
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
    name: 'promises',
    group: 'look',
    summary: 'who promised what, and how both sides keep their word',
    load: async () => (await import('./promises.ts')).promisesCommand,
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
    name: 'timeline',
    group: 'look',
    summary: 'all that happened with one customer, in order',
    load: async () => (await import('./timeline.ts')).timelineCommand,
  },
  {
    name: 'search',
    group: 'look',
    summary: 'find notes, promises and names: rel search WORDS…',
    load: async () => (await import('./search.ts')).searchCommand,
  },
  ...TURN_POINTS,
  ...PRACTICE,
  {
    name: 'edit',
    group: 'correct',
    summary: 'correct an entry, a customer or a person',
    load: async () => (await import('./edit.ts')).editCommand,
  },
  {
    name: 'delete',
    group: 'correct',
    summary: 'take an entry out of the journal',
    load: async () => (await import('./delete.ts')).deleteCommand,
  },
  {
    name: 'rename',
    group: 'correct',
    summary: 'give a customer or a person another name',
    load: async () => (await import('./rename.ts')).renameCommand,
  },
  {
    name: 'merge',
    group: 'correct',
    summary: 'make one customer of two',
    load: async () => (await import('./merge.ts')).mergeCommand,
  },
  {
    name: 'undo',
    group: 'correct',
    summary: 'take back the last change, or the last N',
    load: async () => (await import('./undo.ts')).undoCommand,
  },
  {
    name: 'redo',
    group: 'correct',
    summary: 'bring back what was undone last',
    load: async () => (await import('./undo.ts')).redoCommand,
  },
  {
    name: 'history',
    group: 'correct',
    summary: 'every version of an entry, or the last changes',
    load: async () => (await import('./history.ts')).historyCommand,
  },
  {
    name: 'forget',
    group: 'correct',
    summary: 'erase a customer or a person for good, history and backups included',
    load: async () => (await import('./forget.ts')).forgetCommand,
  },
  ...KEEPING,
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
    name: 'backtest',
    group: 'help',
    summary: 'how early the reviews of past weeks warned, and how often wrongly',
    load: async () => (await import('./backtest.ts')).backtestCommand,
  },
  {
    name: 'demo',
    group: 'help',
    summary: 'review the stories of five sales essays, without touching your journal',
    load: async () => (await import('./demo.ts')).demoCommand,
  },
  {
    name: 'completion',
    group: 'help',
    summary: 'print what makes the Tab key complete, for bash, zsh, fish or PowerShell',
    load: async () => (await import('./completion.ts')).completionCommand,
  },
];

export const GROUPS = {
  capture: 'Capture',
  look: 'Look',
  turn: 'Turn points',
  practice: 'Practice',
  correct: 'Correct',
  data: 'Data',
  help: 'Help',
} as const;
