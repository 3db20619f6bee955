import { spokenDay } from '../../journal/days.ts';
import { nextStep } from '../../verdict/next-step.ts';
import type { CustomerReview } from '../../verdict/review.ts';
import { factsOf } from '../card-text.ts';
import { nextCommand } from '../next-command.ts';
import { marksOf } from '../review-page.ts';
import { visible } from '../visible.ts';
import { type Listed, Words } from './told.tsx';
import { VerdictWord } from './verdict-word.tsx';

interface HeadProps {
  readonly review: CustomerReview;
  readonly reason: string;
  readonly alone: boolean;
  readonly listed: Listed;
  readonly called: (name: string) => string;
  /** A private reason is told. */
  readonly privately: boolean;
}

/** Who it is, what the verdict is and why, and what to do next. */
export function Head({ alone, called, listed, privately, reason, review }: HeadProps) {
  const { decision, judgement, relationship } = review;
  const { say, words } = nextStep(review);
  const Name = alone ? 'h1' : 'h2';
  const facts = factsOf(review);
  const marks = marksOf(review).filter((mark) => !facts.includes(mark));
  return (
    <header class="head">
      <Name>
        <VerdictWord verdict={judgement.verdict} /> {called(relationship.customer.name)}
      </Name>
      <p class="quiet">
        {[...marks, ...facts].join(' · ')}
        {alone && ` · on ${spokenDay(judgement.asOf)}`}
      </p>
      {decision !== null && <p>{decisionWords(decision, privately)}</p>}
      <p class="reason">
        <Words text={visible(reason)} listed={listed} />
      </p>
      <p>
        <b>Next:</b> <Words text={say} listed={listed} />
      </p>
      {words !== undefined && <p class="words">“{words}”</p>}
      <code class="command">{nextCommand(review)}</code>
    </header>
  );
}

function decisionWords(
  decision: NonNullable<CustomerReview['decision']>,
  privately: boolean,
): string {
  const { on, private: isPrivate, reason, until, verdict } = decision;
  const term = until === undefined ? `since ${spokenDay(on)}` : `until ${spokenDay(until)}`;
  const isTold = privately || isPrivate !== true;
  const because = reason === undefined || !isTold ? '' : `: ${visible(reason)}`;
  return `You say ${verdict} ${term}${because}`;
}
