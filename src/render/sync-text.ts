import { counted } from '../journal/counted.ts';

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
