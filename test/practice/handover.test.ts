import { describe, expect, test } from '@jest/globals';
import { handoverLines } from '../../src/export/handover-lines.ts';
import type { Entry, Recorded } from '../../src/journal/entry.ts';
import { type Handover, handoverOf } from '../../src/practice/handover.ts';
import { saidInPrivate } from '../../src/practice/said-in-private.ts';
import { dossierMarkdown } from '../../src/render/dossier-markdown.ts';
import { effortsFor } from '../../src/practice/efforts.ts';
import { handoverMarkdown } from '../../src/render/handover-markdown.ts';
import { handoverNote } from '../../src/render/handover-note.ts';
import { reviewOf } from '../../src/verdict/review.ts';
import { dayOf } from '../support/days.ts';
import { ONE_OF_EACH } from '../store/one-of-each.ts';

const asOf = dayOf('2024-03-10');
const SECRET = 'hush';
/** What a seller types freely; all else is a word of a closed list, a date or a number. */
const FREE = ['note', 'words', 'what', 'number', 'reason', 'text', 'answer', 'step', 'person'];
const LISTS = ['conditions', 'tags'];

/** The entry with the secret in every text it has. */
function telling(entry: Entry, index: number, isPrivate: boolean): Recorded {
  const fields = Object.entries(entry).map(([name, value]) => {
    if (name === 'private') return [name, isPrivate];
    if (name === 'conditions' && entry.type === 'conditions') return [name, value];
    if (LISTS.includes(name)) return [name, [SECRET]];
    return [name, FREE.includes(name) ? SECRET : name === 'blames' ? `other:${SECRET}` : value];
  });
  return { ...(Object.fromEntries(fields) as Entry), seq: index + 1 };
}

const journal = (isPrivate: boolean): readonly Recorded[] =>
  ONE_OF_EACH.filter(({ id }) => !id.startsWith('bare')).map((entry, index) =>
    telling(entry, index, isPrivate),
  );

const customer = { id: 'c', name: 'Acme', needs: ['speed'] };
const people = [{ customer: 'Acme', name: 'Dana', win: 'peace' }];

function handed(entries: readonly Recorded[]): Handover {
  const account = { customer, entries };
  const [review] = reviewOf([account], {}, asOf).customers;
  if (review === undefined) throw new Error('nothing to review');
  return handoverOf(review, people, saidInPrivate({ ...account, people }, []));
}

const passing = { from: 'Tom', to: 'Ann', on: asOf };

/** The page and the file, one behind the other. */
function both(handover: Handover): string {
  const { brief } = handover;
  const lines = handoverLines({
    customer: brief.review.relationship.customer,
    entries: brief.review.relationship.entries,
    people: handover.people,
    promises: brief.promises,
    brief: handoverNote(handover, passing),
    troubles: brief.troubles.map(({ kind }) => kind),
    from: 'Tom',
    on: asOf,
  });
  return handoverMarkdown(handover, passing) + lines.map((line) => JSON.stringify(line)).join('\n');
}

describe('what is private', () => {
  test('is handed over by no type of entry', () => {
    const handover = handed(journal(true));
    expect(both(handover)).not.toContain(SECRET);
    expect(both(handover)).not.toContain('private');
    // The history of this journal does not tell which needs and wins came with the private entries.
    expect(both(handover)).not.toMatch(/speed|peace/);
    expect(handover.withheld).toMatchObject({ promises: 1, needs: 1, wins: 1 });
  });

  test('would be found if it were handed over', () => {
    const text = both(handed(journal(false)));
    expect(text.split(SECRET).length).toBeGreaterThan(20);
    expect(text).toMatch(/speed[\s\S]*peace|peace[\s\S]*speed/);
  });

  test('is told by no dossier but one that was asked for it', () => {
    const dossier = (withPrivate: boolean): string => {
      const efforts = effortsFor(journal(true), asOf);
      return dossierMarkdown({ customer: 'Acme', asOf, efforts, withPrivate });
    };
    expect(dossier(false)).not.toContain(SECRET);
    expect(dossier(true)).toContain(SECRET);
  });
});

describe('a feeling', () => {
  const felt = journal(false).map((entry) => ({ ...entry, private: false }));

  test('is handed over neither as a number nor as a mood', () => {
    const { relationship } = handed(felt).brief.review;
    expect(relationship.entries.filter((entry) => 'feel' in entry)).toEqual([]);
    expect(both(handed(felt))).not.toMatch(/feeling|mood/);
  });
});

describe('what came on a card with a private entry', () => {
  const [spoke] = journal(true);
  const line = (needs: readonly string[]): string => JSON.stringify({ type: 'customer', needs });
  const change = (id: string, before: readonly string[], after: readonly string[]) => ({
    operations: [
      { kind: 'entry', subject: id, before: null, after: '{}' },
      { kind: 'customer', subject: 'c', before: line(before), after: line(after) },
    ],
  });

  test('is known by the change that wrote both', () => {
    const account = { customer, people, entries: spoke === undefined ? [] : [spoke] };
    const changes = [
      change('other', [], ['speed']),
      change('spoke', ['speed'], ['speed', 'quiet']),
    ];
    const said = saidInPrivate(account, changes);
    expect([...said.needs]).toEqual(['quiet']);
    expect([...said.wins]).toEqual([]);
  });
});
