import { readLine } from '../journal/line.ts';
import type { Found } from './found.ts';

// eslint-disable-next-line no-control-regex -- the control characters are what is looked for
const NO_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]/gu;
/** Of one text, in UTF-16 units. */
const LONGEST = 100_000;
const LONGEST_NAME = 200;

/** Text of others without what no text has; undefined where nothing is left. */
export function cleanText(text: string): string | undefined {
  const clean = text.slice(0, LONGEST).replace(NO_TEXT, ' ').trim();
  return clean === '' ? undefined : clean;
}

/** The same on one line, and cut where it is too long to be a name. */
export function cleanName(text: string): string | undefined {
  if (text === '') return undefined;
  const [name] = NAME.exec((cleanText(text) ?? '').replace(/\s+/gu, ' ')) ?? [];
  return name?.trim();
}

const NAME = new RegExp(`^.{1,${LONGEST_NAME}}`, 'u');

/** What stands at this line as the journal takes it; left out, with the reason, where it does not. */
export function foundAs(fields: Readonly<Record<string, unknown>>, line: number): Found {
  const read = readLine(fields);
  return read.problem === undefined
    ? { ...read.value, line }
    : { is: 'left', line, why: read.problem };
}
