import { DEMO_DAY, DEMO_JOURNAL } from '../../src/demo/stories.ts';
import { COLUMNS, type Table } from '../../src/export/tables.ts';
import { bookFromLines } from '../../src/import/book-from-lines.ts';
import { readJournalText } from '../../src/import/journal-text.ts';
import { parseDay } from '../../src/journal/days.ts';
import {
  CUSTOMER_FIELDS,
  ENTRY_FIELDS,
  HEAD_FIELDS,
  PERSON_FIELDS,
  TAIL_FIELDS,
} from '../../src/journal/entry.ts';
import type { FieldSet } from '../../src/journal/fields.ts';
import { partOf, wholeBook } from '../../src/verdict/whole-book.ts';
import { drawnOf } from '../../src/commands/show-picture.ts';
import { remarksOf } from '../../src/practice/remarks.ts';
import { pictureJson } from '../../src/render/picture/picture-json.ts';
import { customerJson, reviewJson } from '../../src/render/review-json.ts';
import { hangsOn } from '../../src/verdict/hangs-on.ts';
import { unread } from '../../src/verdict/book.ts';
import { reviewedAlone, reviewOf } from '../../src/verdict/review.ts';
import { code, page, table } from './markdown.ts';

type Told = 'promises' | 'verdicts' | 'findings' | 'decisions';
type Texts = { readonly [T in Told]: Readonly<Record<(typeof COLUMNS)[T][number], string>> };

const JUDGED = {
  verdict: 'KEEP, FIX, REBUILD or DROP',
  row: 'the row of the table that decided ([verdicts.md](verdicts.md))',
  stage: 'prospect, active, notice, probation, rebuilding, lost, dropped',
  tooEarly: 'true: little is known yet',
  worsening: 'true: today their conduct is worse than what counts yet',
  previous: 'the verdict on the day compared with; empty where they were not known then',
  changed: 'true: it is another verdict than the previous one',
  value: 'a year: what the card says, else the income of the last year',
  share: 'their part of all income of the last year, 0 to 1',
  next: 'a command to type next',
} as const;

const SUMS = {
  theirs: 'sum of their conduct, 0 to 4',
  ours: 'sum of ours, 0 to 3',
  economics: 'what it costs and earns, 0 to 2',
} as const;

const GATES = {
  worth: 'gate: worth the time',
  ample: 'gate: the notice has run out, with time and contacts enough',
  over: 'gate: they refused, or do not answer any more',
  met: 'gate: the three conditions are met',
  once: 'gate: dropped for the second time',
} as const;

const FINDING = {
  rule: 'the rule ([rules.md](rules.md))',
  side: 'ours, theirs or economics',
  level: '1 note, 2 warn, 3 serious, 4 critical: the level that counts',
  raw: 'the level on the day itself, before holding steady; empty: not enough data',
  message: 'the finding in words; the wording may change',
  evidence: 'ids of the entries it rests on',
} as const;

const TEXTS: Texts = {
  promises: {
    number: 'the short number in the terminal',
    id: 'the stable id',
    customer: 'the name',
    by: 'us or them',
    what: 'what was promised',
    given: 'the day it was given',
    due: 'the day that counts, after agreed moves, a new start and hardships',
    firstDue: 'the day first promised',
    status: 'open, kept, late, broken or waived',
    lateness: 'in days',
    resolvedOn: 'the day of the last resolution',
    kind: 'task or payment',
    amount: 'of a payment',
    invoice: 'the number of the invoice',
  },
  verdicts: { asOf: 'the day of the review', customer: 'the name', ...JUDGED, ...SUMS, ...GATES },
  findings: {
    asOf: 'the day of the review',
    customer: 'the name',
    verdict: 'KEEP, FIX, REBUILD or DROP',
    ...FINDING,
  },
  decisions: {
    number: 'the short number in the terminal',
    id: 'the stable id',
    customer: 'the name',
    on: 'the day of the decision',
    verdict: 'what you decided',
    computed: 'what rel came to on that day; empty where nobody knows',
    agreed: 'true: the two are the same; empty where nobody knows',
    reason: 'why',
    until: 'the last day on which it stands; empty: no end',
    stands: 'true: on `--as-of` (default: today) it is shown beside the verdict',
  },
};

