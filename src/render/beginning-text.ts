import { type Day, formatDay, spokenDay } from '../journal/days.ts';
import type { Json } from '../journal/fields.ts';
import type { Beginning } from '../practice/beginning.ts';
import type { Reached } from '../practice/beginning-slips.ts';
import { wrapped } from './finding-text.ts';
import type { Page } from './page.ts';
import { pad } from './visible.ts';

const INDENT = '  ';
const LABEL_WIDTH = 9;

/** In the order in which they should come. */
const STEPS = [
  'need',
  'win',
  'solution',
  'offer',
  'business',
] as const satisfies readonly (keyof Reached)[];
/** How each of them is recorded. */
const WORDS: Readonly<Record<keyof Reached | 'value', string>> = {
  need: ':need',
  win: 'win:',
  solution: ':co-created',
  offer: ':quote',
  business: 'rel won',
  value: 'edit standard:',
};

/** @param value what they get beside the price, as the card says it */
export function beginningLines(
  beginning: Beginning | undefined,
  value: string | undefined,
  asOf: Day,
  page: Page,
): readonly string[] {
  if (beginning === undefined) return [];
  const { isNew, reached, since, slips, troubles, until } = beginning;
  if (!isNew && slips.length === 0) return [];
  const title = isNew
    ? `The beginning, day ${asOf - since + 1} of ${until - since + 1}`
    : `What went wrong at the beginning, in ${spokenDay(since).slice(-8)}`;
  const done = [
    ...(troubles.length === 0
      ? []
      : [`what troubles them ${troubles.map(({ seq }) => `#${seq}`).join(' ')}`]),
    ...STEPS.flatMap((step) => {
      const entry = reached[step];
      return entry === undefined ? [] : [`${step} ${spokenDay(entry.on)} #${entry.seq}`];
    }),
    ...(value === undefined ? [] : ['value on the card']),
  ];
  const missing = [
    ...STEPS.filter((step) => reached[step] === undefined),
    ...(value === undefined ? (['value'] as const) : []),
  ].map((step) => `${step} (${WORDS[step]})`);
  return [
    '',
    ...wrapped(title, page.width).map((line) => page.paint('strong', line)),
    ...(isNew ? [...labelled('done', done, page), ...labelled('missing', missing, page)] : []),
    ...slips.flatMap(({ says, evidence }) =>
      labelled('mind', [`${says} ${evidence.map(({ seq }) => `#${seq}`).join(' ')}`], page),
    ),
  ];
}

function labelled(label: string, texts: readonly string[], page: Page): readonly string[] {
  if (texts.length === 0) return [];
  const width = Math.max(20, page.width - INDENT.length - LABEL_WIDTH);
  return wrapped(texts.join(', '), width).map(
    (line, index) => `${INDENT}${pad(index === 0 ? label : '', LABEL_WIDTH)}${line}`,
  );
}

export function beginningJson(
  beginning: Beginning | undefined,
): Readonly<Record<string, Json>> | null {
  if (beginning === undefined) return null;
  const { isNew, reached, since, slips, troubles, until } = beginning;
  return {
    since: formatDay(since),
    until: formatDay(until),
    isNew,
    reached: Object.fromEntries(STEPS.map((step) => [step, reached[step]?.id ?? null])),
    troubles: troubles.map(({ id }) => id),
    slips: slips.map(({ kind, says, evidence }) => ({
      kind,
      says,
      evidence: evidence.map(({ id }) => id),
    })),
  };
}
