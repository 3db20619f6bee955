import { type Day, spokenDay, spokenWeekday } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import { cameWords } from '../verdict/came-of-it.ts';
import type { Asked } from '../verdict/conditions.ts';
import type { DoorOpen, LastChance, NoticeGiven, OnProbation } from '../verdict/last-chance.ts';
import type { Outlook } from '../verdict/outlook.ts';
import { hanging } from './finding-text.ts';
import type { Page } from './page.ts';
import { visible } from './visible.ts';

/** The label of its line in a review. */
export const LAST_CHANCE_LABELS: Readonly<Record<LastChance['kind'], string>> = {
  notice: 'notice',
  dropped: 'door',
  probation: 'trial',
};

/** In one paragraph: how long, what came of it, what is missing, where it leads. */
export function lastChanceWords(chance: LastChance): string {
  switch (chance.kind) {
    case 'notice':
      return noticeWords(chance, shortTerm(chance)).join('; ');
    case 'dropped':
      return doorWords(chance);
    case 'probation':
      return trialWords(chance);
  }
}

/** A section of its own: the same, with the exact words and the entry that shows each thing. */
export function lastChanceLines(chance: LastChance | undefined, page: Page): readonly string[] {
  if (chance === undefined) return [];
  const lines = sectionOf(chance).flatMap((text) => hanging(visible(text), page));
  return ['', page.paint('strong', titleOf(chance)), ...lines];
}

const titleOf = (chance: LastChance): string =>
  chance.kind === 'dropped' && !chance.once
    ? 'The door is open, on three conditions'
    : LAST_CHANCE_TITLES[chance.kind];

export const LAST_CHANCE_TITLES: Readonly<Record<LastChance['kind'], string>> = {
  notice: 'Final notice',
  dropped: 'Dropped',
  probation: 'The last chance',
};

function sectionOf(chance: LastChance): readonly string[] {
  switch (chance.kind) {
    case 'notice':
      return [givenWords(chance.notice), ...noticeWords(chance, term(chance))];
    case 'dropped':
      return [
        `service only since ${day(chance.drop.on)} (#${chance.drop.seq})${chance.once ? `, ${NO_WAY_BACK}` : ''}`,
        ...(chance.once ? [] : chance.conditions.map(askedWords)),
      ];
    case 'probation':
      return [
        `since ${day(chance.begun.on)} (#${chance.begun.seq}), ${chance.begun.type === 'met' ? 'the notice was met' : 'taken back'}`,
        ...(chance.notice === undefined ? [] : [givenWords(chance.notice)]),
        trialWords(chance),
      ];
  }
}

const NO_WAY_BACK = 'for good: they were dropped twice, and nothing they bring changes it';

/** `#4, Mon 16 Nov 2026, by letter: “answer our calls”`. */
function givenWords(notice: NoticeGiven['notice']): string {
  const { channel, on, private: isPrivate, seq, words } = notice;
  const way = channel === undefined ? '' : `, by ${channel}`;
  const said = words === undefined ? 'no words were kept' : `“${words}”`;
  return `#${seq}, ${day(on)}${way}: ${isPrivate === true ? 'private' : said}`;
}

function noticeWords(
  { came, daysLeft, notice, outlook }: NoticeGiven,
  lasts: string,
): readonly string[] {
  const isOver = daysLeft !== null && daysLeft < 0;
  return [
    `${lasts}: ${cameWords(came)}`,
    ...conditionWords(notice, isOver),
    ...(outlook.now ? [] : outlookWords(outlook)),
  ];
}

/** `until Fri 20 Nov 2026, 4 days left`. */
function term({ daysLeft, notice: { deadline } }: NoticeGiven): string {
  if (deadline === undefined || daysLeft === null) return 'it names no last day, so it never ends';
  if (daysLeft === 0) return 'ends today';
  return daysLeft > 0
    ? `until ${day(deadline)}, ${plural(daysLeft, 'day')} left`
    : `ran out on ${day(deadline)}, ${plural(-daysLeft, 'day')} ago`;
}

/** The same in fewer words. */
function shortTerm(given: NoticeGiven): string {
  const { daysLeft, notice } = given;
  if (notice.deadline === undefined || daysLeft === null || daysLeft === 0) return term(given);
  return daysLeft > 0
    ? `${plural(daysLeft, 'day')} left`
    : `ran out on ${spokenDay(notice.deadline)}`;
}

const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function conditionWords(
  { conditions = [], private: isPrivate }: NoticeGiven['notice'],
  isOver: boolean,
): readonly string[] {
  if (conditions.length === 0 || isPrivate === true) return [];
  return [`${isOver ? 'unmet' : 'open'}: ${conditions.join(', ')}`];
}

/** Where it leads if nothing else happens. */
export function outlookWords({ because, contacts, dropFrom }: Outlook): readonly string[] {
  const missing = contacts === 0 ? '' : `${plural(contacts, 'more contact')} to judge by first`;
  const leads =
    dropFrom === undefined
      ? because.slice(0, 1).map((each) => `no DROP in sight: ${each}`)
      : [`DROP from ${spokenDay(dropFrom)} on if nothing changes`];
  return [...leads, ...(missing === '' ? [] : [missing])];
}

function doorWords({ conditions, drop, once }: DoorOpen): string {
  const since = `service only since ${spokenDay(drop.on)}`;
  if (once) return `${since}, ${NO_WAY_BACK}`;
  const states = (['met', 'open', 'unmet'] as const).flatMap((state) => {
    const some = conditions.filter((each) => each.state === state);
    return some.length === 0
      ? []
      : [`${state}: ${some.map((each) => each.condition + numberOf(each)).join(', ')}`];
  });
  return `${since}; ${states.join('; ')}`;
}

const numberOf = ({ met, shownBy }: Asked): string => {
  const entry = shownBy ?? met;
  return entry === undefined ? '' : ` #${entry.seq}`;
};

function askedWords({ condition, met, shownBy, state, without }: Asked): string {
  if (met !== undefined)
    return `${condition}: met on ${day(met.on)} (#${met.seq}), ${shownBy === undefined ? 'no entry shows it' : `shown by #${shownBy.seq} of ${spokenDay(shownBy.on)}`}`;
  if (shownBy !== undefined)
    return `${condition}: heard on ${day(shownBy.on)} (#${shownBy.seq}); met, if they meant it`;
  if (state === 'open') return `${condition}: open`;
  return `${condition}: unmet, though they talked to you ${numbers(without)}`;
}

const FEW = 4;

function numbers(entries: readonly Recorded[]): string {
  const more = entries.length - FEW;
  const named = entries.slice(-FEW).map(({ seq }) => `#${seq}`);
  return `${named.join(' ')}${more > 0 ? ` +${more}` : ''}`;
}

const trialWords = ({ daysLeft, forGood, until }: OnProbation): string =>
  `until ${day(until)}, ${daysLeft === 0 ? 'the last day' : `${plural(daysLeft, 'day')} left`}; if it happens again the verdict is DROP, without a notice${forGood ? ', and for good' : ''}`;

const day = (on: Day): string => `${spokenWeekday(on)} ${spokenDay(on)}`;
