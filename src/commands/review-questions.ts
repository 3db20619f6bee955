import { readDate } from '../grammar/dates.ts';
import { withoutPrivate } from '../grammar/private-word.ts';
import type { Day } from '../journal/days.ts';
import { readText } from '../journal/fields.ts';
import { type Verdict, VERDICTS } from '../journal/vocabulary.ts';
import type { Asker, Choice } from '../platform/asker.ts';

/** What the seller decides. */
export interface Said {
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly private?: true;
  readonly until?: Day;
}

/** What else may be answered than a verdict. */
const ACCEPT = 'accept';
export const [OVERRIDE, LATER, STOP] = ['override', 'later', 'stop'] as const;
const LATER_OR_STOP: readonly Choice[] = [
  { key: 'l', value: LATER, says: 'later' },
  { key: 's', value: STOP, says: 'stop here' },
];
const KEYS: Readonly<Record<Verdict, string>> = { KEEP: 'k', FIX: 'f', REBUILD: 'r', DROP: 'd' };
const USUAL_END = 'in 3 months';
const NO_END = '-';

/** Whether the seller agrees with the computed verdict. */
export const agreement = (ask: Asker, place: string, computed: Verdict): Promise<string> =>
  ask.key({ message: `${place}: ${computed}?`, choices: CHOICES, usual: LATER });

const CHOICES: readonly Choice[] = [
  { key: 'a', value: ACCEPT, says: 'accept' },
  { key: 'o', value: OVERRIDE, says: 'override' },
  ...LATER_OR_STOP,
];

export const verdictOf = (answer: string): Verdict | undefined =>
  VERDICTS.find((each) => each === answer);

const verdictChoices = (verdicts: readonly Verdict[]): readonly Choice[] =>
  verdicts.map((verdict) => ({ key: KEYS[verdict], value: verdict, says: verdict }));

export const ownVerdict = (ask: Asker, place: string): Promise<string> =>
  ask.key({
    message: `${place}: what do you say?`,
    choices: [...verdictChoices(VERDICTS), ...LATER_OR_STOP],
    usual: LATER,
  });

/** There is no usual one: Enter must not decide. */
export const otherVerdict = (ask: Asker, computed: Verdict): Promise<string> =>
  ask.key({
    message: 'What do you say?',
    choices: verdictChoices(VERDICTS.filter((each) => each !== computed)),
    usual: '',
  });

export async function reasoned(ask: Asker, today: Day, verdict: Verdict): Promise<Said> {
  const reason = await ask.text({
    message: 'Why? (Enter: not said)',
    check: (text) =>
      readText(text) === undefined ? 'type it without control characters' : undefined,
  });
  const end = await ask.text({
    message: `Until when? (${NO_END} for no end)`,
    usual: USUAL_END,
    check: (text) => endProblem(text, today),
  });
  const until = end.trim() === NO_END ? undefined : readDate(end, today, 'future');
  const { text, isPrivate } = withoutPrivate(reason.trim().normalize('NFC'));
  return {
    verdict,
    ...(text === '' ? {} : { reason: text }),
    ...(isPrivate ? { private: true } : {}),
    ...(until === undefined ? {} : { until }),
  };
}

function endProblem(text: string, today: Day): string | undefined {
  if (text.trim() === NO_END) return undefined;
  const day = readDate(text, today, 'future');
  if (day === undefined) return 'type a date: fri, 3 nov, in 2 weeks …';
  return day < today ? 'type a day that is still to come' : undefined;
}
