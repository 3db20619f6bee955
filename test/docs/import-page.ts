import { ENTRY_FIELDS } from '../../src/journal/entry.ts';
import { fieldsOfTable, NEEDED, type TableKind, TABLES } from '../../src/import/table-fields.ts';
import type { CellKind } from '../../src/import/table-field.ts';
import { PRESET, PRESETS } from '../../src/import/presets.ts';
import { ACTIVITIES, STATUSES, TABLE_OUTCOMES } from '../../src/import/table-words.ts';
import { importFilesSections } from './import-files-sections.ts';
import { code, page, table } from './markdown.ts';

const READ_AS: Readonly<Record<CellKind, string>> = {
  text: 'text',
  name: 'a name',
  date: 'a date; a time of day behind it is taken too',
  time: 'a time of day',
  money: 'a sum of money',
  minutes: '45, 1:30, 1h 30m, 45 min',
  seconds: 'the same, plain numbers as seconds',
  milliseconds: 'the same, plain numbers as milliseconds',
  number: 'a number',
  flag: 'yes or no, true or false, 1 or 0, x, ja, nein …',
  names: 'a list, with ; or , between',
  words: 'a list of words',
  word: 'a word',
  json: 'as rel writes it',
};

/** Made by rel for its own export; nobody types them. */
const OWN = new Set([
  ...Object.values(ENTRY_FIELDS).flatMap((fields) => Object.keys(fields)),
  'offset',
  'recordedAt',
  'source',
  'invoice',
  'tags',
  'signals',
  'private',
]);

