import type { ForgetCounts } from '../render/forget-text.ts';
import type { Outlook } from '../store/forget.ts';
import type { ForgetChoice } from './forget-ask.ts';
import type { NamedSubject } from './forget-subject.ts';

/** What was done in the end. */
export interface ForgetDone extends ForgetChoice {
  /** The backups that were written anew. */
  readonly rewritten: readonly string[];
}

/** What there is of somebody, in numbers. */
export function countsOf({ plan, backups }: Outlook): ForgetCounts {
  const { identity, gone, reworded } = plan;
  const isPerson = identity.is === 'person';
  return {
    entries: gone.entries.length,
    promises: gone.entries.filter(({ type }) => type === 'promise').length,
    kept: isPerson ? reworded.entries.length : 0,
    people: gone.people.length,
    operations: gone.operations.length + (isPerson ? reworded.operations.length : 0),
    reviews: gone.verdicts.length,
    backups: backups.length,
  };
}

/** The answer for programs; before anything is done, what would be. */
export function forgetJson(
  { whom, name, customer }: NamedSubject,
  { mentions, backups }: Outlook,
  counts: ForgetCounts,
  done: ForgetDone | undefined,
) {
  return {
    schema: 1,
    finished: done !== undefined,
    forgotten: { is: whom.is, name, customer },
    export: done?.file ?? null,
    counts,
    backups,
    rewritten: done?.rewritten ?? [],
    mentionsReplaced: done?.mentions ?? false,
    mentions,
  };
}
