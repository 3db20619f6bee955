import { formatDay } from '../journal/days.ts';
import type { EntryOf, TouchType } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import type { Doubt } from './doubt.ts';
import { type DraftContext, one } from './one.ts';
import { type Said, saidAs, type Sayable, type Slot } from './said.ts';
import { touchType } from './touch-type.ts';

type Unrecorded = 'id' | 'type' | 'customer' | 'recordedAt' | 'source' | 'offset';

/** A touch that still lacks its id, customer and time of recording. */
export type TouchDraft = Omit<EntryOf<'spoke'>, Unrecorded> & { readonly type: TouchType };
/** The same for work without contact. */
type WorkDraft = Omit<EntryOf<'work'>, Unrecorded> & { readonly type: 'work' };
export type EntryDraft = TouchDraft | WorkDraft;

/** Puts together what was said; what contradicts itself is refused. */
export function draftOf(
  said: readonly Said[],
  note: string,
  doubt: Doubt | undefined,
  context: DraftContext,
): EntryDraft {
  const on = one(said, 'on')?.day ?? context.today;
  if (on > context.today) throw future(said, context);
  const next = one(said, 'next');
  if (next !== undefined && next.day < on) {
    throw new RelError(
      'usage',
      `next:${next.words} lies before the entry itself`,
      'type a day to come: next:fri, next:in 2 weeks',
    );
  }
  const common = {
    ...occasion(said),
    ...present({ note: note === '' ? undefined : note, next: next?.day }),
    on,
  };
  if (context.kind === 'work') return { type: 'work', ...common, ...refuseTouch(said) };
  const type = touchType(said, doubt, context);
  return {
    type,
    ...common,
    channel: one(said, 'channel') ?? 'call',
    ...present({ outcome: one(said, 'outcome') }),
  };
}

function occasion(said: readonly Said[]) {
  const flags = new Set(saidAs(said, 'flag').map(({ value }) => value));
  const yes = (flag: Sayable['flag']) => (flags.has(flag) ? true : undefined);
  const excuse = flags.has('excuse');
  return present({
    time: one(said, 'at'),
    person: one(said, 'with'),
    about: some(distinct(said, 'about')),
    minutes: one(said, 'minutes'),
    feel: one(said, 'feel'),
    fault: one(said, 'fault') ?? (excuse ? 'them' : undefined),
    harm: one(said, 'harm'),
    blames: one(said, 'blames') ?? (excuse ? 'nobody' : undefined),
    weBlame: one(said, 'we-blame'),
    gave: some(saidAs(said, 'gave').map(({ value }) => value)),
    got: some(saidAs(said, 'got').map(({ value }) => value)),
    conceded: yes('discount'),
    rude: yes('rude'),
    dealbreaker: yes('dealbreaker'),
    learned: some(learned(said)),
    asked: yes('asked-change'),
    tags: some(distinct(said, 'tag')),
    signals: some(distinct(said, 'signal')),
    private: yes('private'),
  });
}

function learned(said: readonly Said[]): readonly Sayable['learned'][] {
  const words = said.flatMap((each) => {
    if (each.slot === 'learned') return [each.value];
    return each.slot === 'need' || each.slot === 'win' ? [each.slot] : [];
  });
  return [...new Set(words)];
}

const distinct = <S extends Slot>(said: readonly Said[], slot: S): readonly Sayable[S][] => [
  ...new Set(saidAs(said, slot).map(({ value }) => value)),
];

const some = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length > 0 ? list : undefined;

function future(said: readonly Said[], { customer, kind }: DraftContext): RelError {
  const on = saidAs(said, 'on')[0];
  const [shown, words, day] = [
    on?.shown ?? '',
    on?.value.words ?? '',
    on ? formatDay(on.value.day) : '',
  ];
  const message = words === day ? shown : `${shown} (${day})`;
  return new RelError(
    'usage',
    `${message} lies in the future: only what has happened is logged`,
    `to be reminded: next:${day}; for the note: rel ${kind === 'work' ? 'work' : 'log'} ${customer} -- ${words} …`,
  );
}

/** Work is without contact, so that nothing about one can be said. */
function refuseTouch(said: readonly Said[]): object {
  const wrong = said.find(
    ({ slot, value }) =>
      slot === 'channel' || slot === 'direction' || slot === 'outcome' || value === 'fyi',
  );
  if (wrong === undefined) return {};
  throw new RelError(
    'usage',
    `${wrong.shown} is about a contact, and work is without one`,
    'log the contact with rel log',
  );
}

type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the fields that are undefined, for an absent field and an undefined one are two things in a journal. */
function present<T extends object>(fields: T): Present<T> {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Present<T>;
}
