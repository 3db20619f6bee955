import type { Day } from '../journal/days.ts';
import type { Customer, Person } from '../journal/entry.ts';
import { type EntryText, lineOfText } from '../journal/entry-text.ts';
import { day } from '../journal/fields.ts';
import { writeCustomer, writePerson } from '../journal/line.ts';

/** One step of the record of changes that was about somebody. */
interface SubjectStep {
  readonly seq: number;
  readonly kind: string;
  readonly number: number | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly change: { readonly at: string; readonly command: string; readonly device: string };
}

/** All that a journal holds about one customer or person. */
export interface Subject {
  readonly is: 'customer' | 'person';
  readonly name: string;
  /** With whom a person is. */
  readonly customer: string | null;
  readonly customers: readonly Customer[];
  readonly people: readonly Person[];
  /** In order of recording. */
  readonly entries: readonly EntryText[];
  /** In their order. */
  readonly steps: readonly SubjectStep[];
  readonly verdicts: readonly { readonly day: Day; readonly verdict: string }[];
  readonly mentions: readonly {
    readonly number: number | null;
    readonly customer: string;
    readonly text: string;
    readonly certain: boolean;
  }[];
}

/**
 * Everything about one customer or person as JSON Lines: first whose it is, then the cards and entries as the journal's
 * own export has them, then every earlier version with the command that was typed, the verdicts that reviews have
 * shown, and what is said of them elsewhere. The same journal gives the same bytes.
 */
export function* subjectOf(subject: Subject): Iterable<string> {
  const { is, name, customer } = subject;
  yield line({ type: 'subject', schema: 1, is, name, customer });
  for (const card of subject.customers) yield line(writeCustomer(card));
  for (const person of subject.people) yield line(writePerson(person));
  for (const entry of subject.entries) yield `${lineOfText(entry)}\n`;
  for (const { kind, number, before, after, change } of subject.steps) {
    const { at, command, device } = change;
    const versions = { before: parsed(before), after: parsed(after) };
    yield line({ type: 'operation', at, command, device, kind, number, ...versions });
  }
  for (const shown of subject.verdicts)
    yield line({ type: 'review', on: day.write(shown.day), verdict: shown.verdict });
  for (const mention of subject.mentions) {
    const { number, text, certain } = mention;
    yield line({ type: 'mention', number, customer: mention.customer, text, certain });
  }
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;

const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