const CUSTOMER_JSON: Readonly<Record<string, string>> = {
  customer: 'the name',
  ...JUDGED,
  advice: 'what the row of the table tells to do; what is due of it now is `step`',
  decision: 'your own decision that stands: entry, verdict, reason, since, until; or null',
  levels: 'the three sums: theirs, ours, economics',
  gates: 'worth, ample, over, met, once: true or false',
  hangsOn: 'entries without which the verdict would be another, each with what it `becomes`',
  findings: 'the findings, worst and ours first as in the text; all rules with `--all-rules`',
  remarks:
    'what practice notices beside the rules, weighing nothing ([rules.md](rules.md#remarks)): `remark` its name, `side`, `says`, `evidence` the ids of its entries, `command` what mends it or null',
  lastChance:
    'null, or by its `kind`. notice: `entry`, `sent`, `channel`, `deadline`, `words`, `conditions`, `daysLeft` (below 0 once it ran out), what came of it since (`tries`, `talks`, `kept`, `orders`, `brought`, `came` in words), `dropFrom` the first day of DROP if nothing else happens, `contactsMissing` until then, `because` what keeps it away. dropped: `entry`, `since`, `once`, and each of `conditions` with `state` (met, open, unmet), `entry`, `shownBy`, and the talks `without` it. probation: `entry`, `since`, `until`, `daysLeft`, `forGood`, and the `notice` before it or null',
  step: 'the next step in words: `say` what to do, `words` to say it with or null, `command` what records it, its customer left out, or null',
};

const REVIEW_JSON: Readonly<Record<string, string>> = {
  schema: '1; another number would mean that something was taken away',
  asOf: 'the day of the review',
  against: 'the day it is compared with',
  known: 'the day by which it had been entered, with `--known`; else null',
  rules: 'version of the rules; another one may judge the same journal differently',
  customers: 'in the order of the text, the KEEP ones too',
  book: 'the book as a whole, whichever customers were asked for',
};

const BOOK_JSON: Readonly<Record<string, string>> = {
  customers: 'how many there are',
  changed: 'how many have another verdict than on the day compared with',
  fresh: 'of how many nothing was known on the day compared with',
  verdicts: 'how many of each verdict',
  time: 'of the last 28 `days`: minutes with prospects and with customers, and those with DROP and REBUILD (`worstMinutes`, `worstShare`); `most`: who is not at KEEP and had more than half of it, with the share, or null; `weeks`: the first two by week, the oldest first',
  year: 'minutes spent and income of a year with the customers of each verdict',
  atStake: 'income of a year with customers at DROP and REBUILD, of `allIncome`, and its share',
  drops:
    'customers at DROP, `alreadyDropped` among them; the share of the others in customers and in income; `manyOf`: of what that is more than a sixth, or null',
  ourPromises: 'yours: how many are late, and due within so many days (`soon`, `soonDays`)',
  lessons:
    'the newest two that apply to customers whose verdict has become worse (`at`): the `entry`, its `number`, whom it was learned from, the day, the `rule`, and its words',
  leftAlone:
    'the most valuable customer at KEEP or FIX who was left alone too long, and for how many days; or null',
};

const FINDING_JSON: Readonly<Record<string, string>> = {
  ...FINDING,
  numbers: 'the numbers that the rule compared with its limits',
};

/** Once for each table: what a reader of the file needs to know. */
const TABLE_TEXTS: Readonly<Record<Table, string>> = {
  customers: 'One row a card. Columns as in [journal-format.md](journal-format.md).',
  people: 'One row a person.',
  entries:
    'One row an entry of any type, in order of recording; also called `touchpoints`. Columns that its type does not have are empty. The words of private entries, and moods, only with `--private`.',
  promises:
    'One row a promise, theirs and ours, as it stands on `--as-of` (default: today). What a private one says only with `--private`.',
  verdicts: 'One row a customer, as `rel review` says it on `--as-of`.',
  findings: 'One row a finding of level 1 or more.',
  decisions:
    'One row a decision of yours (`rel decide`, `rel review -i`), those that no longer stand too. The reason of a private one only with `--private`.',
};

