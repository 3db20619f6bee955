import { counted } from '../../journal/counted.ts';
import { spokenDay, spokenWeekday } from '../../journal/days.ts';
import type { Picture } from '../../practice/picture.ts';
import { wrapped } from '../finding-text.ts';
import { inRows } from '../in-rows.ts';
import type { Page } from '../page.ts';
import { pad } from '../visible.ts';
import { favourLines, type Shares, shareLines } from './bars.ts';
import { LABEL_WIDTH, type Lane, laneLine } from './lane.ts';
import { lanesOf } from './lanes.ts';
import { monthNames, timescale } from './timescale.ts';
import { turnsTold } from './turns.ts';

/** The story of a relationship at one look. */
export function pictureText(picture: Picture, shares: Shares, page: Page): readonly string[] {
  const scale = timescale(picture.to, picture.weeks.length, page.width - LABEL_WIDTH);
  const turns = turnsTold(picture, scale);
  const lanes = [
    ...lanesOf(picture, scale, page),
    ...(turns.words.length === 0 ? [] : [turns.lane]),
  ];
  const title = `${counted(picture.weeks.length, 'week')} to ${spokenWeekday(picture.to)} ${spokenDay(picture.to)}`;
  const legend = [...inRows(turns.words, page), ...inRows(legendOf(lanes), page)];
  const timeline = [
    ...wrapped(title, page.width).map((line) => page.paint('strong', line)),
    page.paint('quiet', pad('months', LABEL_WIDTH) + monthNames(scale)),
    ...lanes.map((lane) => laneLine(lane, page)),
    ...legend.map((line) => page.paint('quiet', line)),
  ];
  return [
    // The verdict alone is told by the head of the card.
    ...(lanes.length > 1 ? timeline : []),
    ...favourLines(picture, page),
    ...shareLines(picture, shares, page),
  ];
}

/** What the signs say, each that occurs, in the order in which they are met. */
function legendOf(lanes: readonly Lane[]): readonly string[] {
  const signs = lanes.flatMap((lane) => lane.signs.flatMap((each) => each ?? []));
  return [
    ...new Set(signs.filter(({ says }) => says !== '').map(({ says, text }) => `${text} ${says}`)),
  ];
}
