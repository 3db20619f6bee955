import type { Customer, Person, Recorded } from '../../journal/entry.ts';
import type { Standing } from '../../journal/promises.ts';
import { withoutPrivate } from '../../journal/without-private.ts';
import type { Lesson } from '../../practice/lessons.ts';
import type { Picture } from '../../practice/picture.ts';
import type { Reasoning } from '../../practice/reasoning.ts';
import type { Remark } from '../../practice/remark.ts';
import { lastChanceOf } from '../../verdict/last-chance.ts';
import { nextStep } from '../../verdict/next-step.ts';
import type { CustomerReview } from '../../verdict/review.ts';
import { entryText } from '../entry-text.ts';
import { lastChanceLines } from '../last-chance-text.ts';
import { remarkLines } from '../remark-text.ts';
import { AnswersChart } from './answers-chart.tsx';
import { BalanceChart } from './balance-chart.tsx';
import { About } from './card.tsx';
import { EntryList, entriesOf } from './entry-list.tsx';
import { Findings } from './findings.tsx';
import { Head } from './head.tsx';
import { HoursChart } from './hours-chart.tsx';
import { LatenessChart } from './lateness-chart.tsx';
import { behindLines, outlookLines } from './reasons.ts';
import { TimelineChart } from './timeline-chart.tsx';
import { numbersIn, Told, WIDE_PAGE } from './told.tsx';

/** What `rel show` knows of a customer beside the review. */
export interface Card {
  /** The card itself, without what this page may not tell. */
  readonly customer: Customer;
  readonly people: readonly Person[];
  /** What is open or overdue, ours first. */
  readonly promises: readonly Standing[];
  /** How either side keeps what it promises, a line each. */
  readonly kept: readonly string[];
  readonly lastTalk: Recorded | undefined;
  /** What it pays and how long it has lasted, in words; empty where nothing is known. */
  readonly worth: string;
}

export interface RelationshipProps {
  readonly review: CustomerReview;
  /** Undefined where only words are wanted, as of the many of a big book. */
  readonly picture: Picture | undefined;
  /** Why the verdict is what it is, in one line. */
  readonly reason: string;
  readonly remarks: readonly Remark[];
  readonly currency: string | undefined;
  /** Feelings and the words of private entries are shown. */
  readonly privately: boolean;
  /** Where a link leads to this customer. */
  readonly id: string;
  /** How a customer is called on the page. */
  readonly called: (name: string) => string;
  /** Alone on its page: its name is the title, and every entry of the picture is listed. */
  readonly alone?: boolean;
  readonly card?: Card;
  /** All that `rel why` knows. */
  readonly reasoning?: Reasoning;
  readonly lessons?: readonly Lesson[];
}

/** One relationship: what it is judged to be, why, and its picture. */
export function Relationship(props: RelationshipProps) {
  const { alone = false, called, card, currency, id, lessons = [], picture, privately } = props;
  const { reason, reasoning, remarks, review } = props;
  const { customer, entries: all } = review.relationship;
  const lines = {
    chance: lastChanceLines(lastChanceOf(review), WIDE_PAGE),
    remarks: remarkLines(remarks, customer.name, WIDE_PAGE),
    outlook: reasoning === undefined ? [] : outlookLines(reasoning),
    behind: reasoning === undefined ? [] : behindLines(reasoning, lessons, privately),
  };
  const named = numbersIn([nextStep(review).say, ...Object.values(lines).flat()]);
  const entries = entriesOf(review, named, alone ? picture : undefined, privately);
  const listed = new Set(entries.map(({ seq }) => seq));
  const telling = {
    told: (entry: Recorded) => entryText(privately ? entry : withoutPrivate(entry)),
    listed: ({ seq }: Recorded) => (listed.has(seq) ? seq : undefined),
  };
  const heading = alone ? 'h2' : 'h3';
  const said = { listed, heading } as const;
  return (
    <section id={id} class="relationship">
      <Head {...{ review, reason, alone, called, listed, privately }} />
      {picture !== undefined && <TimelineChart picture={picture} {...telling} />}
      <Findings review={review} traced={reasoning?.rules} privately={privately} {...said} />
      <Told lines={[...lines.chance, ...lines.remarks, ...lines.outlook]} {...said} />
      {picture !== undefined && (
        <div class="charts">
          <AnswersChart picture={picture} judgement={review.judgement} {...telling} />
          <LatenessChart picture={picture} {...telling} />
          <BalanceChart picture={picture} />
          <HoursChart picture={picture} currency={currency} />
        </div>
      )}
      {card !== undefined && <About card={card} review={review} privately={privately} {...said} />}
      {lines.behind.length > 0 && (
        <details class="all">
          <summary>All that is behind the verdict</summary>
          <Told lines={lines.behind} {...said} />
        </details>
      )}
      <details class="all" open={alone}>
        <summary>{alone ? 'Entries' : `Entries (${entries.length})`}</summary>
        <EntryList entries={entries} of={all.length} told={telling.told} />
      </details>
    </section>
  );
}
