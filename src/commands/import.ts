import { Command, Option } from 'commander';
import { DATE_ORDERS } from '../import/column-dates.ts';
import { DECIMALS } from '../import/column-numbers.ts';
import type { Reading } from '../import/found.ts';
import { PRESETS } from '../import/presets.ts';
import { sortLines, type SortedLines } from '../import/sorted-lines.ts';
import { TABLES } from '../import/table-fields.ts';
import type { World } from '../platform/world.ts';
import { quotedName } from '../render/quoted.ts';
import { withExamples, withJournal } from './common.ts';
import { applyImport, rehearseImport } from './import-apply.ts';
import { type ImportOptions, refuseOptions } from './import-format.ts';
import { formatOf } from './import-formats.ts';
import { importPast } from './import-past.ts';
import { tellImport } from './import-told.ts';

export function importCommand(world: World): Command {
  const command = withJournal(new Command('import'))
    .description(
      'read a journal, a table, an address book, a calendar or mails: all of it or nothing; the same file again adds nothing',
    )
    .argument('<file>', 'a file, or - for standard input')
    .addOption(new Option('--as <table>', 'what the rows of a table are').choices(TABLES))
    .option('--map <column=field>', 'which column is what, where its name does not tell', eachTime)
    .option('--set <field=value>', 'what is the same in all rows', eachTime)
    .option(
      '--word <word=meaning>',
      'what a word of the table means; skip leaves its rows out',
      eachTime,
    )
    .addOption(
      new Option('--preset <program>', 'a table that this program exported').choices(PRESETS),
    )
    .addOption(new Option('--dates <order>', 'how figures of dates stand').choices(DATE_ORDERS))
    .addOption(new Option('--decimal <sign>', 'what stands before the cents').choices(DECIMALS))
    .option('--new-customers', 'make customers of names that nobody here has')
    .option('--save-mapping <name>', 'keep what was said of this table for the next one')
    .option('--mapping <name>', 'read it as was kept under this name')
    .option('--dry-run', 'write nothing, and say what would be imported')
    .option('--customer <name>', 'whose people the cards of an address book are')
    .option('--since <date>', 'of mails and meetings: leave out what is older')
    .option('--titles', 'of meetings: whoever is named in the title was there, too')
    .option('--subjects', 'of mails: keep the subjects as notes')
    .option('--bodies', 'of mails: keep the subjects and the texts as notes')
    .option('--json', 'answer as JSON')
    .action((file: string, options: ImportOptions) => importFile(world, file, options));
  return withExamples(
    command,
    'rel import journal.jsonl',
    'rel import customers.csv --as customers --dry-run',
    'rel import visits.csv --as entries --map Wann=on --dates dmy',
    'rel import activities.csv --preset hubspot --new-customers',
    'rel import contacts.vcf --new-customers',
    'rel import year.mbox --since "1 jan" --dry-run',
    'rel export journal --db old.db | rel import - --db new.db',
  );
}

/** An option that may be given several times, one value each. */
const eachTime = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

const WITH_HISTORY = 'with its history: rel history, --known and the last review know what was';

/** Read all of it, then write all of it or nothing, then tell. */
async function importFile(world: World, file: string, options: ImportOptions): Promise<void> {
  const source = await world.source(file);
  const format = formatOf(file, source);
  refuseOptions(format, options);
  const read = await format.load();
  const reading: Reading = await read({ world, file, source, options });
  const sorted = await sortLines(reading.found, await world.spool());
  source.close();
  const lines = { ...sorted, entries: world.counted(sorted.entries, 'entries imported') };
  const isTrial = options.dryRun === true;
  const work = isTrial ? rehearseImport : applyImport;
  const { db } = options;
  const { newCustomers } = reading;
  const isKept = file !== '-';
  const whole = importPast(world, { db, lines }, isTrial);
  const imported =
    whole ?? work(world, { db, command: `import ${file}`, lines, isKept, newCustomers });
  if (!isTrial) reading.afterwards?.();
  const unread = isTrial || imported.customers.added === 0 ? [] : takenOver(sorted);
  const said = [...(reading.notices?.() ?? []), ...(whole ? [WITH_HISTORY] : []), ...unread];
  tellImport(world, imported, { ...options, leftOut: lines.leftOut, said });
}

/** The file of a handover holds one customer, whom somebody else had before. */
function takenOver({ customers }: SortedLines): readonly string[] {
  const [first, ...others] = customers;
  return first?.customer.inheritedFrom === undefined || others.length > 0
    ? []
    : [`before the first call: rel brief ${quotedName(first.customer.name)}`];
}
