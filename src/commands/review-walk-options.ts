import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { formatOf } from './format-option.ts';
import type { OutputOptions } from './review-output.ts';

export interface WalkOptions extends Pick<OutputOptions, 'format' | 'json'> {
  readonly interactive?: boolean;
  readonly blind?: boolean;
  readonly input: boolean;
  readonly asOf?: string;
  readonly known?: string;
  readonly failOn?: string;
  readonly mask?: boolean;
}

const ALONE = {
  asOf: '--as-of',
  known: '--known',
  failOn: '--fail-on',
  mask: '--mask',
} as const;

/** Whether the review is to be walked through. Throws RelError('usage') where it is, but cannot be. */
export function asksWalk(world: World, options: WalkOptions): boolean {
  if (options.interactive !== true) {
    if (options.blind !== true) return false;
    throw new RelError('usage', '--blind goes with -i alone', 'type: rel review -i --blind');
  }
  const wrong = (['asOf', 'known', 'failOn', 'mask'] as const).find(
    (each) => options[each] !== undefined,
  );
  const format = formatOf(options);
  if (wrong !== undefined || format !== 'text') {
    const name = wrong === undefined ? format.toUpperCase() : ALONE[wrong];
    throw new RelError(
      'usage',
      `${name} does not go with -i, which asks what you decide today`,
      'leave one of the two out',
    );
  }
  if (world.interactive && options.input) return true;
  throw new RelError(
    'usage',
    'rel review -i asks questions, and nobody can be asked here',
    'type it on a terminal, or record one decision: rel decide CUSTOMER VERDICT',
  );
}
