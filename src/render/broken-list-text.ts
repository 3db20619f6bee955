import type { BrokenOne } from '../practice/rebuild/broken-book.ts';
import type { Course } from '../practice/rebuild/next.ts';
import { spokenDay } from '../journal/days.ts';
import { thousands } from '../journal/amount-words.ts';
import { hanging, wrapped } from './finding-text.ts';
import { type Page, sign } from './page.ts';
import { commandOf, detailsOf, shortText, stepText } from './rebuild-words.ts';
import { visible } from './visible.ts';

interface ListedOne extends BrokenOne {
  /** What they are worth in a year; null where nobody knows. */
  readonly value: number | null;
}

const HEADINGS: Readonly<Record<Course, string>> = {
  opening: 'Something has changed over there: try now',
  climbing: 'On the way back',
  selling: 'Sell from the start',
  verdict: 'First what the review says',
  beginning: 'Not begun',
  resting: 'Leave in peace for now',
  theirs: 'The next step is theirs',
  'letting-go': 'Let go, or hand over: the verdict is DROP',
  over: 'Over',
  nothing: '',
};

/** Whom one could win back, each with the next step and what to say, those of one kind together. */
export function brokenListText(ones: readonly ListedOne[], page: Page): string {
  const courses = [...new Set(ones.map(({ way }) => way.course))];
  const sections = courses.flatMap((course, place) => {
    const some = ones.filter(({ way }) => way.course === course);
    return [
      ...(place === 0 ? [] : ['']),
      ...wrapped(`${HEADINGS[course]} (${some.length})`, page.width).map((line) =>
        page.paint('strong', line),
      ),
      ...some.flatMap((one) => oneLines(one, page)),
    ];
  });
  return [...sections, ''].join('\n');
}

function oneLines(one: ListedOne, page: Page): readonly string[] {
  const { later, undecided, value, way, words } = one;
  const { arrow, dot } = sign(page);
  const facts = [
    shortText(way),
    ...(undecided === undefined ? [] : [page.paint('warn', 'undecided')]),
    ...(way.ladder?.begun === true ? [stepText(way.ladder)] : []),
    ...restText(one),
    ...(value === null ? [] : [`${thousands(value)} a year`]),
  ];
  const name = page.paint('strong', visible(way.regarded.relationship.customer.name));
  const command = commandOf(way) ?? detailsOf(way);
  const said =
    words === undefined
      ? []
      : wrapped(`${later ? 'later: ' : ''}“${visible(words)}”`, page.width - INDENT.length);
  return [
    ...hanging(`${name}  ${facts.join(` ${dot} `)}`, page),
    ...said.map((line) => INDENT + line),
    `${INDENT}${page.paint('quiet', `${arrow} ${command}`)}`,
  ];
}

const INDENT = '    ';

const restText = ({ way: { approach, course } }: ListedOne): readonly string[] =>
  course === 'resting' && approach !== undefined ? [`not before ${spokenDay(approach.from)}`] : [];
