import { counted } from '../journal/counted.ts';
import { spokenDay } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import { type Ladder, type Rung, STEP_TITLES } from '../journal/ladder.ts';
import type { Approach, Changed, SlowWatch } from '../practice/rebuild/approach.ts';
import type { RebuildPage } from '../practice/rebuild/page.ts';
import { hanging, wrapped } from './finding-text.ts';
import { type Page, sign } from './page.ts';
import { outcomeText } from './promise-outcome.ts';
import { promiseText } from '../journal/promise-text.ts';
import { groundLines } from './rebuild-ground.ts';
import { brokenFacts, commandOf, openNote } from './rebuild-words.ts';
import { quotedName } from './quoted.ts';
import { visible } from './visible.ts';

/** One customer's way back: what is next, the steps, and what there is to build on. */
export function rebuildText(rebuild: RebuildPage, page: Page): string {
  const { way } = rebuild;
  const { ladder } = way;
  if (way.course === 'nothing') {
    const { judgement, relationship } = way.regarded;
    const name = quotedName(relationship.customer.name);
    const nothing = judgement.verdict === 'FIX' ? 'Mend it; nothing' : 'Nothing';
    return [
      ...headLines(rebuild, page),
      `${nothing} has to be rebuilt between you, as far as the journal knows.`,
      `If they have left: rel lost ${name} --cause us`,
      ...nextLines(rebuild, page),
      '',
    ].join('\n');
  }
  const sections = [
    ...nextLines(rebuild, page),
    ...(ladder === undefined ? [] : ladderLines(ladder, rebuild, page)),
    ...section('When', whenLines(rebuild), page),
    ...groundLines(rebuild, page).flatMap(({ title, lines }) => section(title, lines, page)),
    ...askLines(rebuild, page),
  ];
  return [...headLines(rebuild, page), ...sections, ''].join('\n');
}

function section(title: string, lines: readonly string[], page: Page): readonly string[] {
  if (lines.length === 0) return [];
  // A note has its one line; a command is never broken, it is there to be pasted.
  const isWhole = (line: string): boolean => line.startsWith('  ');
  const set = lines.flatMap((line) => (isWhole(line) ? [line] : hanging(line, page)));
  return ['', page.paint('strong', title), ...set];
}

function headLines({ way }: RebuildPage, page: Page): readonly string[] {
  const { judgement, relationship } = way.regarded;
  const { dot } = sign(page);
  const facts = [judgement.verdict, ...brokenFacts(way)];
  const name = page.paint('strong', visible(relationship.customer.name));
  return wrapped(`${name}  ${page.paint('quiet', facts.join(` ${dot} `))}`, page.width);
}

function nextLines({ way }: RebuildPage, page: Page): readonly string[] {
  const { next } = way;
  const command = commandOf(way);
  return [
    '',
    ...hanging(`next: ${visible(next.say)}`, page),
    ...(next.words === undefined
      ? []
      : hanging(`say: “${visible(next.words)}”`, page).map((line) => page.paint('good', line))),
    ...(command === undefined
      ? []
      : [`  ${page.paint('strong', `${sign(page).arrow} ${command}`)}`]),
  ];
}

const MARKS = { done: '[x]', open: '[ ]', no: '[!]', skipped: '[-]' } as const;

function ladderLines(ladder: Ladder, rebuild: RebuildPage, page: Page): readonly string[] {
  const lines = ladder.rungs.flatMap((rung, place) => {
    const isNext = rung === ladder.next;
    const text = `${MARKS[rung.state]} ${place + 1} ${STEP_TITLES[rung.step]}${shownBy(rung)}`;
    const painted = hanging(text, page).map((line) =>
      rung.state === 'done' ? line : page.paint(isNext ? 'strong' : 'quiet', line),
    );
    return [...painted, ...belowRung(rung, ladder, rebuild).flatMap((line) => deeper(line, page))];
  });
  return ['', page.paint('strong', 'The way back'), ...lines];
}

