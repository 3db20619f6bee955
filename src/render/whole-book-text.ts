import { counted } from '../journal/counted.ts';
import type { WholeBook } from '../verdict/whole-book.ts';
import { duration, thousands } from '../journal/amount-words.ts';
import { amountIn, percent } from './review-page.ts';
import { visible } from './visible.ts';

/** One thing to say of the book as a whole. */
interface BookLine {
  readonly label: string;
  readonly text: string;
  /** Something to look into. */
  readonly warns: boolean;
}

const customers = (count: number): string => counted(count, 'customer');
const promises = (count: number): string => counted(count, 'promise');

/** The book as a whole, in words; what there is nothing to say of is left out. */
export function wholeBookLines(book: WholeBook, currency: string | undefined): readonly BookLine[] {
  return [
    ...timeLines(book),
    ...incomeLines(book, currency),
    ...dropLines(book),
    ...ownLines(book, currency),
    ...lessonLines(book),
  ];
}

function timeLines({ leftAlone, time }: WholeBook): readonly BookLine[] {
  const spent = [
    ...(time.prospectMinutes > 0 ? [`${duration(time.prospectMinutes)} prospects`] : []),
    ...(time.customerMinutes > 0 ? [`${duration(time.customerMinutes)} customers`] : []),
  ];
  if (spent.length === 0) return [];
  const worst =
    time.worstMinutes === 0 ? '' : `; ${percent(time.worstShare ?? 0)} at DROP and REBUILD`;
  const hunted = time.weeks.filter((week) => week.prospectMinutes > week.customerMinutes).length;
  // Whoever has no customers yet can look for nothing else.
  const hasCustomers = leftAlone !== null || time.customerMinutes > 0;
  const hunting =
    hasCustomers && hunted > time.weeks.length / 2
      ? `, more on prospects in ${hunted} of ${time.weeks.length} weeks`
      : '';
  return [
    {
      label: 'time',
      text: `${spent.join(', ')} in ${time.days} days${hunting}${worst}`,
      warns: hunting !== '' || (time.worstShare ?? 0) > 1 / 2,
    },
  ];
}

function incomeLines({ atStake }: WholeBook, currency: string | undefined): readonly BookLine[] {
  if (atStake.share === null || atStake.income === 0) return [];
  const amounts = `${thousands(atStake.income)} of ${amountIn(atStake.allIncome, currency)}`;
  return [
    {
      label: 'stake',
      text: `${percent(atStake.share)} of a year's income is at DROP and REBUILD: ${amounts}`,
      warns: false,
    },
  ];
}

function dropLines({ customers: all, drops }: WholeBook): readonly BookLine[] {
  if (drops.customers === 0) return [];
  const over = drops.alreadyDropped === 0 ? '' : ` (${drops.alreadyDropped} dropped already)`;
  const of =
    drops.manyOf === null
      ? ''
      : `, more than a sixth${drops.manyOf === 'income' ? ' of income' : ''}: think twice before you act`;
  return [
    {
      label: 'drops',
      text: `${drops.customers} of ${customers(all)}${over}${of}`,
      warns: drops.manyOf !== null,
    },
  ];
}

function ownLines(
  { leftAlone, ourPromises, time }: WholeBook,
  currency: string | undefined,
): readonly BookLine[] {
  const { late, soon, soonDays } = ourPromises;
  const owed = [
    ...(late > 0 ? [`${promises(late)} of yours late`] : []),
    ...(soon > 0 ? [`${soon} due within ${soonDays} days`] : []),
  ];
  return [
    ...(owed.length === 0
      ? []
      : [{ label: 'owed', text: `${owed.join(', ')}: rel promises --ours`, warns: late > 0 }]),
    ...(leftAlone === null
      ? []
      : [
          {
            label: 'alone',
            text: `${visible(leftAlone.customer)}${leftAlone.value === null ? '' : ` (${amountIn(leftAlone.value, currency)})`}, for ${leftAlone.days} days${meanwhile(leftAlone.customer, time)}`,
            warns: true,
          },
        ]),
  ];
}

/** Where the time went that they did not get. */
function meanwhile(customer: string, { most, worstMinutes }: WholeBook['time']): string {
  if (most !== null && most.customer !== customer)
    return `: ${visible(most.customer)} had ${percent(most.share)} of your time`;
  return worstMinutes > 0 ? ': they could use that time' : '';
}

const NAMES_MOST = 3;

function lessonLines({ lessons }: WholeBook): readonly BookLine[] {
  return lessons.map(({ at, customer, number, rule, text }) => {
    const more = at.length > NAMES_MOST ? ` +${at.length - NAMES_MOST} more` : '';
    const names = at.slice(0, NAMES_MOST).join(', ') + more;
    return {
      label: 'lesson',
      text: visible(`“${text}” (${customer}, #${number}): ${rule} at ${names} now`),
      warns: false,
    };
  });
}
