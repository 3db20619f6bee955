import type { Lesson } from '../../practice/lessons.ts';
import type { Reasoning } from '../../practice/reasoning.ts';
import { endLines } from '../end-of-business-text.ts';
import { isFinding, numbersOf } from '../finding-text.ts';
import { freedLines } from '../freed-text.ts';
import { lessonsText } from '../lessons-text.ts';
import { whyDetails } from '../why-details.ts';
import { changeLines, verdictWords } from '../why-text.ts';
import { WIDE_PAGE } from './told.tsx';

/** How it ended or would end, and what would bring another verdict. */
export const outlookLines = ({ changes, ended, freed }: Reasoning): readonly string[] => [
  ...endLines(ended, WIDE_PAGE),
  ...changeLines({ changes }, WIDE_PAGE),
  ...(freed === undefined ? [] : freedLines(freed, WIDE_PAGE)),
];

/** All the rest of the reasoning. @param privately with feelings, and what is private of lessons */
export function behindLines(
  reasoning: Reasoning,
  lessons: readonly Lesson[],
  privately: boolean,
): readonly string[] {
  const shown = privately ? reasoning : withoutFeelings(reasoning);
  const learned = lessons.filter((each) => privately || each.private !== true);
  return [
    WIDE_PAGE.paint('strong', 'The verdict'),
    ...verdictWords(shown).map((line) => `  ${line}`),
    ...whyDetails(shown, numbersOf(shown.review.relationship), WIDE_PAGE),
    ...lessonsText(learned, WIDE_PAGE).split('\n'),
  ];
}

/** Without what the rule that looks at feelings found, and without their course. */
function withoutFeelings(reasoning: Reasoning): Reasoning {
  const { feeling, rules } = reasoning;
  return {
    ...reasoning,
    rules: rules.filter(({ judged }) => judged.rule.name !== 'toll' || !isFinding(judged)),
    feeling: {
      ...feeling,
      now: { ...feeling.now, mean: null },
      before: { ...feeling.before, mean: null },
    },
  };
}
