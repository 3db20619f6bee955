import type { ComponentChildren } from 'preact';
import { addDays, WEEK } from '../../journal/days.ts';
import type { Recorded } from '../../journal/entry.ts';
import type { Picture, Span } from '../../practice/picture.ts';
import { type DayScale, dayScale } from './chart-days.ts';
import type { Sheet } from './mark.tsx';

/** What a drawing of entries is made with. */
export interface Telling {
  /** The words of an entry, as this page may show them. */
  readonly told: (entry: Recorded) => string;
  /** Its number, where the page lists it. */
  readonly listed: (entry: Recorded) => number | undefined;
}

/** A stretch of the timeline on a sheet of its own: side by side where there is room, else under each other. */
export interface Panel {
  readonly span: Span;
  readonly scale: DayScale;
  readonly width: number;
}

/** What happened of one kind in one panel. */
export interface Lane {
  /** What it needs. */
  readonly height: number;
  /** What lies behind. @param height that of the lane in all panels */
  readonly ground?: (top: number, height: number) => ComponentChildren;
  /** What can be pointed at. */
  readonly marks: (top: number, height: number, sheet: Sheet) => ComponentChildren;
}

export type LaneOf = (picture: Picture, panel: Panel, telling: Telling) => Lane;

/** As wide as a phone shows letters of twelve units in a size that can be read. */
const PANEL_WIDTH = 420;
/** A quarter of a year. */
const PANEL_WEEKS = 13;

/**
 * The weeks of a picture in panels of the same number of days, the last one ending with the picture. Quarters before
 * anything was known are left out.
 */
export function panelsOf({ to, weeks }: Pick<Picture, 'to' | 'weeks'>): readonly Panel[] {
  const before = weeks.findIndex(({ verdict }) => verdict !== null);
  const known = weeks.length - Math.max(0, before);
  const all = Math.max(1, Math.ceil(weeks.length / PANEL_WEEKS));
  const days = Math.ceil(weeks.length / all) * WEEK;
  const count = Math.max(1, Math.ceil((known * WEEK) / days));
  return Array.from({ length: count }, (_, index) => {
    const end = addDays(to, (index + 1 - count) * days);
    const span = { from: addDays(end, 1 - days), to: end };
    return { span, scale: dayScale(span, 0, PANEL_WIDTH), width: PANEL_WIDTH };
  });
}

export const isIn = ({ from, to }: Span, day: number): boolean => from <= day && day <= to;

/** The part of a stretch that lies in a span; undefined where none does. */
export const partIn = (span: Span, { from, to }: Span): Span | undefined =>
  to < span.from || from > span.to
    ? undefined
    : { from: from < span.from ? span.from : from, to: to > span.to ? span.to : to };