const EXAMPLES: Readonly<Record<string, { readonly says: string; readonly console: string }>> = {
  'Customers and people': {
    says: 'A list out of a German spreadsheet: semicolons, decimal commas, windows-1252. Nothing has to be said of it.',
    console: `$ printf 'Firma;Klasse;Umsatz;Zahlungsziel\\nMüller Bau;A;12.500,00 €;30\\nHarlan Supply;B;4.200,00 €;14\\n' | iconv -t windows-1252 > kunden.csv
$ rel import kunden.csv --as customers
$ cat > kontakte.csv <<'END'
> Vorname,Nachname,Firma,E-Mail,Position
> Dana,Whitfield,Harlan Supply,dana@harlan.example,Einkauf
> Jürgen,Vogt,Müller Bau,vogt@mueller.example,Bauleiter
> END
$ rel import kontakte.csv --as people
$ rel export people | cut -d, -f2-4,7`,
  },
  'Activities of your own making': {
    says: 'Columns with names of your own are named by `--map`, what all rows share by `--set`, words that rel does not know by `--word`. The first try shows what is missing.',
    console: `$ cat > fahrten.csv <<'END'
> Tag;Wo;Vorgang;Was war
> 03.11.2026;Harlan Supply;Begehung;"Rampe vermessen,
> zweite Schicht geplant"
> 05.11.2026;Müller Bau;nicht erreicht;
> 06.11.2026;Müller Bau;Urlaub;
> END
$ rel import fahrten.csv --as entries
$ rel import fahrten.csv --as entries --map Wo=customer --map "Was war=note"
$ rel import fahrten.csv --as entries --map Wo=customer --map "Was war=note" --word Begehung=visit --word Urlaub=skip --save-mapping fahrten
$ rel import fahrten.csv --mapping fahrten
$ rel timeline harlan`,
  },
  'Complaints and deliveries': {
    says: 'What a company keeps of complaints and late deliveries becomes incidents with their dates: whose fault, and how bad. A complaint is something heard, a delivery is work without a contact. `03/11/2026` alone could be March or November, so it is asked for.',
    console: `$ cat > complaints.csv <<'END'
> Ticket,Reported,Customer,Severity,Caused by,Description
> C-17,03/11/2026,Harlan Supply,high,us,two pallets of the wrong size
> C-18,04/11/2026,Müller Bau,low,carrier,scratched
> END
$ rel import complaints.csv --as entries --map Reported=on --set type=complaint
$ rel import complaints.csv --as entries --map Reported=on --set type=complaint --dates dmy
$ cat > late.csv <<'END'
> Delivery date,Customer,Days late
> 2026-10-20,Harlan Supply,6
> END
$ rel import late.csv --as entries --set type=delivery --set fault=us --set harm=2 --map "Days late=note"
$ rel timeline harlan`,
  },
  'Invoices, then payments': {
    says: 'An invoice is known by its customer and number: the list of next month adds the new ones, and tells what was paid of the old ones. The bank’s list comes after them. A payment settles an invoice whose number it names, or the only open one of that customer over that sum; names must be the customer’s or an alias, what is merely like one is told and left out.',
    console: `$ cat > rechnungen.csv <<'END'
> Rechnungsnummer;Rechnungsdatum;Kunde;Fällig;Betrag;Bezahlt am
> RE-2026-081;01.09.2026;Müller Bau;01.10.2026;1.200,50;15.10.2026
> RE-2026-085;15.10.2026;Harlan Supply;29.10.2026;800,00;
> RE-2026-086;20.10.2026;Müller Bau;19.11.2026;450,00;
> END
$ rel import rechnungen.csv --as invoices
$ cat > konto.csv <<'END'
> "Konto:";"DE00 1234";
> "Stand 16.11.2026:";"9.876,54 EUR";
>
> "Buchungstag";"Auftraggeber / Begünstigter";"Verwendungszweck";"Betrag (EUR)"
> "10.11.26";"Harlan Supply";"Ihre Rechnung 15.10.";"800,00"
> "11.11.26";"MUELLER BAU GMBH";"RE-2026-086 Abschlag";"200,00"
> "12.11.26";"Mueller Bau GmbH";"Danke";"50,00"
> "13.11.26";"Hausverwaltung";"Miete";"-900,00"
> END
$ rel import konto.csv --preset bank
$ rel promises`,
  },
  Promises: {
    says: 'Whose promises they are is a column, or said of all rows.',
    console: `$ cat > promised.csv <<'END'
> Customer,Promise,Due,Done on
> Harlan Supply,send the drawings,2026-10-30,2026-11-04
> Harlan Supply,name a second contact,2026-11-30,
> END
$ rel import promised.csv --as promises --set by=them
$ rel import promised.csv --as promises --set by=them --set given=2026-10-20
$ rel export promises --customer harlan | cut -d, -f4-9`,
  },
  HubSpot: {
    says: 'An export of activities; tasks that are not done, and what lies ahead, are left out.',
    console: `$ cat > hubspot.csv <<'END'
> "Record ID","Activity type","Activity date","Call direction","Call outcome","Call duration","Task status","Body","Associated company","Associated contact"
> 901,Call,2026-11-09 14:30,OUTBOUND,No answer,,,,"Harlan Supply","Dana Whitfield"
> 902,Call,2026-11-10 09:05,INBOUND,Connected,240000,,"<p>asked for a price</p><p>AT&amp;T rates</p>","Harlan Supply","Dana Whitfield"
> 903,Task,2026-11-20 09:00,,,,NOT_STARTED,"call again","Harlan Supply",
> 904,Email,2026-11-11 10:00,,,,,"the offer","Brazos Rentals",
> END
$ rel import hubspot.csv --preset hubspot
$ rel import hubspot.csv --preset hubspot --new-customers
$ rel search price`,
  },
  Pipedrive: {
    says: 'An export of activities.',
    console: `$ cat > pipedrive.csv <<'END'
> ID,Subject,Type,Due date,Due time,Duration,Done,Organization,Contact person,Note
> 31,Demo on site,Meeting,2026-11-12,10:00,01:30,Done,Brazos Rentals,Ray Ortiz,liked it
> 32,Call Ray,Call,2026-11-25,,,To do,Brazos Rentals,Ray Ortiz,
> END
$ rel import pipedrive.csv --preset pipedrive`,
  },
  Salesforce: {
    says: 'A report of tasks and events. Its dates are as in the settings of whoever exports, mostly `--dates mdy`.',
    console: `$ cat > salesforce.csv <<'END'
> "Activity ID","Subject","Task Subtype","Date","Status","Company / Account","Contact","Call Type","Call Duration (seconds)","Comments"
> "00T1","Renewal","Call","11/13/2026","Completed","Brazos Rentals","Ray Ortiz","Inbound","600","wants two years"
> "00T2","Send paper","Email","11/12/2026","Completed","Brazos Rentals","Ray Ortiz","","",""
> END
$ rel import salesforce.csv --preset salesforce
$ rel timeline brazos`,
  },
};

const examples = (): readonly string[] =>
  Object.entries(EXAMPLES).flatMap(([title, { says, console }]) => [
    `### ${title}`,
    says,
    `\`\`\`console\n${console}\n\`\`\``,
  ]);

function fieldsTable(kind: TableKind): readonly string[] {
  const rows = Object.entries(fieldsOfTable(kind))
    .filter(([name, { called }]) => kind !== 'entries' || called.length > 0 || !OWN.has(name))
    .map(([name, { kind: read, called, isSeveral = false }]) => [
      `${code(name)}${NEEDED[kind].includes(name) ? ' (needed)' : ''}`,
      `${READ_AS[read]}${isSeveral ? '; several in a cell, or in columns of their own, numbered or not, are taken all' : ''}`,
      called.join(', '),
    ]);
  const others =
    kind === 'entries'
      ? [
          'Every column of [`rel export entries`](export.md#entries) can be mapped, too: `gave`, `learned`, `rude`, `signals` …',
        ]
      : kind === 'people'
        ? [
            'Who has no company is with the customer whose people have mail addresses of the same domain, or who is called like them, as in [address books](#address-books-vcf).',
          ]
        : [];
  return [`### ${kind}`, table(['field', 'read as', 'also found under'], rows), ...others];
}

