import { type Day, spokenDay } from '../journal/days.ts';
import { counted } from '../journal/counted.ts';
import { type Page, sign } from './page.ts';
import { cut, pad, padStart, visible } from './visible.ts';

/** A backup as a list shows it. */
export interface ShownBackup {
  readonly name: string;
  readonly bytes: number;
  readonly entries: number | undefined;
  readonly lastDay: Day | undefined;
  /** What is wrong with it. */
  readonly problem: string | undefined;
}

const STEP = 1000;
const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** `118 kB`, `1.2 MB`. */
export function fileSize(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= STEP && unit < UNITS.length - 1) {
    size /= STEP;
    unit += 1;
  }
  return `${unit > 1 && size < 10 ? size.toFixed(1) : Math.round(size)} ${UNITS[unit] ?? ''}`;
}

const TITLES = ['Backup', 'Entries', 'Last entry', 'Size'] as const;

/** A line each, the newest first. @param best what `latest` means; undefined where none is sound */
export function backupsText(
  {
    journal,
    folder,
    backups,
    best,
  }: {
    readonly journal: string;
    readonly folder: string;
    readonly backups: readonly ShownBackup[];
    readonly best: string | undefined;
  },
  page: Page,
): string {
  if (backups.length === 0) return noBackupsText(journal);
  const rows = backups.map((each) => [
    each.name,
    each.entries === undefined ? '?' : String(each.entries),
    each.lastDay === undefined ? '' : spokenDay(each.lastDay),
    fileSize(each.bytes),
  ]);
  const widths = TITLES.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[], rest: string): string => {
    const [name = '', entries = '', day = '', size = ''] = cells;
    const [first = 0, second = 0, third = 0, fourth = 0] = widths;
    const text = `${pad(name, first)}  ${padStart(entries, second)}  ${pad(day, third)}  ${padStart(size, fourth)}`;
    const lead = `${text}  `;
    return `${text}${rest === '' ? '' : `  ${cut(rest, page.width - lead.length, sign(page).ellipsis)}`}`;
  };
  const lines = backups.map(({ problem }, at) => {
    const text = line(rows[at] ?? [], problem === undefined ? 'sound' : 'NOT SOUND');
    return problem === undefined ? text : page.paint('bad', text);
  });
  const wrong = backups.flatMap(({ name, problem }) =>
    problem === undefined ? [] : [`${name}: ${visible(problem)}`],
  );
  return [
    page.paint('strong', line(TITLES, '')),
    ...lines,
    ...wrong,
    '',
    `They lie in ${visible(folder)}`,
    best === undefined
      ? 'None of them is sound.'
      : `Put one back, and see first what that changes: rel restore ${best}`,
    '',
  ].join('\n');
}

const noBackupsText = (journal: string): string =>
  `There is no backup of ${visible(journal)}.\nrel makes one after the first change of a day. Make one now: rel backup\n`;

interface Entry {
  readonly number: number;
  readonly day: Day;
}

/** What would be different afterwards, a line each. */
export function differenceLines({
  missing,
  back,
  corrected,
  customers,
}: {
  readonly missing: readonly Entry[];
  readonly back: readonly Entry[];
  readonly corrected: number;
  readonly customers: readonly string[];
}): readonly string[] {
  const lines = [
    ...(missing.length === 0 ? [] : [`missing afterwards: ${entriesText(missing)}`]),
    ...(customers.length === 0 ? [] : [`missing afterwards: ${customersText(customers)}`]),
    ...(back.length === 0 ? [] : [`back again: ${entriesText(back)}`]),
    ...(corrected === 0
      ? []
      : [`as before their correction: ${counted(corrected, 'entry', 'entries')}`]),
  ];
  return lines.length === 0 ? ['the entries are the same'] : lines;
}

const MOST_NAMED = 3;

function customersText(names: readonly string[]): string {
  const named = names.slice(0, MOST_NAMED).map(visible).join(', ');
  const more = names.length - MOST_NAMED;
  return `${counted(names.length, 'customer')}: ${named}${more > 0 ? ` and ${more} more` : ''}`;
}

/** `3 entries: #4 #7 #8, of 18 Nov 2026 to 20 Nov 2026` */
function entriesText(entries: readonly Entry[]): string {
  const days = entries.map(({ day }) => day);
  const [first, last] = days.reduce(
    ([least, most], day) => [day < least ? day : least, day > most ? day : most],
    [days[0] ?? (0 as Day), days[0] ?? (0 as Day)],
  );
  const span = first === last ? spokenDay(first) : `${spokenDay(first)} to ${spokenDay(last)}`;
  return `${counted(entries.length, 'entry', 'entries')}: ${numbersText(entries)}, of ${span}`;
}

const MOST_RUNS = 4;

/** `#4 #7-#9`; of many the first runs. */
function numbersText(entries: readonly Entry[]): string {
  const runs: [number, number][] = [];
  for (const { number } of entries) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  const shown = runs
    .slice(0, MOST_RUNS)
    .map(([first, last]) => (first === last ? `#${first}` : `#${first}-#${last}`));
  return `${shown.join(' ')}${runs.length > MOST_RUNS ? ' and others' : ''}`;
}
