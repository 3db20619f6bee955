import { type Prefer, readDate } from '../../src/grammar/dates.ts';
import { LOG_WORDS, type LogWord } from '../../src/grammar/log-words.ts';
import { parseLog } from '../../src/grammar/log.ts';
import { type Day, formatDay, parseDay, weekday } from '../../src/journal/days.ts';
import { writeEntry } from '../../src/journal/line.ts';
import { block, code, page, table } from './markdown.ts';

/** A Friday. */
const TODAY = '2026-11-20';
const WEEKDAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

const GROUPS: readonly (readonly [LogWord['group'], string, string])[] = [
  ['channel', 'Channels', 'Read at the beginning of the line, before the note.'],
  ['direction', 'Directions', 'Read at the beginning of the line.'],
  ['outcome', 'Outcomes', 'Nobody was reached. Read at the beginning of the line.'],
  ['time', 'Times', 'Read at the beginning of the line.'],
  ['about', 'What it was about', 'Anywhere in the line.'],
  ['word', 'Words', 'Anywhere in the line. They feed the rules.'],
  ['signal', 'Signals', 'Anywhere in the line. They are shown and counted; no rule judges them.'],
  ['key', 'Pairs', 'Anywhere in the line, with the value right after the colon.'],
];

const LINES = [
  'call no-answer',
  'in email asked for the drawings :need',
  '40m yesterday with:dana talked about the fair :personal',
  'email sent the price list',
  'email :fyi sent the minutes',
  'they:"sign the order" by:fri me:"new quote" by:25 nov',
  'visit 2h :problem fault:them harm:2 :apology they had ordered the wrong size',
  'in call :price asked for 5% off :discount',
  'out of stock, they say, until march',
  '-- 40m of rope, and no :need for it',
];

const PAST = ['today', 'yesterday', 'fri', 'last friday', 'mon', '3 nov', '2 weeks ago'];
const FUTURE = ['fri', 'next friday', 'friday next week', '3 dec', 'in 2 weeks', 'end of month'];

export function grammarPage(): string {
  return page(
    '# The words of `rel log`',
    'One line: the customer, then words that say how and when, then the note. Nothing has to be in quotes except what the shell takes for itself: `\' " $ & ; ( ) < > | # ! ? *` and backticks.',
    'The customer is a name, an alias, the beginning of a word of the name (`harlan` for Harlan Supply), a person (`dana`), or both (`dana@harlan`). As many words as name exactly one customer are taken. With `--new` the name is one argument. Where several customers fit, or none, rel lists them and writes nothing.',
    'After the customer come the words of the first four tables, in any order. The first word that is none of them begins the note. In the note, `:words` and pairs still count; the rest is kept as written. After `--` everything is note. The text of `they:`, `me:`, `need:` and `win:` runs to the next pair, `:word` or the end. An unknown `:word` is an error and nothing is written; an unknown pair (a web address, `10:30`) is note.',
    'What becomes of it: `in` is heard. Out with an outcome is a try. Out by email, text, chat or letter is a try too, because the answer is still to come; with `:fyi` it is sent. Everything else is spoken. `rel work CUSTOMER TIME` records time without contact, with the same words except channel, direction and outcome.',
    ...GROUPS.flatMap(([group, title, says]) => [`## ${title}`, says, wordTable(group)]),
    '## Dates',
    `As they are read on Friday ${TODAY}. What happened lies in the past, what is due in the future.`,
    dateTable('What happened (`on:`, or a word at the beginning)', PAST, 'past'),
    dateTable('What is due (`by:`, `next:`)', FUTURE, 'future'),
    'A date that leaves a doubt, such as 3/11/2026, is refused.',
    '## Lines, and what they become',
    `On ${TODAY}, after \`rel log harlan\`. What the journal adds (id, customer, time of recording) is left out.`,
    ...LINES.map((line) => block('text', [line, ...becomes(line)].join('\n'))),
  );
}

const wordTable = (group: LogWord['group']): string =>
  table(
    ['word', 'means', 'as an option'],
    LOG_WORDS.filter((each) => each.group === group).map(({ example, means, option }) => [
      code(example),
      means,
      code(option),
    ]),
  );

function today(): Day {
  const day = parseDay(TODAY);
  if (day === undefined) throw new Error(TODAY);
  return day;
}

const dateTable = (title: string, phrases: readonly string[], prefer: Prefer): string =>
  table(
    [title, 'is'],
    phrases.map((phrase) => [code(phrase), spoken(readDate(phrase, today(), prefer))]),
  );

const spoken = (day: Day | undefined): string =>
  day === undefined ? 'refused' : `${WEEKDAYS[weekday(day)] ?? ''} ${formatDay(day)}`;

/** The journal lines that one line of words makes, cut as a shell does it and really parsed. */
function becomes(line: string): readonly string[] {
  const words = (line.match(/(?:[^\s"]|"[^"]*")+/g) ?? []).map((word) => word.replaceAll('"', ''));
  const { entry, promises } = parseLog(words, { today: today(), customer: 'harlan' });
  const head = { id: '', customer: '', on: entry.on };
  const written = [
    writeEntry({ ...entry, ...head }),
    ...promises.map((promise) => writeEntry({ type: 'promise', ...head, ...promise })),
  ];
  return written.map(({ id: _id, customer: _customer, ...rest }) => `  ${JSON.stringify(rest)}`);
}
