import type { LeftOutFor } from '../import/sorted-lines.ts';
import { counted } from '../journal/counted.ts';
import type { World } from '../platform/world.ts';
import { visible } from '../render/visible.ts';
import type { Imported } from './import-lines.ts';

interface Told {
  readonly json?: boolean;
  readonly dryRun?: boolean;
  readonly leftOut: readonly LeftOutFor[];
  /** What the reader has to say. */
  readonly said?: readonly string[] | undefined;
}

/** What came in, what was here, what was left out and why. */
export function tellImport(world: World, imported: Imported, told: Told): void {
  const { customers, people, entries } = imported;
  const notices = [
    ...(told.said ?? []),
    ...imported.notices,
    ...customers.notices,
    ...people.notices,
    ...entries.notices,
  ];
  const { dryRun = false, leftOut } = told;
  if (told.json === true) {
    const counts = Object.fromEntries(
      Object.entries({ customers, people, entries }).map(([name, { added, already }]) => [
        name,
        { added, already },
      ]),
    );
    world.print(`${JSON.stringify({ schema: 1, ...counts, notices, leftOut, dryRun })}\n`);
    return;
  }
  const already = customers.already + people.already + entries.already;
  const came = `${counted(customers.added, 'customer')}, ${counted(people.added, 'person', 'people')}, ${counted(entries.added, 'entry', 'entries')}`;
  world.print(
    [
      `${dryRun ? 'would import' : 'imported'} ${came}; ${already} here already`,
      ...leftOut.map(leftOutText),
      ...(dryRun ? ['nothing was written'] : []),
    ]
      .map((line) => `${line}\n`)
      .join(''),
  );
  for (const notice of notices) world.tell(`rel: ${notice}`);
}

function leftOutText({ why, count, lines }: LeftOutFor): string {
  const places = `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
  return `left out ${count}: ${visible(why)} (${places}${count > lines.length ? ', …' : ''})`;
}
