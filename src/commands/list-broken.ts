import type { Json } from '../journal/fields.ts';
import type { World } from '../platform/world.ts';
import { brokenBook } from '../practice/rebuild/broken-book.ts';
import { brokenListText } from '../render/broken-list-text.ts';
import { wayJson } from '../render/rebuild-json.ts';
import type { CustomerReview } from '../verdict/review.ts';

/** One of the customers asked for, and what the list prints of everybody. */
interface Wanted {
  readonly review: CustomerReview;
  readonly json: Readonly<Record<string, Json>>;
}

/** `rel list --broken`: whom one could win back, with what to say and the next step. */
export async function listBroken(
  world: World,
  wanted: readonly Wanted[],
  asJson: boolean,
): Promise<void> {
  const byRelationship = new Map(wanted.map((each) => [each.review.relationship, each]));
  const ones = brokenBook(wanted.map(({ review }) => review)).map((one) => ({
    ...one,
    wanted: byRelationship.get(one.way.regarded.relationship),
  }));
  if (asJson) {
    const customers = ones.map(({ undecided, wanted: of, way, words }) => ({
      ...of?.json,
      ...wayJson(way),
      words: words ?? null,
      undecidedDays: undecided ?? null,
    }));
    world.print(`${JSON.stringify({ schema: 1, customers })}\n`);
  } else if (ones.length === 0) {
    world.print('Nothing is broken between you and any of them.\n');
  } else {
    const listed = ones.map((one) => ({ ...one, value: one.wanted?.review.value ?? null }));
    world.print(brokenListText(listed, await world.page()));
  }
}
