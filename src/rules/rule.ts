import type { Recorded } from '../journal/entry.ts';
import type { History } from '../journal/history.ts';
import type { Settings } from '../journal/settings.ts';
import type { Ladder } from './advice.ts';
import { limitsOf } from './limits.ts';

/** 0 fine, 1 note, 2 warn, 3 serious, 4 critical. */
export type Level = 0 | 1 | 2 | 3 | 4;
export const LEVEL_NAMES = ['fine', 'note', 'warn', 'serious', 'critical'] as const;

export type RuleSide = 'ours' | 'theirs' | 'economics';
/** Their rules weigh by family, so that one behaviour seen twice does not count twice. */
export type Family =
  'response' | 'promises' | 'accountability' | 'mutuality' | 'self-respect' | 'excluded';

type Numbers = Readonly<Record<string, number>>;

/** What a rule saw on a date. */
export interface Outcome {
  /** Null: not enough data, or the rule does not apply at this stage; it weighs nothing. */
  readonly level: Level | null;
  readonly message: string;
  /** Stable ids of the entries it rests on; never empty from level 1 on. */
  readonly evidence: readonly string[];
  readonly numbers: Numbers;
}

interface Told {
  readonly message: string;
  readonly evidence?: readonly Recorded[];
  readonly numbers?: Numbers;
}

/** A level, and what there is to say of it: most looks are for the level alone. */
export interface Finding {
  readonly level: Level | null;
  readonly tell: () => Told;
}

export const finding = (level: Level, tell: Finding['tell']): Finding => ({ level, tell });

/** Too little is known, or the question does not arise. */
export const notEnough = (tell: () => Omit<Told, 'evidence'>): Finding => ({ level: null, tell });

/** The finding in full; one without entries to point at would be an opinion, which is a bug. */
export function outcomeOf({ level, tell }: Finding): Outcome {
  const { message, evidence = [], numbers = {} } = tell();
  if (level !== null && level > 0 && evidence.length === 0)
    throw new Error(`a finding without evidence: ${message}`);
  return { level, message, evidence: evidence.map(({ id }) => id), numbers };
}

/** A journal in miniature: lines as in the interchange format, `id` and `customer` left out. */
export interface Example {
  readonly asOf: string;
  readonly lines: string;
}

interface RuleText {
  /** As in `rel rule NAME`; names the pattern. */
  readonly name: string;
  readonly side: RuleSide;
  /** Of their rules only. */
  readonly family?: Family;
  /** A pattern must hold for two weeks to be serious, and three clean weeks relieve it; a fact acts at once. */
  readonly holds: boolean;
  /** It measures them by the seller's other customers. */
  readonly comparesCustomers?: true;
  readonly asks: string;
  readonly source: string;
  /** The formula in words: when it warns, when it is serious. */
  readonly formula: string;
  /** Markdown. */
  readonly why: string;
  /** What to do about it, one thing after the other. */
  readonly advice: Ladder;
  /** The numbers of an outcome as they stand beside the limits, in words. */
  readonly measured: (numbers: Numbers) => string;
  /** What it was before, where the rule itself compares with it. */
  readonly baseline?: (numbers: Numbers) => string | undefined;
  /** What to ask oneself before it is held against them; our own rules ask that anyway. */
  readonly ofYourself?: string;
  readonly falseAlarm: string;
  readonly examples: {
    readonly flagged: Example & { readonly level: Level };
    readonly clean: Example;
  };
}

/** What it takes for a level, in words. */
export type Limits = Readonly<Partial<Record<1 | 2 | 3 | 4, string>>>;

interface RuleDefinition<Threshold extends string> extends RuleText {
  readonly thresholds: Readonly<Record<Threshold, number>>;
  readonly limits: (thresholds: Readonly<Record<Threshold, number>>) => Limits;
  readonly check: (history: History, thresholds: Readonly<Record<Threshold, number>>) => Finding;
}

export interface Rule extends RuleText {
  readonly thresholds: Numbers;
  /** The first advice. */
  readonly remedy: string;
  /** What records the first advice once it is done, or shows what is to be settled; the customer comes after its first word. */
  readonly command?: string;
  /** What it takes for each level, in words; thresholds set in the journal replace the rule's own. */
  limits(settings: Settings): Limits;
  /** Judges the history; thresholds set in the journal replace the rule's own. */
  look(history: History): Finding;
  /** The same, with all there is to say. */
  check(history: History): Outcome;
}

export function defineRule<Threshold extends string>(definition: RuleDefinition<Threshold>): Rule {
  const { thresholds, check, limits, ...text } = definition;
  const [{ say, command }] = text.advice;
  const inForce = ({ rules }: Settings) => {
    const set = rules?.[text.name];
    return set === undefined ? thresholds : { ...thresholds, ...set };
  };
  const look = (history: History): Finding => check(history, inForce(history.settings));
  return {
    ...text,
    thresholds,
    remedy: say,
    ...(command === undefined ? {} : { command }),
    limits: (settings) => limits(limitsOf(definition, settings)),
    look,
    check: (history) => outcomeOf(look(history)),
  };
}

/** The worst level whose condition holds; 0 where none does. */
export function worst(conditions: Readonly<Partial<Record<1 | 2 | 3 | 4, boolean>>>): Level {
  if (conditions[4] === true) return 4;
  if (conditions[3] === true) return 3;
  if (conditions[2] === true) return 2;
  return conditions[1] === true ? 1 : 0;
}

/** `3 of the last 8`, `all of the last 8`. */
export const partOf = (some: number, all: number): string =>
  `${some === all ? 'all' : some} of the last ${all}`;

/** `53.9 %`; two figures where it is smaller than one. */
export const percent = (share: number): string => {
  const hundredths = share * 100;
  return `${Number(hundredths < 1 ? hundredths.toPrecision(2) : hundredths.toFixed(1))} %`;
};

/** `95 % sure that it is more than 26 %`. */
export const surelyMore = (lower = 0): string => `95 % sure that it is more than ${percent(lower)}`;
export const surelyLess = (upper = 1): string => `95 % sure that it is less than ${percent(upper)}`;
