import { counted } from '../journal/counted.ts';
import { formatDay, spokenDay } from '../journal/days.ts';
import type { Json } from '../journal/fields.ts';
import type { Spell, WhatIf } from '../practice/what-if.ts';
import { type Page, sign } from './page.ts';
import { columns, cut, pad, visible } from './visible.ts';

const INDENT = '  ';
const LONGEST_NAME = 30;
/** Of spells that are over so many are shown. */
const MOST_EARLIER = 12;

/** Whose verdict changes, today and in the weeks before. @param changes `changes`, or `would change` */
export function whatIfText(found: WhatIf, changes: string, page: Page): readonly string[] {
  const { customers, earlier, first, today } = found;
  const whose = `of ${counted(customers, 'customer')}`;
  const head =
    today.length === 0
      ? `It ${changes} no verdict of today (${whose}).`
      : `It ${changes} ${counted(today.length, 'verdict')} of today (${whose}):`;
  const shown = earlier.slice(0, MOST_EARLIER);
  const layout = layoutOf([...today, ...shown], page);
  const left = earlier.length - shown.length;
  const before =
    earlier.length === 0
      ? [`Nor any since ${spokenDay(first)}${today.length === 0 ? '' : ' that has changed back'}.`]
      : [
          `Looked at once a week since ${spokenDay(first)}, it would also have changed:`,
          ...shown.map((spell) => spellLine(spell, found, layout, page)),
          ...(left > 0 ? [page.paint('quiet', `${INDENT}and ${left} more: --json`)] : []),
        ];
  return [head, ...today.map((spell) => spellLine(spell, found, layout, page)), ...before];
}

interface Layout {
  readonly name: number;
  readonly verdicts: number;
}

function layoutOf(spells: readonly Spell[], page: Page): Layout {
  const widest = (text: (spell: Spell) => string): number =>
    spells.reduce((most, spell) => Math.max(most, columns(text(spell))), 0);
  return {
    name: Math.min(
      LONGEST_NAME,
      widest(({ customer }) => visible(customer)),
    ),
    verdicts: widest((spell) => verdicts(spell, page)),
  };
}

const verdicts = ({ before, after }: Spell, page: Page): string =>
  `${before} ${sign(page).arrow} ${after}`;

function spellLine(spell: Spell, { first, today }: WhatIf, layout: Layout, page: Page): string {
  const { customer, from, to } = spell;
  const name = pad(cut(visible(customer), layout.name, sign(page).ellipsis), layout.name);
  const begins = from === first ? `${spokenDay(from)} or before` : spokenDay(from);
  const dates = today.includes(spell)
    ? from === to
      ? 'since today'
      : `since ${begins}`
    : from === to
      ? begins
      : `${begins} to ${spokenDay(to)}`;
  return `${INDENT}${name}  ${pad(verdicts(spell, page), layout.verdicts)}  ${dates}`;
}

export const whatIfJson = ({ customers, earlier, first, today }: WhatIf): Json => ({
  customers,
  lookedAtSince: formatDay(first),
  today: today.map(({ customer, before, after, from }) => ({
    customer,
    before,
    after,
    since: formatDay(from),
  })),
  earlier: earlier.map(({ customer, before, after, from, to }) => ({
    customer,
    before,
    after,
    from: formatDay(from),
    to: formatDay(to),
  })),
});
