import { counted } from '../journal/counted.ts';
import { shellLine } from '../grammar/shell-line.ts';
import { timestamp } from '../journal/clock.ts';
import { formatDay } from '../journal/days.ts';
import { lackingIn } from '../journal/excuse.ts';
import type { Asker } from '../platform/asker.ts';
import type { World } from '../platform/world.ts';
import { entryText } from '../render/entry-text.ts';
import type { Page } from '../render/page.ts';
import { remarksOf } from '../practice/remarks.ts';
import { customerBlock } from '../render/customer-block.ts';
import { visible } from '../render/visible.ts';
import type { CustomerReview, Review } from '../verdict/review.ts';
import { writingTo } from './opening.ts';
import {
  agreement,
  LATER,
  otherVerdict,
  OVERRIDE,
  ownVerdict,
  reasoned,
  type Said,
  STOP,
  verdictOf,
} from './review-questions.ts';
import { recordReview } from './review-record.ts';

interface Walk {
  readonly db: string | undefined;
  /** The seller says their own verdict before they see the computed one. */
  readonly blind: boolean;
  readonly currency: string | undefined;
}

/** What the walk came to. */
interface Walked {
  /** How many were left open. */
  readonly later: number;
  /** Whether every customer was shown. */
  readonly toTheEnd: boolean;
}

const EXIT_LEFT = 130;
/** Those whose verdict has changed, then those with a finding that counts; without what the seller has decided. */
export function undecided(customers: readonly CustomerReview[]): readonly CustomerReview[] {
  const open = customers.filter(
    ({ decision, judgement }) => decision === null || decision.on < judgement.asOf,
  );
  const changed = open.filter((each) => each.changed);
  const found = open.filter(
    (each) => !each.changed && !isSettled(each) && each.judgement.verdict !== 'KEEP',
  );
  return [...changed, ...found];
}

const isSettled = ({ decision }: CustomerReview): boolean =>
  decision !== null && lackingIn(decision).length === 0;

/**
 * Shows one customer after the other and asks what the seller makes of it; each answer is written at once, as a change of
 * its own. A walk to the end of what has changed in the whole book is recorded, as the review that it is.
 * @param chosen those asked for by name or verdict; undefined where nobody was
 */
export async function walkReview(
  world: World,
  whole: Review,
  chosen: readonly CustomerReview[] | undefined,
  walk: Walk,
): Promise<void> {
  const customers = chosen ?? undecided(whole.customers);
  if (customers.length === 0) {
    world.print('Nothing to decide: nothing has changed, and what was found is decided.\n');
    return;
  }
  const page = await world.page();
  let decided = 0;
  const keep = (review: CustomerReview, said: Said): void => {
    world.print(`${keepDecision(world, walk.db, review, said)}\n\n`);
    decided += 1;
  };
  const walked = await world.converse((ask) => walkOn(world, ask, customers, { walk, page, keep }));
  const undo = decided === 0 ? '' : '; to take the last one back: rel undo';
  if (walked === undefined) {
    world.tell(`rel: left; ${written(decided)}${undo}`);
    world.end(EXIT_LEFT);
    return;
  }
  world.print(`${written(decided)}, ${walked.later} left for later${undo}\n`);
  if (walked.toTheEnd && chosen === undefined) recordReview(world, walk.db, whole);
}

const written = (decided: number): string => `${counted(decided, 'decision')} written`;

interface Means {
  readonly walk: Walk;
  readonly page: Page;
  readonly keep: (review: CustomerReview, said: Said) => void;
}

async function walkOn(
  world: World,
  ask: Asker,
  customers: readonly CustomerReview[],
  { walk, page, keep }: Means,
): Promise<Walked> {
  let later = 0;
  for (const [index, review] of customers.entries()) {
    const { verdict } = review.judgement;
    const place = `${index + 1} of ${customers.length}`;
    const block = (): void =>
      world.print(`${customerBlock(review, walk.currency, remarksOf, page)}\n`);
    if (walk.blind)
      world.print(`${page.paint('strong', visible(review.relationship.customer.name))}\n`);
    else block();
    const answer = await (walk.blind ? ownVerdict(ask, place) : agreement(ask, place, verdict));
    if (answer === STOP) return { later: later + customers.length - index, toTheEnd: false };
    if (answer === LATER) {
      later += 1;
      continue;
    }
    if (walk.blind) block();
    const own =
      verdictOf(answer === OVERRIDE ? await otherVerdict(ask, verdict) : answer) ?? verdict;
    keep(review, own === verdict ? { verdict } : await reasoned(ask, world.clock.today(), own));
  }
  return { later, toTheEnd: true };
}

/** Writes the decision as one change, named as the command that would have written it. Returns what to show. */
function keepDecision(
  world: World,
  db: string | undefined,
  { judgement, relationship }: CustomerReview,
  said: Said,
): string {
  const { name } = relationship.customer;
  const until = said.until === undefined ? [] : ['--until', formatDay(said.until)];
  const reason = said.reason === undefined ? [] : ['--reason', said.reason];
  const secret = said.private === true ? [':private'] : [];
  const command = `decide ${shellLine([name, said.verdict, ...secret, ...until, ...reason])}`;
  const entry = writingTo(world, db, (store) =>
    store.change(command, (writer) =>
      writer.addEntry({
        type: 'decision',
        customer: name,
        on: world.clock.today(),
        computed: judgement.verdict,
        ...said,
        recordedAt: timestamp(world.clock),
      }),
    ),
  );
  return `   #${entry.seq} ${visible(name)}: ${entryText(entry)}`;
}
