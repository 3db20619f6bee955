import { parseDay } from '../../src/journal/days.ts';
import { RelError } from '../../src/journal/error.ts';
import { type LogContext, type LogDraft, parseLog } from '../../src/grammar/log.ts';

function day(text: string) {
  const found = parseDay(text);
  if (found === undefined) throw new Error(text);
  return found;
}

/** Monday, 16 November 2026. */
export const TODAY = day('2026-11-16');

/** The words of a line as a shell cuts them; double quotes keep spaces together and vanish. */
function shellWords(line: string): readonly string[] {
  return [...line.matchAll(/(?:"[^"]*"|\S)+/g)].map(([word]) => word.replaceAll('"', ''));
}

/** What a line after the customer says. */
export const logged = (line: string, context: Partial<LogContext> = {}): LogDraft =>
  parseLog(shellWords(line), { today: TODAY, customer: 'acme', ...context });

/** The entry alone, its day as `today` or as a date. */
export function entryOf(line: string, context: Partial<LogContext> = {}) {
  const { on, ...entry } = logged(line, context).entry;
  return on === TODAY
    ? entry
    : { ...entry, on: new Date(on * 86_400_000).toISOString().slice(0, 10) };
}

const offered = ({ offers }: RelError): readonly string[] =>
  offers.map(({ means, line: command }) => `${means}: ${command}`);

/** Message and hint of the refusal; commands that are offered stand in the hint one after the other. */
export function refusal(
  line: string,
  context: Partial<LogContext> = {},
): readonly [string, string] {
  try {
    logged(line, context);
  } catch (error) {
    if (error instanceof RelError && error.kind === 'usage')
      return [error.message, [error.hint ?? [], offered(error)].flat().join('; ')];
    throw error;
  }
  throw new Error(`not refused: ${line}`);
}