const deeper = (line: string, page: Page): readonly string[] =>
  hanging(line, { ...page, width: page.width - 6 }).map((each) => `      ${each.trimStart()}`);

function shownBy({ answer, entry, state }: Rung): string {
  if (state === 'skipped') return ': left out';
  if (entry === undefined) return '';
  const said = answer === undefined ? '' : ` ${answer},`;
  return `:${said} ${spokenDay(entry.on)} #${entry.seq}`;
}

/** What was asked and promised, and why something was done out of its turn. */
function belowRung(
  { entry, step }: Rung,
  { condition, fixed, fixing }: Ladder,
  { way }: RebuildPage,
): readonly string[] {
  const { asOf } = way.regarded.history;
  const note = entry?.type === 'step' ? openNote(entry) : undefined;
  const noted = note === undefined ? [] : [`“${visible(note)}”`];
  if (step === 'asked' && condition !== undefined)
    return [
      `on us #${condition.promise.seq}: ${visible(promiseText(condition.promise))}: ${outcomeText(condition, asOf)}`,
    ];
  if (step === 'heard' && entry?.signals?.includes('apology') === true)
    return [...noted, 'and they were sorry for it'];
  if (step !== 'fixed') return noted;
  return [
    ...noted,
    ...[...fixed, ...fixing]
      .filter((each) => each !== condition)
      .map(
        (each) =>
          `#${each.promise.seq} ${visible(promiseText(each.promise))}: ${outcomeText(each, asOf)}`,
      ),
  ];
}

function whenLines({ triggers, watch, way }: RebuildPage): readonly string[] {
  const { approach, failed, failures, opening, regarded } = way;
  const { asOf, standing } = regarded.history;
  const waits = approach !== undefined && standing.stage === 'lost';
  return [
    ...(waits ? [approachText(approach, opening, asOf)] : []),
    ...triggers.map((change) => `changed over there: ${whatHappened(change)}`),
    ...(watch === undefined ? [] : [watchText(watch)]),
    ...(failed === 0
      ? []
      : [
          `${counted(failed, 'approach', 'approaches')} in a row came to nothing ${failures.map(({ seq }) => `#${seq}`).join(' ')}`,
        ]),
  ];
}

function whatHappened(change: Changed): string {
  const note = openNote(change);
  return `${spokenDay(change.on)} #${change.seq} ${change.kind}${note === undefined ? '' : `: “${visible(note)}”`}`;
}

function approachText(
  { because, entry, from, peace }: Approach,
  opening: Recorded | undefined,
  asOf: number,
): string {
  const day = spokenDay(from);
  const when = from > asOf ? `not before ${day}` : `since ${day}`;
  switch (because) {
    case 'change':
      return opening === undefined
        ? `since ${day}: something changed #${entry.seq}, and you have talked since`
        : `try now: something changed on ${day} #${entry.seq}`;
    case 'talk':
      return `they talk to you, since ${day} #${entry.seq}: no need to wait`;
    case 'set':
      return `${when}, the day you set #${entry.seq}`;
    case 'harm':
      return `${when}: ${peace ?? 0} days of peace after what happened`;
  }
}

const watchText = ({ everyDays, last, next }: SlowWatch): string =>
  `slow watch: a touch every ${everyDays} days, the last ${spokenDay(last)}, the next by ${spokenDay(next)}`;

function askLines({ unlearned, way }: RebuildPage, page: Page): readonly string[] {
  if (unlearned === undefined) return [];
  const name = quotedName(way.regarded.relationship.customer.name);
  return section(
    'Asked once',
    [
      `#${unlearned.seq}, ${spokenDay(unlearned.on)}: what did you do about it, and how did it work out?`,
      `  ${sign(page).arrow} rel lesson ${name} --about ${unlearned.seq}`,
    ],
    page,
  );
}
