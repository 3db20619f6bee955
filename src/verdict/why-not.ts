import { spokenDay } from '../journal/days.ts';
import { CONDITIONS } from '../journal/vocabulary.ts';
import type { Judgement } from './judge.ts';
import { belongs, type Row, TABLE, type TableInput } from './table.ts';

/** A row above the one that applied. */
export interface PassedOver {
  readonly row: Row;
  /** What was missing, `theirs is 2, it takes 3`; never empty. */
  readonly because: readonly string[];
}

/** The rows of this stage above the one that applied, and what each of them lacked. */
export function passedOver(judgement: Judgement): readonly PassedOver[] {
  const { gates, row, standing, sums } = judgement;
  const input = { ...sums, gates, stage: standing.stage };
  return TABLE.slice(0, TABLE.indexOf(row))
    .filter((each) => belongs(each, standing.stage))
    .map((each) => ({ row: each, because: said(each, judgement) ?? lackingFor(each, input) }));
}

/** What keeps a row from applying, in words; empty exactly where it holds. */
export function lackingFor({ row }: Row, input: TableInput): readonly string[] {
  const { economics, gates, ours, theirs } = input;
  const anything = theirs >= 1 || ours >= 1 || economics >= 1;
  switch (row) {
    case 'X1':
      return theirs === 4 ? [] : ['there is no deal-breaker'];
    case 'D1':
      return [
        ...(gates.met ? [] : ['not all three conditions are met']),
        ...(gates.once ? ['they were dropped twice'] : []),
      ];
    case 'L1':
      return gates.over
        ? []
        : ['they have neither refused nor been silent for half a year of tries'];
    case 'L2':
      return gates.worth ? ['they are worth winning back'] : [];
    case 'L3':
      return [...exactly('theirs', theirs, 3), ...most(ours, 1)];
    case 'N1':
      return [
        ...(gates.ample ? [] : ['the notice has not run out with time and contacts enough']),
        ...(theirs >= 2 || economics === 2 ? [] : [neither(theirs, 2, economics)]),
        ...most(ours, 2),
      ];
    case 'B1':
      return [...least('theirs', theirs, 2), ...most(ours, 2)];
    case 'P1':
      return [
        ...(theirs === 3 || economics === 2 ? [] : [neither(theirs, 3, economics)]),
        ...most(ours, 1),
      ];
    case 'P2':
    case 'A1':
      return least('yours', ours, 3);
    case 'A2':
      return exactly('theirs', theirs, 3);
    case 'A3':
      return [...exactly('theirs', theirs, 2), ...exactly('economics', economics, 2)];
    case 'P3':
    case 'A4':
      return anything ? [] : ['nothing counts against them, nor against you'];
    default:
      return [];
  }
}

/** What the journal says more exactly than the gates. */
function said(
  { row }: Row,
  { asOf, gates, standing, sums }: Judgement,
): readonly string[] | undefined {
  const { notice } = standing;
  if (row === 'D1' && !gates.met && !gates.once) {
    const open = CONDITIONS.filter((each) => !standing.conditions.has(each));
    return [`still open: ${open.join(', ')}`];
  }
  if (row !== 'N1' || gates.ample || notice === undefined) return undefined;
  const { deadline } = notice;
  const early =
    deadline === undefined
      ? 'the notice names no last day'
      : asOf <= deadline
        ? `the notice runs until ${spokenDay(deadline)}`
        : 'not yet three weeks of trouble with three contacts in them';
  const input = { ...sums, stage: standing.stage, gates: { ...gates, ample: true } };
  const row1 = TABLE.find((each) => each.row === row);
  return [early, ...(row1 === undefined ? [] : lackingFor(row1, input))];
}

const least = (what: string, is: number, takes: number): readonly string[] =>
  is >= takes ? [] : [`${what} is ${is}, it takes ${takes}`];

const exactly = (what: string, is: number, takes: number): readonly string[] =>
  is === takes ? [] : [`${what} is ${is}, it takes ${takes}`];

const most = (ours: number, allowed: number): readonly string[] =>
  ours <= allowed ? [] : [`yours is ${ours}, ${allowed} at most`];

const neither = (theirs: number, takes: number, economics: number): string =>
  `theirs is ${theirs}, it takes ${takes}; or economics, which is ${economics}, of 2`;
