import { COLUMNS } from '../export/tables.ts';
import { readCsv } from '../import/csv-file.ts';
import type { Found, Reading } from '../import/found.ts';
import { likelyTables } from '../import/likely-tables.ts';
import { PRESET, PRESETS } from '../import/presets.ts';
import { foundInPayments } from '../import/row-payment.ts';
import { fieldsOfTable, type TableKind, TABLES } from '../import/table-fields.ts';
import { readTable, type ReadTable, type TableWishes } from '../import/table-file.ts';
import { type OwnColumns, readWish } from '../import/table-mapping.ts';
import { alsoHeld } from '../import/table-beside.ts';
import type { Wrong } from '../import/found-row.ts';
import { foundInRows } from '../import/table-rows.ts';
import { SKIP } from '../import/table-cells.ts';
import { plainWord } from '../import/table-words.ts';
import { nearWords } from '../grammar/likeness.ts';
import { RelError } from '../journal/error.ts';
import { counted } from '../journal/counted.ts';
import type { World } from '../platform/world.ts';
import { quoted, quotedName } from '../render/quoted.ts';
import { visible } from '../render/visible.ts';
import { aliasCommand } from './import-unknown.ts';
import { mappingKeeper, withKept } from './import-mapping.ts';
import { knownMoney } from './import-money.ts';
import { type Given, type ImportOptions, known } from './import-format.ts';

/** Reads a table: its form first, then its rows. */
export async function importTable(given: Given): Promise<Reading> {
  const { world, source } = given;
  const options = withKept(given.options);
  const preset = PRESETS.find((name) => name === options.preset);
  const said = TABLES.find((each) => each === options.as) ?? (preset && PRESET[preset].as);
  if (said === undefined) throw await whatItIs(given);
  const wishes = wishesOf(options, said);
  const afterwards = mappingKeeper(options);
  const table = await readTable(() => source.pieces(), wishes, await world.spool());
  const told: string[] = [];
  const shared = {
    formats: table.formats,
    constants: wishes.constants,
    importer: options.preset ?? 'csv',
    today: world.clock.today(),
  };
  const rows = world.counted(table.rows, 'rows read');
  const { kind } = wishes;
  const found =
    kind === 'payments'
      ? foundInPayments(rows, {
          ...shared,
          ...knownMoney(given),
          isBank: options.preset === 'bank',
          tell: (notice) => told.push(visible(notice)),
          mention: (line, customer, amount, on) =>
            told.push(
              `line ${line}: its text names ${visible(customer)}; if it is from them: rel income ${quotedName(customer)} ${amount} --on ${on}`,
            ),
          suggest: (line, payer, customer) =>
            told.push(
              `line ${line}: ${visible(payer)} may be ${visible(customer)}; if so: ${aliasCommand(customer, payer)}, and import again`,
            ),
        })
      : foundInRows(rows, { ...shared, ...known(given), kind, ...mannerOf(options) });
  return {
    found: unlessWrong(world, found),
    afterwards,
    newCustomers: options.newCustomers === true ? 'add' : 'refuse',
    notices: () => [...noticesOf(table, kind), ...besides(table, kind, given.file), ...told],
  };
}

/** Throws RelError('usage') for what contradicts itself or is unknown. */
function wishesOf(options: ImportOptions, kind: TableKind): TableWishes {
  const preset = PRESETS.find((name) => name === options.preset);
  return {
    kind,
    maps: (options.map ?? []).map((word) => readWish(word, kind)),
    usual: preset === undefined ? [] : PRESET[preset].columns,
    constants: Object.fromEntries((options.set ?? []).map((word) => constant(word, kind))),
    order: options.dates,
    decimal: options.decimal,
    words: new Map([
      ...Object.entries((preset && PRESET[preset].words) ?? {}),
      ...(options.word ?? []).map(meaning),
    ]),
    own: ownColumns(kind),
  };
}

/** Asks what the rows are, and says what they could be. Throws RelError('usage') where it is no table. */
async function whatItIs({ file, source }: Given): Promise<RelError> {
  const { rows } = await readCsv(() => source.pieces());
  const [likely] = likelyTables(rows, ownColumns);
  const bank = likely === 'payments' ? ', or, of a bank, --preset bank' : '';
  const perhaps = `perhaps ${likely}: rel import ${typed(file)} --as ${likely}${bank}; else `;
  return new RelError(
    'usage',
    'what are the rows of this table?',
    `${likely === undefined ? 'say it: ' : perhaps}--as ${listed(TABLES)}; or --preset ${listed(PRESETS)}`,
  );
}

