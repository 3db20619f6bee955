import type { Day } from '../journal/days.ts';
import { ofTypes } from '../journal/entry.ts';
import type { History } from '../journal/history.ts';
import { type CustomerReview, severity } from './review.ts';

/** More are told by `rel why`. */
const MOST = 2;
const WARN = 2;

/** What was learned from a customer, apart from all their other entries. */
export interface Lesson {
  readonly entry: string;
  readonly number: number;
  readonly customer: string;
  readonly on: Day;
  readonly rule: string;
  readonly text: string;
}

/** A lesson, and to whom it applies now. */
export interface Retold extends Lesson {
  readonly at: readonly string[];
}

/** Private ones are left to `rel why`. */
export const lessonsIn = ({ ever }: History): readonly Lesson[] =>
  ever
    .of(isLesson)
    .flatMap(({ id, seq, customer, on, rule, text, private: isPrivate }) =>
      rule === undefined || isPrivate === true
        ? []
        : [{ entry: id, number: seq, customer, on, rule, text }],
    );

const isLesson = ofTypes('lesson');

/** The rules that count against somebody, where the verdict has just become worse. */
export function worseBy({ judgement, previous }: CustomerReview): readonly string[] {
  if (previous === null || severity(judgement.verdict) <= severity(previous)) return [];
  return judgement.rules
    .filter(({ level }) => (level ?? 0) >= WARN)
    .map(({ rule: { name } }) => name);
}

/** The newest lessons that apply to somebody else than whom they were learned from. */
export const retold = (
  lessons: readonly Lesson[],
  worse: readonly { readonly customer: string; readonly rules: readonly string[] }[],
): readonly Retold[] =>
  lessons
    .map((lesson) => ({
      ...lesson,
      at: worse
        .filter(
          ({ customer, rules }) => customer !== lesson.customer && rules.includes(lesson.rule),
        )
        .map(({ customer }) => customer),
    }))
    .filter(({ at }) => at.length > 0)
    .sort((a, b) => b.on - a.on || b.number - a.number)
    .slice(0, MOST);
