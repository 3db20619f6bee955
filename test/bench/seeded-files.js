/*
 * What other programs export, by the number of its rows: the same number gives the same bytes. Dates are spread over
 * two years, and everything is of a hundred customers.
 */

const CUSTOMERS = 100;
const DAYS = 730;
const DAY_MS = 86_400_000;
const FIRST = Date.parse('2024-11-18T09:00:00Z');
const KINDS = ['Call', 'Email', 'Visit', 'Meeting'];

const momentOf = (row) => new Date(FIRST + (row % DAYS) * DAY_MS + (row % 480) * 60_000);

/** A table of activities. @yields a line with its end */
export function* seededTable(rows) {
  yield 'Date,Company,Type,Minutes,Comment\n';
  for (let row = 0; row < rows; row += 1) {
    const day = momentOf(row).toISOString().slice(0, 10);
    yield `${day},Customer ${(row % CUSTOMERS) + 1},${KINDS[row % KINDS.length]},${5 + (row % 40)},"talk ${row}, about the fair"\n`;
  }
}

export const ME = 'me@seller.test';

/** A card for each customer, so that the mails find whom they are from. @yields a line with its end */
export function* seededCards() {
  for (let number = 1; number <= CUSTOMERS; number += 1) {
    yield `BEGIN:VCARD\nVERSION:3.0\nFN:Person ${number}\nORG:Customer ${number}\nEMAIL:p@c${number}.test\nEND:VCARD\n`;
  }
}

/** A mailbox in which each second mail is ours. @yields a mail with its end */
export function* seededMailbox(mails) {
  for (let row = 0; row < mails; row += 1) {
    const moment = momentOf(row).toUTCString();
    const them = `p@c${(row % CUSTOMERS) + 1}.test`;
    const [from, to] = row % 2 === 0 ? [ME, them] : [them, ME];
    yield `From ${from} ${moment}\nFrom: ${from}\nTo: ${to}\nDate: ${moment}\nMessage-ID: <${row}@bench.test>\nSubject: the fair, ${row}\n\n${'talked about the fair\n'.repeat(20)}\n`;
  }
}
