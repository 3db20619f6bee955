import { bookFromLines } from '../../src/import/book-from-lines.ts';
import { readJournalText } from '../../src/import/journal-text.ts';
import { parseDay } from '../../src/journal/days.ts';
import {
  CUSTOMER_FIELDS,
  ENTRY_FIELDS,
  type EntryType,
  HEAD_FIELDS,
  PERSON_FIELDS,
  TAIL_FIELDS,
} from '../../src/journal/entry.ts';
import type { FieldSet } from '../../src/journal/fields.ts';
import { OPERATION_FIELDS, REVIEW_FIELDS } from '../../src/journal/past-line.ts';
import { SETTINGS_FIELDS } from '../../src/journal/settings.ts';
import { reviewOf } from '../../src/verdict/review.ts';
import { block, code, page, table } from './markdown.ts';

const TYPE_TEXTS: Readonly<Record<EntryType, string>> = {
  spoke: 'both sides talked, and we had reached for them',
  tried: 'we reached for them, and nobody was reached, or the answer is still to come',
  heard: 'they reached for us',
  sent: 'we told them something; no answer is expected',
  work: 'time spent on them without contact',
  learned: 'found out, without contact, what they need or what the person wants to win',
  promise: 'a promise; `by` is whose, `due` is when; for a payment `kind` is payment',
  done: 'a promise was kept, early or late; the date tells',
  broken: 'it will not be kept; a debt stays owed all the same',
  waived: 'it is let go, and counts for nothing',
  moved: 'a new date; only with `agreed` does it count',
  paid: 'a part of a payment came',
  income: 'money came',
  won: 'they bought',
  renewal: 'when the contract comes up for renewal',
  lost: 'they left',
  notice: 'a last chance with a deadline, and the words it was given in',
  met: 'a notice that ended well',
  drop: 'we ended it',
  conditions: 'what a dropped customer has brought of the three conditions',
  return: 'a new start after a drop or a loss',
  refuse: 'they will not come back',
  accept: 'they accept a failure of ours as mended',
  away: 'they could not be reached, both days included',
  hardship: 'a setback that is not their making; what falls due in it is moved to its end',
  change: 'something changed on their side; a new opening perhaps',
  step: 'a step in rebuilding',
  decision: 'what you decided, whatever was computed',
  lesson: 'something to remember when it happens again',
  read: 'the brief of an inherited account was read',
  intent: 'to be slept on; with `until`, the day by which it is settled one way or another',
  mood: 'how you felt; private',
};

/** A small journal whose lines are complete, in the order in which rel writes them. */
export const EXAMPLE = `\
{"type":"settings","floor":60,"currency":"EUR"}
{"type":"customer","name":"Harlan Supply","tier":"A","value":12000,"needs":["forklifts for the winter"]}
{"type":"person","customer":"Harlan Supply","name":"Dana Whitfield","role":"buyer","decides":true}
{"type":"won","id":"h1","customer":"Harlan Supply","on":"2026-01-12","amount":12000}
{"type":"spoke","id":"h2","customer":"Harlan Supply","on":"2026-09-07","time":"14:30","channel":"visit","person":"Dana Whitfield","about":["need","personal"],"minutes":90,"got":["s"],"learned":["need"],"note":"she showed me the yard"}
{"type":"promise","id":"h3","customer":"Harlan Supply","on":"2026-09-07","by":"them","what":"send the drawings","due":"2026-09-18"}
{"type":"promise","id":"h4","customer":"Harlan Supply","on":"2026-09-14","by":"them","what":"invoice 2026-31","due":"2026-10-14","kind":"payment","amount":3000,"number":"2026-31"}
{"type":"done","id":"h5","customer":"Harlan Supply","on":"2026-09-29","ref":"h3"}
{"type":"heard","id":"h6","customer":"Harlan Supply","on":"2026-10-05","channel":"call","person":"Dana Whitfield","about":["delivery"],"fault":"us","harm":1,"blames":"us","signals":["vent"]}
{"type":"paid","id":"h7","customer":"Harlan Supply","on":"2026-10-20","ref":"h4","amount":1000}
{"type":"tried","id":"h8","customer":"Harlan Supply","on":"2026-11-16","channel":"call","outcome":"no-answer","next":"2026-11-23"}
`;
const EXAMPLE_DAY = '2026-11-20';

