import type { Day } from '../journal/days.ts';
import { historyOf } from '../journal/history.ts';
import type { Standing } from '../journal/promises.ts';
import type { Store } from '../store/store.ts';

/** Where one customer stands: what a correction may change beside the entry itself. */
export interface Effect {
  readonly name: string;
  readonly stage: string;
  readonly theirs: string;
  readonly ours: string;
}

/** Where these customers stand now, by their ids; those that are not there are left out. */
export function effectsOf(
  store: Store,
  ids: Iterable<string>,
  today: Day,
): ReadonlyMap<string, Effect> {
  const effects = new Map<string, Effect>();
  const settings = store.settings();
  for (const id of new Set(ids)) {
    const stored = store.customerById(id);
    if (stored === undefined) continue;
    const entries = store.entriesOf(stored.key);
    const history = historyOf(
      { customer: stored.card, entries, settings, medianReturn: undefined },
      today,
    );
    effects.set(id, {
      name: stored.card.name,
      stage: history.standing.stage,
      theirs: record(history.theirPromises),
      ours: record(history.ourPromises),
    });
  }
  return effects;
}

function record(promises: readonly Standing[]): string {
  const settled = promises.filter(({ status }) => status !== 'open' && status !== 'waived');
  const kept = settled.filter(({ status }) => status === 'kept').length;
  return `${kept} of ${settled.length}`;
}

/** What became of stage and promises, a line each; what is as before is not mentioned. */
export function effectLines(
  before: ReadonlyMap<string, Effect>,
  after: ReadonlyMap<string, Effect>,
): readonly string[] {
  return [...after].flatMap(([id, { name, stage, theirs, ours }]) => {
    const was = before.get(id);
    if (was === undefined) return [];
    return [
      ...(was.stage === stage ? [] : [`${name} is ${stage}, was ${was.stage}`]),
      ...(was.theirs === theirs ? [] : [`${name} keeps ${theirs} promises, was ${was.theirs}`]),
      ...(was.ours === ours ? [] : [`you keep ${ours} promises to ${name}, was ${was.ours}`]),
    ];
  });
}
