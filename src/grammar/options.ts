import { lazily } from '../journal/lazily.ts';
import type { Slot } from './said.ts';
import { readers } from './values.ts';
import { colonWords, entriesOf } from './words.ts';

/** What a long option of `rel log` stands for. */
export type LogOption =
  | { readonly is: 'value'; readonly slot: Slot }
  /** `--rude` for `:rude`. */
  | { readonly is: 'colon'; readonly word: string }
  /** `--signal rude`: any `:word` by name. */
  | { readonly is: 'signal' }
  | { readonly is: 'note' };

function allOptions(): ReadonlyMap<string, LogOption> {
  const options = new Map<string, LogOption>();
  for (const word of colonWords().keys()) options.set(`--${word}`, { is: 'colon', word });
  // Set last: --need takes a text, as need: does, and --about need stands for :need.
  for (const [slot] of entriesOf(readers())) {
    if (slot !== 'flag') options.set(`--${slot}`, { is: 'value', slot });
  }
  options.set('--signal', { is: 'signal' });
  options.set('--note', { is: 'note' });
  return options;
}

/** Every word of the line as a long option for scripts, by its full name (`--with`). */
export const logOptions = lazily(allOptions);

export const takesValue = (option: LogOption): boolean => option.is !== 'colon';