const EXITS: readonly (readonly [string, string])[] = [
  ['0', 'done'],
  ['1', 'what `--fail-on` names was reached; nothing else ever gives 1'],
  [
    '2',
    'not done, because of what was typed or what is in the data; the message says what to type',
  ],
  [
    '3',
    'the journal cannot be used: damaged, locked, no space, written by a newer rel; or the disk failed in the last step of a change, and it may be stored or not',
  ],
  ['4', 'the output could not be written; a closed pipe is 0'],
  ['70', 'a bug in rel; its trace is on standard error'],
];

export function exportPage(): string {
  return page(
    '# Export, JSON and exit codes',
    'Everything here is a promise to scripts: columns and fields are only ever added, at the end. Data goes to standard output, everything else to standard error.',
    '## CSV',
    '`rel export WHAT` writes CSV as in RFC 4180: a header always, CRLF, UTF-8, dates as YYYY-MM-DD, lists joined by semicolons, empty for what is not there. `--bom` begins with a byte order mark; `--spreadsheet` makes cells harmless that a spreadsheet would take for formulas. `--format json` gives one array, `--format jsonl` one object a line, with every column and null for what is empty. `--output FILE` never replaces a file without `--force`. `rel export journal` is the lossless form, and `rel export journal --history` has all that was ever done as well: [journal-format.md](journal-format.md).',
    ...(Object.keys(COLUMNS) as Table[]).flatMap((name) => [
      `### ${name}`,
      TABLE_TEXTS[name],
      columnTable(name),
    ]),
    '## `rel review --json`',
    fieldTable(REVIEW_JSON, demo()),
    'Each customer:',
    fieldTable(CUSTOMER_JSON, first(demo()['customers'])),
    'Each finding:',
    fieldTable(FINDING_JSON, first(first(demo()['customers'])['findings'])),
    'The book:',
    fieldTable(BOOK_JSON, demo()['book'] as Fields),
    'A field is null rather than missing. Only `hangsOn` is left out, with `--no-hangs-on`; `weeks`, the verdicts of the last 26 weeks, is added to each customer with `--graph`. `rel why --json` adds to one customer the `condition` of its row, the rows above it (`notRows`), the day of the last new start (`reset`), whether it is `firm`, the `thresholds` of each rule, what went in and came back in a year (`capital`), who waits while they have more than an even part of the time (`meanwhile`), and how long something of theirs has been wrong (`lasting`). Most other commands answer `--json` too; `--help` tells.',
    '## The picture in `rel show CUSTOMER --json`',
    'What the picture in the terminal and the page in HTML draw, in `picture`: the same numbers as those of the rules, days in ISO form, entries by their ids, all lists in order of time. Null with `--no-graph`, for a customer with one entry or none, and where the first is less than a week old.',
    fieldTable(PICTURE_JSON, drawn()),
    '## Exit codes',
    table(['code', 'means'], EXITS),
  );
}

const FROM_JOURNAL: Readonly<Record<'customers' | 'people' | 'entries', FieldSet>> = {
  customers: CUSTOMER_FIELDS,
  people: PERSON_FIELDS,
  entries: Object.assign({}, ...Object.values(ENTRY_FIELDS), HEAD_FIELDS, TAIL_FIELDS) as FieldSet,
};

const ENTRY_TEXTS: Readonly<Record<string, string>> = {
  number: 'the short number in the terminal, in order of recording',
  type: 'what happened ([journal-format.md](journal-format.md))',
  invoice: 'the number of the invoice, which the journal format calls `number`',
  kind: 'of a promise: task or payment; of a change: what changed',
  conditions: 'of a notice: the conditions named; of a dropped customer: the ones met',
  amount: 'of a payment, an income or a sale',
  source: 'where an import found it, as a JSON object',
};

function columnTable(name: Table): string {
  const rows = COLUMNS[name].map((column) => [code(column), meaningOf(name, column)]);
  return table(['column', 'holds'], rows);
}

