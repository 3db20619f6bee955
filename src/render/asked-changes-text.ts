import { type Day, spokenDay } from '../journal/days.ts';
import type { Json } from '../journal/fields.ts';
import type { Standing } from '../journal/promises.ts';
import type { AskedChange } from '../practice/asked-changes.ts';
import { hanging } from './finding-text.ts';
import { type Page, sign } from './page.ts';
import { outcomeText } from './promise-outcome.ts';
import { promiseText, UNNAMED } from '../journal/promise-text.ts';
import { cut, visible } from './visible.ts';

const NOTE = '    ';

/** What they were asked to change, and what became of it. */
export const askedChangeLines = (
  changes: readonly AskedChange[],
  asOf: Day,
  page: Page,
): readonly string[] =>
  changes.flatMap(({ asked, taken }) =>
    taken.length === 0
      ? [
          ...hanging(`asked on ${spokenDay(asked.on)} #${asked.seq}: they took on nothing`, page),
          ...noteLines(asked, page),
        ]
      : [
          ...hanging(`asked on ${spokenDay(asked.on)} #${asked.seq}`, page),
          ...taken.flatMap((standing) =>
            hanging(changeText(standing, asOf), { ...page, width: page.width - 2 }).map(
              (line) => `  ${line}`,
            ),
          ),
        ],
  );

/** What was asked for stands nowhere else where they took on nothing. */
function noteLines(
  { note, private: isPrivate }: AskedChange['asked'],
  page: Page,
): readonly string[] {
  if (note === undefined || isPrivate === true) return [];
  const room = page.width - NOTE.length - 1;
  return [`${NOTE}${cut(`“${visible(note)}`, room, sign(page).ellipsis)}”`];
}

function changeText(standing: Standing, asOf: Day): string {
  const { promise } = standing;
  const what = promise.private === true ? `${UNNAMED}, private` : visible(promiseText(promise));
  return `#${promise.seq} ${what}: ${outcomeText(standing, asOf)}`;
}

export const askedChangeJson = ({ asked, taken }: AskedChange): Readonly<Record<string, Json>> => ({
  asked: asked.id,
  note: asked.private === true ? null : (asked.note ?? null),
  taken: taken.map(({ promise, status }) => ({ promise: promise.id, status })),
});
