import { counted } from '../journal/counted.ts';
import { spokenDay } from '../journal/days.ts';
import type { AtStake } from '../practice/at-stake.ts';
import { money, thousands } from '../journal/amount-words.ts';

/** `9,900 came in the last year; they owe 1,200 on 2 invoices, 400 of it overdue`. Empty where there is none. */
export function amountWords(stake: AtStake): string {
  const { value, income, owed, overdue, invoices, orders, promised, renewal } = stake;
  const late = overdue > 0 ? `, ${overdue === owed ? 'all' : money(overdue)} of it overdue` : '';
  return [
    ...(value === null ? [] : [`the card says ${thousands(value)} a year`]),
    ...(income === 0 ? [] : [`${money(income)} came in the last year`]),
    ...(invoices === 0
      ? []
      : [`they owe ${money(owed)} on ${counted(invoices, 'invoice')}${late}`]),
    ...(orders === 0
      ? []
      : [
          `${orders === 1 ? 'an order is promised' : `${orders} orders are promised`}: ${money(promised)}`,
        ]),
    ...(renewal === null ? [] : [`the contract comes up on ${spokenDay(renewal)}`]),
  ].join('; ');
}
