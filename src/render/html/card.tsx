import type { Recorded } from '../../journal/entry.ts';
import { withoutPrivateText } from '../../journal/without-private.ts';
import type { CustomerReview } from '../../verdict/review.ts';
import { aboutWords, promiseLines } from '../card-text.ts';
import type { Card } from './relationship.tsx';
import { type Listed, Told, WIDE_PAGE } from './told.tsx';

interface AboutProps {
  readonly card: Card;
  readonly review: CustomerReview;
  readonly listed: Listed;
  readonly heading: 'h2' | 'h3';
  /** The words of private entries are shown. */
  readonly privately: boolean;
}

/** Who they are, and what is open between you. */
export function About({ card, privately, review, ...said }: AboutProps) {
  const { kept, lastTalk } = card;
  const worded = <E extends Recorded>(entry: E): E =>
    privately ? entry : (withoutPrivateText(entry) as E);
  const promises = card.promises.map((each) => ({ ...each, promise: worded(each.promise) }));
  const { asOf } = review.judgement;
  const title = (text: string): string => WIDE_PAGE.paint('strong', text);
  const about = aboutWords({
    ...card,
    review: { ...review, relationship: { ...review.relationship, customer: card.customer } },
    lastTalk: lastTalk === undefined ? undefined : worded(lastTalk),
  });
  const open = [...promises.flatMap((each) => promiseLines(each, asOf, WIDE_PAGE)), ...kept];
  return (
    <div class="sides">
      {about.length > 0 && (
        <Told lines={[title('Who they are'), ...about.map((line) => `  ${line}`)]} {...said} />
      )}
      {open.length > 0 && (
        <Told
          lines={[title(promises.length === 0 ? 'Promises' : 'Open promises'), ...open]}
          {...said}
        />
      )}
    </div>
  );
}
