import { counted } from '../journal/counted.ts';
import { quotedName } from './quoted.ts';

/** What became of the changes, as the store tells it. */
interface ShownNotices {
  readonly notices: readonly ShownNotice[];
  readonly renumbered: number;
  readonly isNewDevice: boolean;
}

interface Called {
  readonly kind: 'settings' | 'customer' | 'person' | 'entry';
  readonly name: string | null;
  readonly number: number | null;
}

type ShownNotice =
  | (Called & { readonly is: 'joined' })
  | (Called & { readonly is: 'kept' })
  | (Called & {
      readonly is: 'conflict';
      readonly field: string | null;
      readonly kept: string | null;
      readonly other: string | null;
    });

/** One thing to tell, and what to do about it where there is something. */
type Told = readonly [what: string, next?: string];

export function toldNotices({ notices, renumbered, isNewDevice }: ShownNotices): readonly Told[] {
  const told = notices.map(toldNotice);
  if (renumbered > 0) told.push(otherNumbers(renumbered));
  if (isNewDevice)
    told.push([
      'this journal was restored, or is a copy: it counts as a device of its own now',
      'what it did before can no longer be undone; rel edit and rel delete work as ever',
    ]);
  return told;
}

const otherNumbers = (count: number): Told => [
  `${counted(count, 'entry has', 'entries have')} another number now, in the order of all devices`,
  'they are in: rel show CUSTOMER',
];

function toldNotice(notice: ShownNotice): Told {
  const called = calledBy(notice);
  if (notice.is === 'joined')
    return [`${called} was made on two devices, and is one ${notice.kind} now`];
  if (notice.is === 'kept')
    return [`${called} was deleted on one device, but another one needs it: it stays`];
  const { field, kept, other } = notice;
  if (field !== null)
    return [
      `${called}, changed on two devices: ${field} is ${shown(kept)} now, and not ${shown(other)}`,
      `the later one stands; to change it: ${remedy(notice)}`,
    ];
  return kept === null
    ? [
        `${called} was changed on one device and then deleted on another: it is gone`,
        `what it said last: ${last(notice)}`,
      ]
    : [`${called} was deleted on one device and then changed on another: it stays`];
}

function calledBy({ kind, name, number }: Called): string {
  if (kind === 'settings') return 'the settings';
  return number === null ? (name ?? kind) : `#${number} (${name ?? kind})`;
}

/** A text without its quotes. */
function shown(value: string | null): string {
  if (value === null) return 'nothing';
  const read: unknown = JSON.parse(value);
  return typeof read === 'string' ? read : value;
}

function remedy({ kind, name, number }: Called): string {
  if (kind === 'settings') return 'rel config';
  if (number !== null) return `rel edit ${number}`;
  return `rel edit ${quotedName(name ?? '')}`;
}

const last = ({ name, number }: Called): string =>
  number === null ? `rel history ${quotedName(name ?? '')}` : `rel history ${number}`;

interface ShownRemark {
  readonly file: string;
  readonly is: 'cut' | 'newer' | 'waits' | 'ahead';
  readonly line: number;
  readonly days: number | null;
}

/** For each file and reason: what of it was not taken, and what to do. */
export function toldRemarks(remarks: readonly ShownRemark[]): readonly Told[] {
  const first = new Map<string, ShownRemark>();
  for (const remark of remarks) {
    const key = `${remark.file} ${remark.is}`;
    first.set(key, first.get(key) ?? remark);
  }
  return [...first.values()].map(toldRemark);
}

function toldRemark({ file, is, line, days }: ShownRemark): Told {
  const from = `${file}, from line ${line} on, was not taken`;
  switch (is) {
    case 'cut':
      return [`${from}: cut short, or changed`, 'wait until all of it is here, then sync again'];
    case 'newer':
      return [`${from}: a newer rel wrote it`, 'update rel on this device'];
    case 'waits':
      return [
        `${from}: it builds on a file that is not here yet`,
        'wait until all files are here, then sync again',
      ];
    case 'ahead':
      return [
        `${from}: the clock of that device was ${counted(days ?? 0, 'day')} ahead`,
        'set that clock right; this comes when the day has come',
      ];
  }
}

/** Where the clock of this device was wrong itself. */
export const CLOCK_AHEAD: Told = [
  'the clock of this device was more than a day ahead when some of this was recorded',
  'other devices take that in when the day has come',
];