export function journalFormatPage(): string {
  return page(
    '# The journal format',
    '`rel export journal` writes it, `rel import FILE.jsonl` reads it. What is exported and imported into an empty journal exports the same bytes again. JSON Lines in UTF-8: one object a line, in order of recording. An unknown type, an unknown field or a wrong value is refused with the number of its line, and nothing is imported.',
    'It is also the way to bring in what another program has recorded: write the lines into a file and import it. Ids are yours to choose; the same file again adds nothing.',
    'Names are the same name when they differ only in case, white space or Unicode form. Numbers are finite; money is not negative and in the currency of the settings. Text is at most one megabyte and has no control characters other than tab and line feed.',
    '## Lines without a date',
    fields('`settings`', 'At most once.', SETTINGS_FIELDS),
    fields('`customer`', 'The card. The tier is B where none is given.', CUSTOMER_FIELDS),
    fields('`person`', 'Somebody at a customer.', PERSON_FIELDS),
    '## Entries',
    'Each dated line has a `type`, then these fields:',
    fieldTable(HEAD_FIELDS),
    'then the fields of its type, then any of these:',
    fieldTable(TAIL_FIELDS),
    'The types:',
    table(
      ['type', 'means'],
      Object.entries(TYPE_TEXTS).map(([type, says]) => [code(type), says]),
    ),
    '## Fields of each type',
    ...sameFields().map(([types, set]) =>
      fields(types.map(code).join(' '), Object.keys(set).length === 0 ? 'None.' : '', set),
    ),
    '## With its history',
    '`rel export journal --history` writes more lines behind the journal: all that was ever done to it, one line of type `operation` a step, in the one order of all devices; then one of type `review` for each day on which a review of the whole book was shown. Read into an empty journal they bring back `rel history`, `--known` and the last review, and the same export gives the same bytes. What was edited or deleted since is in them; what was forgotten is not.',
    'A journal that has a history of its own takes none: the file is refused, or adds nothing where all of it is known. So is a file whose steps do not lead to its other lines. Numbers follow the order of recording, so after `rel forget` they close up; what was done on another device is undone there.',
    fields(
      '`operation`',
      'A step of a `change`, which is what one command did: `before` and `after` are the line of what `subject` names, missing where there was none. `undoes` and `redoes` name changes, in the first line of the change that did so.',
      OPERATION_FIELDS,
    ),
    fields('`review`', 'The verdicts shown; none is ever computed from them.', REVIEW_FIELDS),
    '## A worked example',
    block('jsonl', EXAMPLE),
    'In words: Harlan Supply bought in January. On 7 September we visited Dana, who showed what they need, did us a small favour, and promised drawings, which came eleven days late. In October we were at fault with a delivery, and a part of an invoice was paid. The last call was not answered.',
    exampleReview(),
  );
}

const fields = (title: string, says: string, set: FieldSet): string =>
  [`### ${title}`, says, Object.keys(set).length === 0 ? '' : fieldTable(set)]
    .filter((part) => part !== '')
    .join('\n\n');

const fieldTable = (set: FieldSet): string =>
  table(
    ['field', '', 'may hold'],
    Object.entries(set).map(([name, { kind, required }]) => [
      code(name),
      required ? '**required**' : '',
      kind.says,
    ]),
  );

/** Types with the very same fields share a table. */
function sameFields(): readonly (readonly [types: readonly string[], set: FieldSet])[] {
  const groups = new Map<string, [types: string[], set: FieldSet]>();
  for (const [type, set] of Object.entries(ENTRY_FIELDS)) {
    const key = JSON.stringify(
      Object.entries<FieldSet[string]>(set).map(([name, { kind, required }]) => [
        name,
        required,
        kind.says,
      ]),
    );
    const group: [types: string[], set: FieldSet] = groups.get(key) ?? [[], set];
    group[0].push(type);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function exampleReview(): string {
  const asOf = parseDay(EXAMPLE_DAY);
  if (asOf === undefined) throw new Error(EXAMPLE_DAY);
  const { accounts, settings } = bookFromLines(readJournalText(EXAMPLE));
  const [only] = reviewOf(accounts, settings, asOf).customers;
  if (only === undefined) throw new Error('the example has no customer');
  const { row, rules } = only.judgement;
  const found = rules.filter(({ level }) => level !== null && level > 0);
  return [
    `On ${EXAMPLE_DAY} the review says ${row.verdict} (row ${row.row}):`,
    ...found.map(({ outcome, rule }) => `- ${rule.name}: ${outcome.message}`),
  ].join('\n');
}
