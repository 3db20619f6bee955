import { spokenDay } from '../../journal/days.ts';
import type { Picture, PictureTurn } from '../../practice/picture.ts';
import type { Role } from '../page.ts';
import { type Lane, onDays } from './lane.ts';
import type { Timescale } from './timescale.ts';

/** One sign for each; the later ones are told, since they are nearer to what is. */
const NUMBERS = '123456789';

interface Told {
  readonly lane: Lane;
  /** `1 windfall, 18 Mar`, one for each number. */
  readonly words: readonly string[];
}

/** The turns as numbers in a row, and what each of them says. */
export function turnsTold({ turns }: Picture, scale: Timescale): Told {
  const shown = turns.filter(({ on }) => scale.at(on) !== undefined).slice(-NUMBERS.length);
  const placed = shown.map((turn, index) => ({
    on: turn.on,
    sign: { text: NUMBERS[index] ?? '', role: roleOf(turn), says: '' },
  }));
  const earlier = turns.length - shown.length;
  return {
    lane: {
      label: 'turns',
      signs: onDays(placed, scale),
      sums: [earlier === 0 ? '' : `${earlier} before`],
    },
    words: shown.map(({ label, on }, index) => `${NUMBERS[index]} ${label}, ${dayAndMonth(on)}`),
  };
}

const roleOf = ({ isGood }: PictureTurn): Role =>
  isGood === null ? 'strong' : isGood ? 'good' : 'bad';

/** The year is that of the picture. */
const dayAndMonth = (day: PictureTurn['on']): string =>
  spokenDay(day).split(' ').slice(0, 2).join(' ');
