import { createHash } from 'node:crypto';

/*
 * Each line begins with a sum over itself and the sum of the line before. So a line that was cut, changed, left out or
 * put elsewhere is noticed, and so is everything after it.
 */
const SUM_DIGITS = 16;
const HEAD = '{"sum":"';
const LINE = /^\{"sum":"([0-9a-f]{16})",/;
const AFTER_SUM = HEAD.length + SUM_DIGITS + '",'.length;

/** The sum that comes before a first line. */
export const NO_SUM = '';

/** The whole lines from the start of a file, up to the first that is not as it was written. */
export interface SoundLines {
  readonly lines: readonly unknown[];
  /** The sum of the last of them. */
  readonly sum: string;
  /** The text of them, with their line ends. */
  readonly text: string;
  /** Whether something else follows, as after a copy that was interrupted. */
  readonly isCut: boolean;
}

/** One line of a file as text, without its end; and its sum, which the next line needs. */
export function chainedLine(value: object, before: string): { text: string; sum: string } {
  const rest = JSON.stringify(value).slice(1);
  const sum = sumOf(before, rest);
  return { text: `${HEAD}${sum}",${rest}`, sum };
}

export function soundLines(text: string): SoundLines {
  const lines: unknown[] = [];
  let sum = NO_SUM;
  let at = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
    // An editor or a checkout on Windows may have written other line ends.
    const line = text.slice(at, end).replace(/\r$/, '');
    const given = LINE.exec(line)?.[1];
    const rest = line.slice(AFTER_SUM);
    if (given === undefined || sumOf(sum, rest) !== given) break;
    const value = parsed(`{${rest}`);
    if (value === undefined) break;
    lines.push(value);
    sum = given;
    at = end + 1;
  }
  return { lines, sum, text: text.slice(0, at), isCut: at < text.length };
}

/** Undefined for what is no JSON, though its sum is right: somebody wrote it on purpose. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const sumOf = (before: string, rest: string): string =>
  createHash('sha256').update(`${before}\n${rest}`).digest('hex').slice(0, SUM_DIGITS);
