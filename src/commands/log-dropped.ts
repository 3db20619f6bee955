import type { LogDraft } from '../grammar/log.ts';
import { isService } from '../journal/service.ts';
import type { Standing } from '../journal/stage.ts';
import { CONDITION_SIGNALS } from '../journal/vocabulary.ts';
import { openConditions } from '../practice/turn-points.ts';
import { quotedName } from '../render/quoted.ts';

/** What is to be known of a talk, a try or an offer after a drop. */
export function droppedNotices(
  customer: string,
  entry: LogDraft['entry'],
  standing: Standing,
): readonly string[] {
  const signals = entry.signals ?? [];
  const name = quotedName(customer);
  const open = openConditions(standing);
  const brought = open.filter((each) => signals.includes(CONDITION_SIGNALS[each]));
  const isOurs = entry.type !== 'heard' && entry.type !== 'work';
  return [
    `${customer} was dropped: service the account, no new business`,
    ...(isOurs && !isService(entry)
      ? ['the next step is theirs: unless this answers them, it counts as running after them']
      : []),
    ...(entry.next !== undefined && isOurs && !isService(entry)
      ? ['no reminder comes of it: after a drop there are none but for service']
      : []),
    ...(entry.type === 'heard' || entry.type === 'spoke' ? [doorWords(standing, name)] : []),
    ...(brought.length > 0 && !standing.once
      ? [`if they meant it: rel met ${name} ${brought.join(' ')}`]
      : []),
  ];
}

function doorWords(standing: Standing, name: string): string {
  const open = openConditions(standing);
  if (standing.once) return 'dropped twice: there is no further chance';
  return open.length === 0
    ? `all three conditions are met: rel return ${name}`
    : `open before any new business: ${open.join(', ')}`;
}
