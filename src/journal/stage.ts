import { type Chronicle, chronicleOf } from './chronicle.ts';
import { addDays, type Day } from './days.ts';
import { ofTypes, type Recorded } from './entry.ts';
import { firstFrom } from './order.ts';
import { CONDITIONS, type Condition } from './vocabulary.ts';

export const STAGES = [
  'prospect',
  'active',
  'probation',
  'rebuilding',
  'notice',
  'lost',
  'dropped',
] as const;
export type Stage = (typeof STAGES)[number];

/** After so many days a new start has become ordinary business again. */
export const NEW_START_DAYS = 90;

/** Where a relationship stands on a date, from its turn points alone (verdicts, section 2). */
export interface Standing {
  readonly stage: Stage;
  /** The date of the last new start; their conduct is judged from it on. */
  readonly reset: Day | undefined;
  /** The notice that is running, while on notice. */
  readonly notice: Recorded<Extract<Recorded, { type: 'notice' }>> | undefined;
  /** What a dropped customer has brought so far. */
  readonly conditions: ReadonlySet<Condition>;
  /** Dropped a second time: no further chance. */
  readonly once: boolean;
  /** They said they will not come back. */
  readonly refused: boolean;
}

type Draft = { -readonly [K in keyof Standing]: Standing[K] };

const NOTHING_YET: Draft = {
  stage: 'prospect',
  reset: undefined,
  notice: undefined,
  conditions: new Set(),
  once: false,
  refused: false,
};

/** The types of entry that make the stage. */
export const TURN_POINTS = [
  'won',
  'lost',
  'notice',
  'met',
  'drop',
  'conditions',
  'return',
  'refuse',
] as const satisfies readonly Recorded['type'][];
export const isTurn = ofTypes(...TURN_POINTS);

/** Where they stood after each turn point, whatever had grown since. */
function turns(chronicle: Chronicle): readonly { readonly on: Day; readonly draft: Draft }[] {
  let draft = NOTHING_YET;
  let drops = 0;
  return chronicle.shelf(isTurn).map((entry) => {
    draft = { ...draft };
    if (entry.type === 'drop' && draft.stage !== 'dropped') drops += 1;
    turn(draft, entry);
    draft.once = drops >= 2;
    return { on: entry.on, draft };
  });
}

/** Where they stand on a day, by the turn points dated by then. */
export function standingOn(chronicle: Chronicle, asOf: Day): Standing {
  const all = chronicle.derived(turns);
  const draft = all[firstFrom(all, addDays(asOf, 1)) - 1]?.draft ?? NOTHING_YET;
  const { stage, reset } = draft;
  const grown =
    (stage === 'probation' || stage === 'rebuilding') &&
    reset !== undefined &&
    asOf - reset > NEW_START_DAYS;
  return {
    ...draft,
    stage: grown ? 'active' : stage,
    notice: stage === 'notice' ? draft.notice : undefined,
  };
}

/** The same, of entries that are dated on or before `asOf`. */
export const standingOf = (entries: readonly Recorded[], asOf: Day): Standing =>
  standingOn(chronicleOf(entries), asOf);

function turn(draft: Draft, entry: Recorded): void {
  switch (entry.type) {
    case 'won':
      if (draft.stage === 'prospect') draft.stage = 'active';
      if (draft.stage === 'lost') {
        startAgain(draft, 'rebuilding', entry.on);
        draft.refused = false;
      }
      return;
    case 'lost':
      if (draft.stage !== 'dropped') draft.stage = 'lost';
      draft.refused = false;
      return;
    case 'notice':
      if (draft.stage === 'notice' || draft.stage === 'lost' || draft.stage === 'dropped') return;
      draft.stage = 'notice';
      draft.notice = entry;
      return;
    case 'met':
      if (draft.stage === 'notice') startAgain(draft, 'probation', entry.on);
      return;
    case 'drop':
      if (draft.stage !== 'dropped') draft.conditions = new Set();
      draft.stage = 'dropped';
      return;
    case 'conditions':
      if (draft.stage === 'dropped')
        draft.conditions = new Set([...draft.conditions, ...entry.conditions]);
      return;
    case 'return':
      if (draft.stage === 'dropped') startAgain(draft, 'probation', entry.on);
      if (draft.stage === 'lost') startAgain(draft, 'rebuilding', entry.on);
      draft.refused = false;
      return;
    case 'refuse':
      draft.refused = true;
      return;
    default:
  }
}

function startAgain(draft: Draft, stage: Stage, on: Day): void {
  draft.stage = stage;
  draft.reset = on;
}

/** Apology, explanation and assurance are all there, and it is not the second time. */
export function conditionsMet(standing: Standing): boolean {
  return !standing.once && CONDITIONS.every((condition) => standing.conditions.has(condition));
}
