import type { SortedLines } from '../import/sorted-lines.ts';
import { lineOfText } from '../journal/entry-text.ts';
import { RelError } from '../journal/error.ts';
import { writeCustomer, writePerson, writeSettings } from '../journal/line.ts';
import type { World } from '../platform/world.ts';
import { type Past, pastOf, restorePast } from '../store/restore-past.ts';
import { changesTold } from '../sync/past-lines.ts';
import { countedBy } from './counting.ts';
import type { Importing } from './import-apply.ts';
import type { Imported } from './import-lines.ts';
import type { Taken } from './import-taken.ts';
import { readingFrom, waiting } from './opening.ts';

/**
 * Makes a journal with all its history, where the file brings that along. Undefined where it brings none, or where the
 * journal knows all of it already: then its lines are imported as any others.
 * @param isTrial nothing is written
 */
export function importPast(
  world: World,
  { db, lines }: Pick<Importing, 'db' | 'lines'>,
  isTrial: boolean,
): Imported | undefined {
  const past = pastIn(lines);
  if (past === undefined || isKnown(world, db, past)) return undefined;
  const { clock } = world;
  const options = { clock, onWait: waiting(world), counted: countedBy(world) };
  restorePast(world.journalPath(db), options, past, heldIn(lines), isTrial);
  return {
    customers: all(lines.customers.length),
    people: all(lines.people.length),
    entries: all(lines.entryCount),
    notices: [],
  };
}

const all = (added: number): Taken => ({ added, already: 0, notices: [] });

function pastIn({ past }: SortedLines): Past | undefined {
  if (past.length === 0) return undefined;
  const changes = changesTold(
    past.flatMap((each) =>
      each.is === 'operation' ? [{ ...each.operation, line: each.line }] : [],
    ),
  );
  if ('problem' in changes)
    throw new RelError(
      'usage',
      `line ${changes.line}: operation: ${changes.problem}`,
      'nothing was imported; export it anew, or leave out the lines of type operation and review',
    );
  const reviews = past.flatMap((each) =>
    each.is === 'review'
      ? [{ day: each.review.on, at: each.review.at, verdicts: each.review.verdicts }]
      : [],
  );
  return { changes, reviews };
}

function isKnown(world: World, db: string | undefined, { changes }: Past): boolean {
  const own = readingFrom(world, db, (store) => store?.readBy(pastOf).changes ?? []);
  const known = new Set(own.map(({ id }) => id));
  return known.size > 0 && changes.every(({ id }) => known.has(id));
}

function heldIn({ settings, customers, people, entries }: SortedLines): Map<string, string> {
  const held = new Map<string, string>();
  for (const each of settings) held.set('settings', JSON.stringify(writeSettings(each.settings)));
  for (const { customer } of customers)
    held.set(`customer ${customer.id ?? ''}`, JSON.stringify(writeCustomer(customer)));
  for (const { person } of people)
    held.set(`person ${person.id ?? ''}`, JSON.stringify(writePerson(person)));
  for (const entry of entries) held.set(`entry ${entry.id}`, lineOfText(entry));
  return held;
}