function meaningOf(name: Table, column: string): string {
  if (name === 'promises' || name === 'verdicts' || name === 'findings' || name === 'decisions') {
    const texts: Readonly<Record<string, string>> = TEXTS[name];
    return known(texts[column], column);
  }
  const own = name === 'entries' ? ENTRY_TEXTS[column] : undefined;
  return own ?? known(FROM_JOURNAL[name][column]?.kind.says, column);
}

type Fields = Readonly<Record<string, unknown>>;

const PICTURE_JSON = {
  from: 'the first day of the first week',
  to: 'the day of the card',
  weeks:
    '26, each with `from` and `to`, the `verdict` at its end (null: nothing was known yet), and what was done in it: `out` what we spoke, tried and sent, `in` what we heard',
  silences:
    'without a talk for longer than they are used to, as the rule `silence` has it (with fewer than nine gaps: than a touch may wait, as `cadence` has it); `from`, which may lie before the picture, `to`, `days` without those away, `open`: not over yet',
  away: '`from` and `to` of days on which nothing was expected of them',
  promises:
    'due or settled in the picture, or waiting into it: the `entry`, `by` us or them, `kind`, `status` (open, kept, late, broken, waived), `due`, `settled` (null: it waits), `late` in days, below 0 before the day (null: waived)',
  income: 'orders won and payments: `entry`, `type`, `on`, `amount`',
  turns:
    'what turned the relationship: `entry`, `on`, `label` (the wording may change), `good` (null: neither); a contract on the day it renews',
  answers:
    'days on which we reached for them and know whether they answered: `on`, `answered`, `entries`, and `recently`: the share answered of the last tries up to then, as many as `responsiveness` looks at',
  usually: 'the share answered before these, as `change` compares them; null: too few to tell',
  gave: 'our favours of a year as `reciprocity` counts them: `count`, and by size `s`, `m`, `l`',
  got: 'the same of theirs',
  year: '`minutes` and `income` of a year, `hourly` income of an hour (null: too little time), `timeShare` and `incomeShare` their part of all time and income, 0 to 1',
  months: '`minutes`, `income`, `gave`, `got` of each month, `from` and `to` within the picture',
  moods: 'your own: `entry`, `on`, `feel`; none behind a mask without `--private`',
} as const;

/** What is drawn of the first customer of the demo. */
function drawn(): Fields {
  const { accounts, asOf, settings } = demoBook();
  const [one] = reviewOf(accounts, settings, asOf).customers;
  const name = one?.relationship.customer.name ?? '';
  const found = drawnOf(reviewedAlone(accounts.map(unread), settings, name, asOf), true);
  if (found === undefined) throw new Error('nothing is drawn of the demo');
  return pictureJson(found.picture, found.shares) as Fields;
}

function demoBook() {
  const asOf = parseDay(DEMO_DAY);
  if (asOf === undefined) throw new Error(DEMO_DAY);
  return { ...bookFromLines(readJournalText(DEMO_JOURNAL)), asOf };
}

/** The same as `--json` prints it. */
function demo(): Fields {
  const { accounts, asOf, settings } = demoBook();
  const review = reviewOf(accounts, settings, asOf);
  const customers = review.customers.map((each) =>
    customerJson(each, {
      hinges: ({ judgement, relationship }) => hangsOn(relationship, judgement),
      allRules: false,
      remarksOf,
    }),
  );
  return reviewJson({
    ...review,
    customers,
    book: wholeBook(review.customers.map(partOf)),
  }) as Fields;
}

/** Describes just the fields that are really printed. */
function fieldTable(texts: Readonly<Record<string, string>>, printed: Fields): string {
  const gone = Object.keys(texts).find((name) => !Object.hasOwn(printed, name));
  if (gone !== undefined) throw new Error(`${gone} is described but not printed`);
  return table(
    ['field', 'holds'],
    Object.keys(printed).map((name) => [code(name), known(texts[name], name)]),
  );
}

const first = (list: unknown): Fields => (list as readonly Fields[])[0] ?? {};

function known(text: string | undefined, name: string): string {
  if (text === undefined) throw new Error(`test/docs/export-page.ts does not say what ${name} is`);
  return text;
}