const typed = (file: string): string => (file === '-' ? file : quoted(file));
const listed = (all: readonly string[]): string =>
  `${all.slice(0, -1).join(', ')} or ${all.at(-1) ?? ''}`;

/** How a program fills its cells. */
function mannerOf({ preset }: ImportOptions) {
  const name = PRESETS.find((each) => each === preset);
  const { hasHtml = false, between } = name === undefined ? {} : PRESET[name];
  return { hasHtml, between };
}

const ownColumns = (kind: TableKind): OwnColumns =>
  kind === 'payments' || kind === 'invoices' ? [] : COLUMNS[kind];

function constant(word: string, kind: TableKind): readonly [string, string] {
  const { field, column } = pair(word, '--set type=call');
  const fields = Object.keys(fieldsOfTable(kind));
  const known = fields.find((each) => each.toLowerCase() === column.toLowerCase());
  if (known !== undefined) return [known, field];
  const near = nearWords(column, fields);
  throw new RelError(
    'usage',
    `--set ${word}: ${kind} have no ${column}`,
    `${near.length > 0 ? `did you mean ${near.join(' or ')}? ` : ''}They have ${fields.join(', ')}`,
  );
}

function meaning(word: string): readonly [string, string] {
  const { column, field } = pair(word, '--word "Site survey=visit"');
  return [plainWord(column), field];
}

function pair(word: string, example: string): { readonly column: string; readonly field: string } {
  const at = word.indexOf('=');
  if (at < 1 || word.slice(at + 1).trim() === '')
    throw new RelError('usage', `${word} is not of the form a=b`, `type ${example}`);
  return { column: word.slice(0, at).trim(), field: word.slice(at + 1).trim() };
}

const WRONG_TOLD = 20;

/** Passes on what was found. Tells of each row that cannot be read, and throws RelError('usage') at the end. */
function* unlessWrong(world: World, found: Iterable<Found | Wrong>): Generator<Found> {
  const wrong: Wrong[] = [];
  let count = 0;
  for (const each of found) {
    if (each.is !== 'wrong') yield each;
    else if ((count += 1) <= WRONG_TOLD) wrong.push(each);
  }
  const [first, ...others] = wrong;
  if (first === undefined) return;
  const hint = `nothing was imported; ${toType(first)}`;
  if (others.length === 0) throw new RelError('usage', said(first), hint);
  for (const each of wrong) world.tell(`rel: ${said(each)}`);
  throw new RelError('usage', `${counted(count, 'row')} cannot be read`, hint);
}

function toType({ hint = 'mend the file, and import again' }: Wrong): string {
  if (typeof hint === 'string') return hint;
  const option = (meaning: string): string => `--word ${quoted(`${hint.word}=${meaning}`)}`;
  return `say what it means: ${option(hint.meaning)}, or leave such rows out: ${option(SKIP)}`;
}

const said = ({ line, problem }: Wrong): string => `line ${line}: ${visible(problem)}`;

/** What was found out about the file, where it is not what one would think. */
function noticesOf({ encoding, header, leftOut }: ReadTable, kind: TableKind): readonly string[] {
  const inOrder = [...header.mapping].sort(([, [a = 0]], [, [b = 0]]) => a - b);
  const columns = inOrder.map(
    ([field, places]) =>
      `${places.map((place) => header.row.cells[place]?.trim()).join(' + ')} = ${field}`,
  );
  return [
    ...(encoding.name === 'UTF-8' ? [] : [`read as ${encoding.name}`]),
    ...(header.isOurs ? [] : [visible(`${kind}: ${columns.join(', ')}`)]),
    ...(leftOut.length === 0 ? [] : [visible(`columns left out: ${leftOut.join(', ')}`)]),
  ];
}

/** That the same file can be read once more, for what is left out of it now. */
function besides({ header, leftOut }: ReadTable, kind: TableKind, file: string): readonly string[] {
  const also = alsoHeld(header, kind, leftOut);
  if (also === undefined) return [];
  const { company } = also;
  const map = company === undefined ? '' : ` --map ${quoted(`${company.column}=${company.field}`)}`;
  return [`it holds ${also.kind}, too: rel import ${typed(file)} --as ${also.kind}${map}`];
}