function words(vocabulary: ReadonlyMap<string, unknown>): string {
  const groups = new Map<string, string[]>();
  for (const [word, meaning] of vocabulary) {
    const key = JSON.stringify(meaning);
    groups.set(key, [...(groups.get(key) ?? []), word]);
  }
  return [...groups]
    .map(([meaning, group]) => `- ${meaningOf(meaning)}: ${group.join(', ')}`)
    .join('\n');
}

const meaningOf = (json: string): string => {
  const meaning: unknown = JSON.parse(json);
  if (typeof meaning !== 'object' || meaning === null) return String(meaning);
  return Object.values(meaning).join(', ');
};

/** With console blocks that are still to be run. */
export function importPage(): string {
  return page(
    'Import',
    '`rel import FILE` takes in all of a file, or nothing. A backup is made before, `rel undo` takes it back. `--dry-run` does the same and keeps nothing. Importing a file again adds nothing: each entry is known by where it came from. What is here stays; where a file differs from it, that is said. A journal (`.jsonl`) is described in [journal-format.md](journal-format.md).',
    'The answer says what came in, what was here already, and what was left out, with the reason and the lines; with `--json` as `{customers, people, entries: {added, already}, notices, leftOut: [{why, count, lines}], dryRun}`.',
    '## Tables',
    `A table is a \`.csv\`, \`.tsv\` or \`.txt\` file. \`--as\` says what its rows are: ${TABLES.join(', ')}. Left out, rel says what they look like.`,
    '- **Form.** UTF-8, UTF-16 and windows-1252; separated by comma, semicolon, tab or bar; quotes as in RFC 4180. Lines above the header are passed over; totals and remarks beneath the table are left out. A field of more than 1 MiB, a row of more than 4 MiB or 1,000 columns, a zero byte, or a quote that is never closed is refused with its line.',
    '- **Columns** are found by their names, in several languages (the lists are below). `--map COLUMN=FIELD` says it where they are not, or not rightly; a column may also be named by its number, and `--map COLUMN=` leaves it out. Two columns of one field are joined where it is text. A currency behind the name, as in Umsatz (€), makes no difference. What was found is told, which columns hold something and are left out, and where a list of customers holds their people as well, how to read it once more.',
    '- **Dates** are read by the whole column: 31/12/2026 tells that the day comes first in all others. Where no row tells it, `--dates dmy`, `mdy` or `ymd` is asked for. 2026-12-31, 31 Dec 2026 and 31.12.2026 leave no doubt. An instant such as 2026-11-06T02:30:00Z is told on the clock of here.',
    '- **Numbers** too: 1.234,56 tells that 1.234 is more than a thousand. Where no row tells it, `--decimal point` or `comma` is asked for. (12.00), 12- and −12 are money back; 1.200,-- has no cents.',
    '- **Customers** that nobody here is called are refused, all at once, with the names most like theirs: a company must not be here twice under two names. `--new-customers` makes them, and tells which of them may be one that is here already, with the `rel merge` for it. An alias (`rel edit harlan alias:"HARLAN SUPPLY INC"`) is as good as the name. Lists of customers need neither.',
    '- **Known again.** A row with an id (a column called id, Record ID, Ticket …) is known by it, an invoice by customer and number, any other by what it says; rows that say the same are counted. So rows may come again in any order, and in a longer file. An entry that was deleted here comes in again.',
    `- **Kept mappings.** \`--save-mapping NAME\` keeps what was said of a table in config.toml, under \`[mappings]\`; \`--mapping NAME\` reads the next one the same way. They say how files look on this machine, so they are no part of the journal.`,
    '- **What rel wrote itself** is read back field by field, ids and all, also with `--spreadsheet`. Where a cell begins with a quote and an equals sign of its own and no other cell with a sign that a spreadsheet would obey, that quote is taken for the spreadsheet’s.',
    '## Examples',
    ...examples(),
    '## Presets',
    'A preset knows the columns of one program, best first, beside the lists below.',
    table(
      ['preset', 'rows are', 'columns'],
      PRESETS.map((name) => [
        name,
        PRESET[name].as,
        PRESET[name].columns.map(({ column, field }) => `${column} = ${field}`).join(', ') ||
          'by their names; money that went out, whoever is no customer, and lines without a date are left out',
      ]),
    ),
    '## Fields',
    'Spaces, signs, capitals and accents in the names of columns do not matter.',
    ...TABLES.flatMap(fieldsTable),
    '## Words',
    'For `type`, what an activity is. A word of the journal itself (`spoke`, `lost`, `income` …) stands for itself.',
    words(ACTIVITIES),
    'For `outcome`:',
    words(TABLE_OUTCOMES),
    'For `status`:',
    words(STATUSES),
    ...importFilesSections(),
  );
}
