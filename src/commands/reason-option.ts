import { withoutPrivate } from '../grammar/private-word.ts';
import { RelError } from '../journal/error.ts';
import { readText } from '../journal/fields.ts';

/** The text of `--reason`; undefined where it was not given. Throws RelError('usage') for what is no text. */
export function readReason(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const reason = readText(withoutPrivate(given).text);
  if (reason !== undefined && reason.trim() !== '') return reason.trim();
  throw new RelError(
    'usage',
    `--reason ${JSON.stringify(given.slice(0, 60))} is no text`,
    'say why in a few words, or leave it out',
  );
}

/** The same, and what is forced is never without one. */
export function reasonToForce(options: {
  readonly force?: boolean;
  readonly reason?: string;
}): string | undefined {
  if (options.force === true && (options.reason ?? '').trim() === '')
    throw new RelError('usage', '--force needs a reason', 'add --reason "why all the same"');
  return readReason(options.reason);
}
