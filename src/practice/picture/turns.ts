import { thousands } from '../../journal/amount-words.ts';
import type { Span } from '../../journal/away.ts';
import { type EntryOf, isOccasion, type Occasion, type Recorded } from '../../journal/entry.ts';
import { CONSIDERING } from '../../journal/vocabulary.ts';
import type { PictureTurn } from '../picture.ts';

type Said = Pick<PictureTurn, 'label' | 'isGood'>;

/** What turned the relationship in a picture. @param entries up to its end, in Order */
export function turnsIn({ from, to }: Span, entries: readonly Recorded[]): readonly PictureTurn[] {
  return entries
    .flatMap((entry) => {
      const said = isOccasion(entry) ? incident(entry) : turn(entry);
      const on = dayOf(entry);
      return said === undefined || on < from || on > to ? [] : [{ on, entry, ...said }];
    })
    .filter(({ entry, on }) => entry.type !== 'renewal' || isLast(entry, on, entries))
    .filter(({ entry }) => entry.type !== 'won' || isFirst(entry, entries))
    .sort((a, b) => a.on - b.on || a.entry.seq - b.entry.seq);
}

/** When it turns: a contract on the day it renews, a setback when it began, whenever it was told. */
function dayOf(entry: Recorded): PictureTurn['on'] {
  if (entry.type === 'renewal') return entry.renewsOn;
  return entry.type === 'hardship' ? entry.from : entry.on;
}

/** No other date had been agreed when this one came. */
const isLast = (
  entry: Recorded<EntryOf<'renewal'>>,
  on: PictureTurn['on'],
  entries: readonly Recorded[],
): boolean => entries.findLast((each) => each.type === 'renewal' && each.on <= on) === entry;

/** Their first order, or the one that brought them back; all others are business. */
function isFirst(entry: Recorded, entries: readonly Recorded[]): boolean {
  const before = entries.slice(0, entries.indexOf(entry));
  return before.findLast(({ type }) => type === 'won' || type === 'lost')?.type !== 'won';
}

function turn(entry: Exclude<Recorded, Occasion>): Said | undefined {
  switch (entry.type) {
    case 'won':
      return good(entry.amount === undefined ? 'won' : `won ${thousands(entry.amount)}`);
    case 'met':
    case 'return':
      return good(entry.type);
    case 'conditions':
      return good(entry.conditions.join(', '));
    case 'accept':
      return good('accepted');
    case 'lost':
    case 'notice':
    case 'drop':
      return bad(entry.type);
    case 'refuse':
      return bad('refused');
    case 'hardship':
    case 'renewal':
      return { label: entry.type, isGood: null };
    case 'change':
      if (entry.tags?.includes(CONSIDERING) === true) return bad('may leave');
      return {
        label: entry.kind === 'other' ? 'change' : entry.kind.replace('-', ' '),
        isGood: null,
      };
    default:
      return undefined;
  }
}

function incident({ dealbreaker, harm, rude }: Occasion): Said | undefined {
  if (dealbreaker === true) return bad('dealbreaker');
  if (harm !== undefined) return bad(`harm ${harm}`);
  return rude === true ? bad('rude') : undefined;
}

const good = (label: string): Said => ({ label, isGood: true });
const bad = (label: string): Said => ({ label, isGood: false });
