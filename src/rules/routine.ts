import { among, isTwoWay, type Touch } from '../journal/entry.ts';
import type { Subject } from '../journal/vocabulary.ts';

/** Subjects that are about the business of the day, not about the customer. */
const ROUTINE: ReadonlySet<Subject> = new Set<Subject>(['order', 'price', 'admin']);

/** It has a subject, and none beyond order, price and admin. */
export function isRoutine({ about = [] }: { readonly about?: readonly Subject[] }): boolean {
  return about.length > 0 && about.every((subject) => ROUTINE.has(subject));
}

/** It has a subject beyond order, price and admin. */
export function isMoreThanRoutine({
  about = [],
}: {
  readonly about?: readonly Subject[];
}): boolean {
  return about.some((subject) => !ROUTINE.has(subject));
}

/** A talk of which was written down what it was about. */
export const hasSubject = among(
  isTwoWay,
  (entry): entry is Touch => isTwoWay(entry) && (entry.about ?? []).length > 0,
);
