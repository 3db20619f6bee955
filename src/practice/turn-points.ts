import { conditionsMet, type Stage, type Standing } from '../journal/stage.ts';
import { CONDITIONS, type Condition } from '../journal/vocabulary.ts';

/** The entries that move a relationship from one stage to another. */
export type TurnPoint =
  'won' | 'lost' | 'notice' | 'met' | 'conditions' | 'drop' | 'return' | 'refuse';

/** Why a turn point would do nothing now, and what would do something. */
export interface Refusal {
  readonly message: string;
  readonly hint: string;
}

interface Asked {
  readonly standing: Standing;
  /** The customer as people say it. */
  readonly name: string;
  /** The customer as it is typed. */
  readonly typed: string;
}

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  prospect: 'a prospect',
  active: 'active',
  probation: 'on probation',
  rebuilding: 'being rebuilt',
  notice: 'on notice',
  lost: 'lost',
  dropped: 'dropped',
};

/** What a dropped customer still owes before business is taken up again. */
export const openConditions = ({ conditions }: Standing): readonly Condition[] =>
  CONDITIONS.filter((condition) => !conditions.has(condition));

/** Undefined where the turn point does something at this stage. */
export function refusalOf(turn: TurnPoint, asked: Asked): Refusal | undefined {
  const { standing, name } = asked;
  const hint = HINTS[turn](asked);
  if (hint === undefined) return undefined;
  if (turn === 'refuse' && standing.stage === 'lost')
    return { message: `${name} refused already`, hint };
  if (turn === 'notice' && standing.once)
    return { message: `${name} was dropped twice: no further notice is offered`, hint };
  if (turn === 'notice' && standing.stage === 'notice')
    return { message: `${name} is on notice already: the first one stands`, hint };
  const is = `${name} is ${STAGE_WORDS[standing.stage]}`;
  return { message: `${is}: ${NOTHING[turn]}`, hint };
}

const NOTHING: Readonly<Record<TurnPoint, string>> = {
  won: 'won without an amount changes nothing',
  lost: 'there is nothing left to lose',
  notice: 'a notice changes nothing now',
  met: 'there is no notice to meet',
  conditions: 'conditions are for a customer who was dropped',
  drop: 'that was done already',
  return: 'there is nothing to return from',
  refuse: 'a refusal only counts once they are lost',
};

const HINTS: Readonly<Record<TurnPoint, (asked: Asked) => string | undefined>> = {
  won: ({ standing: { stage }, typed }) =>
    stage === 'prospect' || stage === 'lost'
      ? undefined
      : stage === 'dropped'
        ? `to take them back: rel return ${typed}`
        : `count an order: rel won ${typed} 1200`,
  lost: ({ standing: { stage, refused }, typed }) => {
    if (stage === 'lost' && !refused)
      return `when they come back: rel won ${typed}, or rel return ${typed}`;
    return stage === 'dropped' ? `to take them back: rel return ${typed}` : undefined;
  },
  notice: ({ standing: { once, stage, notice }, typed }) => {
    if (once)
      return stage === 'dropped'
        ? `service the account, no new business: rel why ${typed}`
        : `if it happens again, end it: rel drop ${typed}`;
    if (stage === 'notice' && notice !== undefined)
      return `#${notice.seq} gave it; met: rel met ${typed}; not met: rel drop ${typed}`;
    if (stage === 'lost') return `they have left; if it is over: rel refuse ${typed}`;
    return stage === 'dropped'
      ? `what they bring is recorded with: rel met ${typed} apology`
      : undefined;
  },
  met: ({ standing, typed }) => {
    if (standing.stage === 'notice') return undefined;
    if (standing.stage === 'dropped')
      return `say what they brought: rel met ${typed} ${openConditions(standing).join(' ') || 'apology'}`;
    return standing.stage === 'lost'
      ? `when they come back: rel return ${typed}`
      : `to give notice: rel notice ${typed} --by "in 2 weeks"`;
  },
  conditions: ({ standing: { stage }, typed }) => {
    if (stage === 'dropped') return undefined;
    return stage === 'notice'
      ? `if the notice ended well: rel met ${typed}`
      : `what was said in a talk: rel log ${typed} call :apology :explained :assured`;
  },
  drop: ({ standing, typed }) => {
    if (standing.stage !== 'dropped') return undefined;
    return conditionsMet(standing)
      ? `all conditions are met: rel return ${typed}`
      : `what they bring is recorded with: rel met ${typed} apology`;
  },
  return: ({ standing: { stage }, typed }) => {
    if (stage === 'dropped' || stage === 'lost') return undefined;
    return stage === 'notice'
      ? `if the notice ended well: rel met ${typed}`
      : `to see where they stand: rel why ${typed}`;
  },
  refuse: ({ standing: { stage, refused }, typed }) => {
    if (stage === 'lost' && !refused) return undefined;
    if (stage === 'lost') return `if they come back: rel return ${typed}`;
    return stage === 'dropped'
      ? `nothing waits for them; to take them back: rel return ${typed}`
      : `first record the loss: rel lost ${typed}`;
  },
};
