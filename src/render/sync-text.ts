import { counted } from '../journal/counted.ts';
import { quotedName } from './quoted.ts';

/** As far as an answer tells of it. */
interface ShownChange {
  readonly device: string;
  readonly operations: readonly {
    readonly kind: 'settings' | 'customer' | 'person' | 'entry';
    readonly subject: string;
  }[];
}

interface ShownSync {
  readonly fresh: readonly ShownChange[];
  readonly written: readonly ShownChange[];
  readonly device: string;
  readonly isTrial: boolean;
}

/** What came and what went. */
export function syncText({ fresh, written, device, isTrial }: ShownSync): string {
  const verb = isTrial ? 'would come' : 'came';
  const came = fresh.length === 0 ? 'nothing new' : whatOf(fresh);
  const away = isTrial ? 'would go' : 'went';
  const others = written.filter((change) => change.device !== device).length;
  const also =
    others > 0 ? `, ${others} of them of other devices, which no file of the folder had` : '';
  const went = written.length === 0 ? 'nothing new' : `${whatOf(written)}${also}`;
  return `${verb}: ${came}\n${away}: ${went}\n`;
}

const WORDS = {
  entry: ['entry', 'entries'],
  customer: ['customer', 'customers'],
  person: ['person', 'people'],
  settings: ['settings', 'settings'],
} as const;

/** `3 changes (2 entries, 1 customer)` */
function whatOf(changes: readonly ShownChange[]): string {
  const kinds = (['entry', 'customer', 'person', 'settings'] as const).flatMap((kind) => {
    const subjects = new Set(
      changes.flatMap(({ operations }) =>
        operations.filter((each) => each.kind === kind).map(({ subject }) => subject),
      ),
    );
    if (subjects.size === 0) return [];
    const [one, many] = WORDS[kind];
    return [kind === 'settings' ? one : counted(subjects.size, one, many)];
  });
  const about = kinds.length === 0 ? '' : ` (${kinds.join(', ')})`;
  return `${counted(changes.length, 'change')}${about}`;
}

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

export function noticeLines({ notices, renumbered, isNewDevice }: ShownNotices): readonly string[] {
  return [
    ...notices.map(noticeLine),
    ...(renumbered === 0
      ? []
      : [
          `${counted(renumbered, 'entry has', 'entries have')} another number now: numbers follow the order in which all devices recorded; rel show CUSTOMER lists them`,
        ]),
    ...(isNewDevice
      ? [
          'this journal is a copy, or was restored: it goes on as a device of its own, and what it did before cannot be undone any more',
        ]
      : []),
  ];
}

function noticeLine(notice: ShownNotice): string {
  const called = calledBy(notice);
  if (notice.is === 'joined')
    return `${called} was made on two devices, and is one ${notice.kind} now`;
  if (notice.is === 'kept')
    return `${called} was deleted on one device, and stays: something on another device belongs to it`;
  const { field, kept, other } = notice;
  if (field !== null)
    return `${called}: two devices changed ${field}; ${shown(kept)} stands, as the later one, and ${shown(other)} does not; to take that: ${remedy(notice)}`;
  return kept === null
    ? `${called} was changed on one device and deleted later on another: it is gone; its last words: ${last(notice)}`
    : `${called} was deleted on one device and changed later on another: it stays`;
}

function calledBy({ kind, name, number }: Called): string {
  if (kind === 'settings') return 'the settings';
  return number === null ? (name ?? kind) : `#${number} (${name ?? kind})`;
}

const shown = (value: string | null): string => value ?? 'nothing';

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

/** One line a file and reason: what of it was not taken, and what to do. */
export function remarkLines(remarks: readonly ShownRemark[]): readonly string[] {
  const seen = new Set<string>();
  return remarks.flatMap((remark) => {
    const key = `${remark.file} ${remark.is}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [remarkLine(remark)];
  });
}

function remarkLine({ file, is, line, days }: ShownRemark): string {
  const from = `${file}, from line ${line} on`;
  switch (is) {
    case 'cut':
      return `${from}: cut short or changed, so that was not taken; wait until all of it is here, then sync again`;
    case 'newer':
      return `${from}: a newer rel wrote it; update rel on this device`;
    case 'waits':
      return `${from}: it builds on another device's file that is not here yet; sync again when it is`;
    case 'ahead':
      return `${from}: the clock of that device was ${counted(days ?? 0, 'day')} ahead, so that was not taken; set that clock, and it comes when the day has come`;
  }
}
