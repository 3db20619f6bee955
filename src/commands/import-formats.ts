import { RelError } from '../journal/error.ts';
import type { Source } from '../platform/source.ts';
import { type Format, TABLE_OPTIONS } from './import-format.ts';

/** Every format there is, one a line: its endings, how it begins, its options, and what reads it. */
const FORMATS: readonly Format[] = [
  {
    says: 'journals (.jsonl, as rel export journal writes them)',
    endings: ['.jsonl', '.ndjson'],
    isLike: (begins) => begins.startsWith('{'),
    takes: [],
    load: async () => (await import('./import-journal.ts')).readJournal,
  },
  {
    says: 'address books (.vcf)',
    endings: ['.vcf', '.vcard'],
    isLike: (begins) => /^BEGIN:VCARD/i.test(begins),
    takes: ['newCustomers', 'customer'],
    load: async () => (await import('./import-cards.ts')).readAddressBook,
  },
  {
    says: 'calendars (.ics)',
    endings: ['.ics', '.ical', '.ifb', '.icalendar'],
    isLike: (begins) => /^BEGIN:(VCALENDAR|VEVENT)/i.test(begins),
    takes: ['since', 'titles'],
    load: async () => (await import('./import-calendar.ts')).readCalendar,
  },
  {
    says: 'mails (.mbox, .eml)',
    endings: ['.mbox', '.mbx', '.eml'],
    isLike: (begins) =>
      /^(From \S|(From|To|Date|Subject|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|X-[\w-]+):)/i.test(
        begins,
      ),
    takes: ['since', 'subjects', 'bodies'],
    load: async () => (await import('./import-mail.ts')).readMailbox,
  },
  // Much is like a table: what can be told better comes before.
  {
    says: 'friends journals (.md)',
    endings: ['.md', '.markdown'],
    isLike: (begins) => /^#{1,6}\s*(activities|notes|friends|locations)\s*:?\s*$/im.test(begins),
    takes: [],
    load: async () => (await import('./import-friends.ts')).readFriends,
  },
  {
    says: 'tables (.csv, .tsv, .txt)',
    endings: ['.csv', '.tsv', '.tab', '.txt'],
    isLike: (begins) => /^[^\0]*[,;\t|]/.test(begins),
    takes: TABLE_OPTIONS,
    load: async () => (await import('./import-table.ts')).importTable,
  },
];

/** What rel does not read, and what makes of it something that it does. */
const ELSEWHERE: readonly (readonly [endings: readonly string[], does: string])[] = [
  [['.xlsx', '.xls', '.xlsm', '.ods', '.numbers'], 'open it in a spreadsheet, and save it as CSV'],
  [['.zip', '.gz', '.tgz', '.bz2', '.xz', '.7z', '.rar'], 'unpack it, and import what is in it'],
  [['.pst', '.ost', '.olm', '.msg'], 'let the mail program export it as .mbox, .eml, .ics or .vcf'],
  [['.pdf', '.docx', '.doc', '.html', '.htm'], 'where it has a table, save that as CSV'],
  [['.json', '.xml'], 'a journal is read as rel export journal writes it (.jsonl), a table as CSV'],
  [
    ['.db', '.sqlite', '.sqlite3'],
    'a journal of rel is used with --db FILE, or exported with rel export journal --db FILE',
  ],
];

const HEAD_BYTES = 512;

/** By the ending of the name, else by how the file begins. Throws RelError('usage') for what nothing can read. */
export function formatOf(file: string, source: Source): Format {
  const ending = /\.[^./\\]+$/.exec(file)?.[0].toLowerCase();
  const named = FORMATS.find(({ endings }) => endings.some((each) => each === ending));
  if (named !== undefined) return named;
  const begins = beginning(source);
  // What is empty holds nothing, whatever it is.
  const alike = FORMATS.find(({ isLike }) => begins === '' || isLike(begins));
  const instead = ELSEWHERE.find(([endings]) => endings.some((each) => each === ending))?.[1];
  // Much is like a table, and nothing by chance like the others.
  if (alike !== undefined && (instead === undefined || alike.takes !== TABLE_OPTIONS)) return alike;
  throw new RelError(
    'usage',
    `rel cannot import ${file === '-' ? 'what came from standard input' : file}`,
    instead ?? `it reads ${FORMATS.map(({ says }) => says).join('; ')}`,
  );
}

function beginning(source: Source): string {
  for (const piece of source.pieces()) {
    const text = new TextDecoder().decode(piece.subarray(0, HEAD_BYTES));
    return text.trimStart();
  }
  return '';
}
