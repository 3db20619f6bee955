import { carries, SIGNAL_WORDS } from '../export/signal.ts';
import type { Row, Table } from '../export/tables.ts';
import { nearWords } from '../grammar/likeness.ts';
import type { Day } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { dateOption, type JournalOption } from './common.ts';

/** What may be typed behind `rel export WHAT`. */
export interface ExportOptions extends JournalOption {
  readonly format?: 'csv' | 'json' | 'jsonl';
  readonly asOf?: string;
  readonly since?: string;
  readonly until?: string;
  readonly customer?: string;
  readonly signal?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly bom?: boolean;
  readonly spreadsheet?: boolean;
  readonly private?: boolean;
  readonly history?: boolean;
}

type Filter = 'asOf' | 'since' | 'until' | 'signal';

const FILTERS: Readonly<Record<Filter, readonly Table[]>> = {
  asOf: ['promises', 'verdicts', 'findings', 'decisions'],
  since: ['entries', 'decisions'],
  until: ['entries', 'decisions'],
  signal: ['entries'],
};

/** A filter that would be ignored is refused: a script believes that it filtered. */
export function checkFilters(table: Table, options: ExportOptions): void {
  const wrong = (['asOf', 'since', 'until', 'signal'] as const).find(
    (option) => options[option] !== undefined && !FILTERS[option].includes(table),
  );
  if (wrong === undefined) return;
  throw new RelError(
    'usage',
    `--${wrong === 'asOf' ? 'as-of' : wrong} does not go with ${table}`,
    `it goes with ${FILTERS[wrong].join(', ')}`,
  );
}

/** Whether a day lies between --since and --until. */
export function inRange(world: World, options: ExportOptions): (day: Day) => boolean {
  const bound = (option: 'since' | 'until'): Day | undefined => {
    const given = options[option];
    return given === undefined ? undefined : dateOption(world, `--${option}`, given, 'past');
  };
  const [first, last] = [bound('since'), bound('until')];
  if (first !== undefined && last !== undefined && last < first) {
    throw new RelError('usage', '--until lies before --since', 'swap the two');
  }
  return (day) => day >= (first ?? day) && day <= (last ?? day);
}

/** Whether an entry has the signal that is wanted. Throws RelError('usage') for a word that is none. */
export function hasSignal({ signal }: ExportOptions): (entry: Row) => boolean {
  if (signal === undefined) return () => true;
  const word = signal.replace(/^:/, '');
  if (SIGNAL_WORDS.includes(word)) return (entry) => carries(entry, word);
  const near = nearWords(word, SIGNAL_WORDS);
  throw new RelError(
    'usage',
    `--signal ${signal} is no signal`,
    `${near.length > 0 ? `did you mean ${near.join(' or ')}? ` : ''}There are ${SIGNAL_WORDS.join(', ')}`,
  );
}
