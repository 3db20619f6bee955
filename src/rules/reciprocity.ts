import { counted } from '../journal/counted.ts';
import { signalled } from './advice.ts';
import { tellsConduct } from '../journal/conduct.ts';
import { among, isOccasion, type Occasion } from '../journal/entry.ts';
import { type History, lately } from '../journal/history.ts';
import { SIZES, type Size } from '../journal/vocabulary.ts';
import { limitsOf } from './limits.ts';
import { defineRule, finding, notEnough, worst, percent, surelyLess } from './rule.ts';
import { wilson } from './statistics.ts';

const NAME = 'reciprocity';
const THRESHOLDS = { favours: 5, horizonDays: 365, warnBelow: 0.5, seriousBelow: 0.25 };

export default defineRule({
  name: NAME,
  side: 'theirs',
  family: 'mutuality',
  holds: true,
  asks: 'Do they give anything back?',
  source: 'firing-your-customer: "No soup for you"',
  formula:
    'Favours of a year, five or more, where they gave no more than we did at any size: warn if we can be 95 % sure that less than half came from them, serious below a quarter.',
  thresholds: THRESHOLDS,
  why: 'Favours have no currency, so none is invented: they are compared size by size (small and up, medium and up, large), and only a customer who gave less or the same at every size is called one-sided.',
  advice: [
    {
      say: 'Ask for something of equal worth before you say yes again.',
      words: 'I am glad to do that. Would you in turn put in a word for me with your neighbour?',
      command: 'log call :confronted',
      taken: signalled('confronted', 90),
    },
    {
      say: 'You asked: the next favour has a price.',
      words: 'I cannot do that for nothing any more. I can do it for this much.',
      command: 'log call :price',
    },
  ],
  limits: ({ favours, warnBelow, seriousBelow }) => ({
    2: `of ${favours} favours or more, theirs not more at any size, and surely fewer than ${percent(warnBelow)}`,
    3: `surely fewer than ${percent(seriousBelow)}`,
  }),
  measured: ({ gave = 0, got = 0, upper }) =>
    upper === undefined
      ? `${gave} from us, ${got} from them`
      : `${got} of ${gave + got} from them: ${surelyLess(upper)}`,
  ofYourself: 'Did you ever ask for something, or only give?',
  falseAlarm:
    'Their gifts go unlogged: a referral, a warning, a quick decision are `got:s` to `got:l`.',
  examples: {
    flagged: {
      asOf: '2026-06-30',
      level: 2,
      lines: `
        {"type":"work","on":"2026-02-02","gave":["m"]}
        {"type":"work","on":"2026-03-02","gave":["s"]}
        {"type":"work","on":"2026-04-01","gave":["m"]}
        {"type":"spoke","on":"2026-05-04","gave":["l"]}
        {"type":"work","on":"2026-06-01","gave":["s"]}`,
    },
    clean: {
      asOf: '2026-06-30',
      lines: `
        {"type":"work","on":"2026-02-02","gave":["m"]}
        {"type":"work","on":"2026-03-02","gave":["s"]}
        {"type":"work","on":"2026-04-01","gave":["m"]}
        {"type":"heard","on":"2026-05-04","got":["l"]}
        {"type":"work","on":"2026-06-01","gave":["s"]}`,
    },
  },
  check(history, limits) {
    const { favours, gave, got } = favoursOf(history);
    const all = gave.length + got.length;
    if (all < limits.favours) {
      return notEnough(() => ({
        message: `${counted(all, 'favour')} in a year; ${limits.favours} are needed`,
        numbers: { gave: gave.length, got: got.length },
      }));
    }
    const dominated = SIZES.every((size) => atLeast(got, size) <= atLeast(gave, size));
    const { upper } = wilson(got.length, all);
    return finding(
      worst({
        2: dominated && upper < limits.warnBelow,
        3: dominated && upper < limits.seriousBelow,
      }),
      () => ({
        message: `${counted(gave.length, 'favour')} from us, ${got.length} from them in a year`,
        evidence: favours,
        numbers: { gave: gave.length, got: got.length, upper },
      }),
    );
  },
});

/** Favours, each with its size. */
interface Favours {
  /** With a favour of either side, in Order. */
  readonly favours: readonly Occasion[];
  readonly gave: readonly Size[];
  readonly got: readonly Size[];
}

/** The favours of as long as the rule looks back, since the last new start. */
export function favoursOf({ asOf, fresh, settings }: History): Favours {
  const { horizonDays } = limitsOf({ name: NAME, thresholds: THRESHOLDS }, settings);
  const favours = lately(fresh.of(isFavour), asOf, horizonDays);
  return {
    favours,
    gave: favours.flatMap((entry) => entry.gave ?? []),
    got: favours.flatMap((entry) => entry.got ?? []),
  };
}

const isFavour = among(
  tellsConduct,
  (entry): entry is Occasion =>
    isOccasion(entry) && (entry.gave ?? []).length + (entry.got ?? []).length > 0,
);

const atLeast = (favours: readonly Size[], size: Size): number =>
  favours.filter((favour) => SIZES.indexOf(favour) >= SIZES.indexOf(size)).length;
