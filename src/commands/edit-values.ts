import { readMoney } from '../grammar/amounts.ts';
import { readDate } from '../grammar/dates.ts';
import type { Slot } from '../grammar/said.ts';
import { readers } from '../grammar/values.ts';
import { type Day, formatDay } from '../journal/days.ts';
import { amount, day, flag, type Json, type Kind } from '../journal/fields.ts';

/** Fields that `rel log` has words for, read as it reads them. */
const AS_LOGGED: Readonly<Record<string, Exclude<Slot, 'on' | 'next' | 'by'>>> = {
  channel: 'channel',
  outcome: 'outcome',
  minutes: 'minutes',
  time: 'at',
  feel: 'feel',
  harm: 'harm',
  fault: 'fault',
  blames: 'blames',
  weBlame: 'we-blame',
};

/** What has happened already; all other dates are rather to come. */
const PAST = new Set(['on', 'from']);

/** The value in the interchange form; undefined where the text cannot be read. */
export function readValue(
  field: string,
  kind: Kind<unknown>,
  text: string,
  today: Day,
): Json | undefined {
  const slot = AS_LOGGED[field];
  if (slot !== undefined) return readers()[slot].read(text, today);
  return readings(field, kind, text, today).find(
    (value) => value !== undefined && kind.read(value) !== undefined,
  );
}

function readings(
  field: string,
  kind: Kind<unknown>,
  text: string,
  today: Day,
): readonly (Json | undefined)[] {
  if (kind === day) {
    const read = readDate(text, today, PAST.has(field) ? 'past' : 'future');
    return [read && formatDay(read)];
  }
  if (kind === flag) return [YES_OR_NO.get(text.toLowerCase())];
  if (kind === amount) return [readMoney(text)];
  const number = /^[-+]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
  // A list of one text may be written as the text alone, and could then not grow.
  if (kind.read([]) !== undefined) return [listed(field, kind, text)];
  return [text, text.toLowerCase(), text.toUpperCase(), number];
}

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['y', true],
  ['true', true],
  ['no', false],
  ['n', false],
  ['false', false],
]);

/** Words of a closed list and labels are divided by commas; a name or a sentence may hold one. */
function listed(field: string, kind: Kind<unknown>, text: string): readonly string[] {
  const isClosed = kind.read(['no such word']) === undefined;
  if (!isClosed && field !== 'tags') return [text];
  return text
    .split(',')
    .map((word) => word.trim().replace(/^:/, ''))
    .filter((word) => word !== '')
    .map((word) => (isClosed ? word.toLowerCase() : word));
}

/** What may stand there, for the hint of an error. */
export function takes(field: string, kind: Kind<unknown>): string {
  const slot = AS_LOGGED[field];
  if (slot !== undefined) return readers()[slot].takes;
  if (kind === day) return 'a date: yesterday, fri, 3 nov, 2026-11-16';
  if (kind === flag) return 'yes or no';
  if (kind === amount) return 'a sum: 1200, 1,200.50, 1.2k';
  return kind.says;
}
