import { DATE_ORDERS } from '../import/column-dates.ts';
import { DECIMALS } from '../import/column-numbers.ts';
import { nearWords } from '../grammar/likeness.ts';
import { RelError } from '../journal/error.ts';
import { configFile, configFilePath, writeConfigFile } from '../platform/config-file.ts';
import { mappingsIn, withMapping } from '../settings/config-text.ts';
import { type ImportOptions, TABLE_OPTIONS } from './import-format.ts';

/** What is kept of a table: how it is written and what it means, not what is done with the names in it. */
type Kept = Exclude<(typeof TABLE_OPTIONS)[number], 'newCustomers' | 'mapping' | 'saveMapping'>;

const KEPT = TABLE_OPTIONS.filter(
  (option): option is Kept => !['newCustomers', 'mapping', 'saveMapping'].includes(option),
);

/** The options with those behind them that were kept under the name of `--mapping`; what is typed goes first. */
export function withKept(options: ImportOptions): ImportOptions {
  const { mapping } = options;
  if (mapping === undefined) return options;
  const file = configFile();
  const read = mappingsIn(file?.text ?? '', file?.path ?? configFilePath());
  if (read.problem !== undefined) throw new RelError('usage', read.problem, 'mend the file');
  const words = read.value.get(mapping);
  if (words !== undefined) return { ...optionsIn(words), ...joined(optionsIn(words), options) };
  const near = nearWords(mapping, read.value.keys());
  const known = [...read.value.keys()].join(', ');
  throw new RelError(
    'usage',
    `no mapping is kept as ${mapping}`,
    `${near.length > 0 ? `did you mean ${near.join(' or ')}? ` : ''}${known === '' ? 'none is kept yet: --save-mapping NAME' : `There are ${known}`}`,
  );
}

/** Lists are put together, the typed ones first. */
const joined = (kept: ImportOptions, typed: ImportOptions): ImportOptions => ({
  ...typed,
  map: [...(typed.map ?? []), ...(kept.map ?? [])],
  set: [...(kept.set ?? []), ...(typed.set ?? [])],
  word: [...(kept.word ?? []), ...(typed.word ?? [])],
});

/** `['--as', 'payments', '--map', 'Buchung=on']` as what these options say. */
function optionsIn(words: readonly string[]): ImportOptions {
  const pairs = words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? '']] : []));
  const all = (option: Kept): readonly string[] =>
    pairs.flatMap(([name, value = '']) => (name === `--${option}` ? [value] : []));
  const dates = DATE_ORDERS.find((order) => order === all('dates')[0]);
  const decimal = DECIMALS.find((sign) => sign === all('decimal')[0]);
  const [as, preset] = [all('as')[0], all('preset')[0]];
  return {
    ...(as === undefined ? {} : { as }),
    ...(preset === undefined ? {} : { preset }),
    ...(dates === undefined ? {} : { dates }),
    ...(decimal === undefined ? {} : { decimal }),
    map: all('map'),
    set: all('set'),
    word: all('word'),
  };
}

/**
 * What keeps that which was said of this table under the name of `--save-mapping`, once it is in the journal. Throws
 * RelError('usage') at once where that cannot be.
 */
export function mappingKeeper(options: ImportOptions): () => void {
  const { saveMapping } = options;
  if (saveMapping === undefined) return () => undefined;
  const words = KEPT.flatMap((option) => {
    const value = options[option];
    if (value === undefined) return [];
    const each = typeof value === 'string' ? [value] : value;
    return each.flatMap((word) => [`--${option}`, word]);
  });
  const file = configFile();
  const path = file?.path ?? configFilePath();
  const text = withMapping(file?.text ?? '', saveMapping, words, path);
  return () => writeConfigFile(text);
}
