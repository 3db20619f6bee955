import { ago, type Line, on } from './lines.ts';

/** A promise made 30 days before it was due; `id` is also its name in resolutions. */
export const promise = (by: 'us' | 'them', id: string, dueAgo: number, fields: Line = {}): Line =>
  on('promise', dueAgo + 30, { id, by, due: ago(dueAgo), ...fields });

export const done = (ref: string, daysAgo: number): Line => on('done', daysAgo, { ref });
export const broken = (ref: string, daysAgo: number): Line => on('broken', daysAgo, { ref });
export const waived = (ref: string, daysAgo: number): Line => on('waived', daysAgo, { ref });
export const moved = (ref: string, daysAgo: number, dueAgo: number, agreed?: boolean): Line =>
  on('moved', daysAgo, { ref, due: ago(dueAgo), ...(agreed === undefined ? {} : { agreed }) });
/** A span in which they could not help it. */
export const hardship = (daysAgo: number, fromAgo: number, toAgo: number): Line =>
  on('hardship', daysAgo, { from: ago(fromAgo), to: ago(toAgo) });

/** Due so many days ago and done `late` days after that. */
export const settled = (
  by: 'us' | 'them',
  id: string,
  dueAgo: number,
  late: number,
  fields: Line = {},
): Line[] => [promise(by, id, dueAgo, fields), done(id, dueAgo - late)];
