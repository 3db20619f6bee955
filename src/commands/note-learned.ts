import { timestamp } from '../journal/clock.ts';
import type { World } from '../platform/world.ts';
import type { Writer } from '../store/writer.ts';

/** Records that something on a card was found out today, without a contact. Returns what was done, in one line. */
export function noteLearned(
  world: World,
  writer: Writer,
  customer: string,
  what: 'need' | 'win',
  note: string,
  person?: string,
): string {
  const { seq } = writer.addEntry({
    type: 'learned',
    customer,
    on: world.clock.today(),
    learned: [what],
    ...(person === undefined ? {} : { person }),
    note,
    recordedAt: timestamp(world.clock),
  });
  return `#${seq} learned their ${what}: ${note}`;
}
