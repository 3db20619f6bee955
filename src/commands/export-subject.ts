import { subjectOf } from '../export/subject.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import type { JournalOption } from './common.ts';
import { outlookFor, subjectIn, subjectNamed } from './forget-subject.ts';

interface Options extends JournalOption {
  readonly format?: string;
  readonly output?: string;
  readonly force?: boolean;
}

/** What goes with it; any other option would be ignored, and is refused. */
const TAKEN = new Set(['db', 'format', 'output', 'force', 'private']);

/** Everything about one customer or person, private notes and earlier versions too, as JSON Lines. */
export async function exportSubject(
  world: World,
  words: readonly string[],
  options: Options,
): Promise<void> {
  const wrong = Object.keys(options).find((option) => !TAKEN.has(option));
  if (wrong !== undefined || (options.format ?? 'jsonl') !== 'jsonl') {
    const option = (wrong ?? 'format').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const message = `--${option} does not go with subject, which is all there is, as JSON Lines`;
    throw new RelError('usage', message, 'leave it out, or export entries');
  }
  if (words.length === 0) {
    const hint = 'type rel export subject CUSTOMER, or PERSON@CUSTOMER';
    throw new RelError('usage', 'rel export subject needs a customer or a person', hint);
  }
  const named = subjectNamed(world, options.db, words);
  const pieces = subjectOf(subjectIn(named, outlookFor(world, options.db, named, [])));
  const { output, force = false } = options;
  if (output !== undefined && output !== '-') {
    world.writeFile(output, pieces, force);
    return;
  }
  const spool = await world.spool();
  for (const piece of pieces) spool.add(piece);
  spool.pour();
}

/** Throws RelError('usage') for a name behind a table that has none. */
export function unnamed(what: string, [extra]: readonly string[]): string {
  if (extra === undefined) return what;
  const hint = `type rel export ${what} --customer ${extra}`;
  throw new RelError('usage', `“${extra}” is one word too many after ${what}`, hint);
}
