import { counted, often } from '../journal/counted.ts';
import { type Day, spokenDay, spokenWeekday } from '../journal/days.ts';
import type { Efforts } from '../practice/efforts.ts';
import { entryText } from './entry-text.ts';
import { escaped } from './markdown.ts';
import { outcomeText } from './promise-outcome.ts';
import { withoutPrivate } from '../journal/without-private.ts';

interface Dossier {
  readonly customer: string;
  readonly asOf: Day;
  readonly efforts: Efforts;
  /** Texts of private entries and feelings too. */
  readonly withPrivate: boolean;
}

/** Every effort with its date, the sums first: what was done, and what came back. */
export function dossierMarkdown({ asOf, customer, efforts, withPrivate }: Dossier): string {
  const { entries } = efforts;
  const [first] = entries;
  const hidden = withPrivate ? 0 : entries.filter((entry) => entry.private === true).length;
  const list = (lines: readonly string[]): readonly string[] => lines.map((line) => `- ${line}`);
  const told = entries.map((entry) => {
    const standing = efforts.promises.get(entry.id);
    const outcome = standing === undefined ? '' : `: ${outcomeText(standing, asOf)}`;
    const text = entryText(withPrivate ? entry : withoutPrivate(entry));
    return `${spokenWeekday(entry.on)} ${spokenDay(entry.on)}: ${escaped(`${text}${outcome}`)}`;
  });
  const sums = sumLines(efforts);
  const title = `# What was done for ${escaped(customer)}`;
  if (first === undefined) return `${title}\n\nNothing was done yet.\n`;
  return [
    title,
    '',
    `From ${spokenDay(first.on)} to ${spokenDay(asOf)}, on ${counted(efforts.sums.days, 'day')}.`,
    '',
    ...(sums.length === 0 ? [] : [...list(sums), '']),
    '## What came back',
    '',
    ...list(backLines(efforts)),
    '',
    '## Day by day',
    '',
    ...list(told),
    ...(hidden === 0
      ? []
      : ['', `The words of ${counted(hidden, 'private entry', 'private entries')} are left out.`]),
    '',
  ].join('\n');
}

function sumLines({ sums }: Efforts): readonly string[] {
  const { favours, promisesDue, promisesKept } = sums;
  const given = favours.s + favours.m + favours.l;
  const sizes = `${favours.l} large, ${favours.m} medium, ${favours.s} small`;
  const lines: readonly (readonly [number, string])[] = [
    [sums.talks, `${counted(sums.talks, 'talk')}, ${sums.visits} of them in person`],
    [sums.tries, `${counted(sums.tries, 'try', 'tries')} that reached nobody at once`],
    [sums.messages, `${counted(sums.messages, 'message')} that asked for no answer`],
    [sums.minutes, `${hours(sums.minutes)} in all`],
    [given, `${counted(given, 'favour')} given: ${sizes}`],
    [sums.discounts, counted(sums.discounts, 'discount')],
    [sums.covered, `covered for them ${often(sums.covered)}`],
    [sums.confronted, `raised the problem with them ${often(sums.confronted)}`],
    [sums.notices, counted(sums.notices, 'final notice')],
    [promisesDue, `${promisesKept} of ${counted(promisesDue, 'promise')} of ours kept in time`],
  ];
  return lines.flatMap(([count, says]) => (count === 0 ? [] : [says]));
}

const backLines = ({ back, sums }: Efforts): readonly string[] => [
  back.heard === 0 ? 'they never got in touch' : `they got in touch ${often(back.heard)}`,
  back.favours === 0 ? 'no favour from them' : `${counted(back.favours, 'favour')} from them`,
  chancesToExplain(sums.confronted, back.explained),
  back.apologies === 0 ? 'they never apologised' : `they apologised ${often(back.apologies)}`,
];

function chancesToExplain(given: number, taken: number): string {
  if (taken > 0) return `${counted(given, 'chance')} to explain, taken ${often(taken)}`;
  if (given > 0) return `${counted(given, 'chance')} to explain, never taken`;
  return 'they were never asked to explain';
}

const hours = (minutes: number): string =>
  minutes < 90 ? counted(Math.round(minutes), 'minute') : counted(Math.round(minutes / 60), 'hour');
