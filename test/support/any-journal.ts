import fc from 'fast-check';
import { ago, type Line } from './lines.ts';

/** Days at which some rule or window turns. */
const EDGES = [
  0, 1, 2, 3, 6, 7, 8, 13, 14, 15, 20, 21, 22, 27, 28, 29, 30, 31, 42, 48, 49, 56, 63, 90, 91, 97,
  180, 187, 201, 364, 365, 366, 372, 379, 386, 393, 729, 730, 731, 737, 744, 751, 758,
];

const daysAgo = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 70 }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 400 }) },
  { weight: 2, arbitrary: fc.integer({ min: -25, max: 900 }) },
  { weight: 2, arbitrary: fc.constantFrom(...EDGES) },
);

/** Left out so many times as often as given. */
const seldom = <T>(value: fc.Arbitrary<T>, leftOut = 5): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: leftOut, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const flag = seldom(fc.constant(true), 4);
const money = fc.oneof(
  fc.integer({ min: 0, max: 4000 }),
  fc.constantFrom(0, 0.1, 0.2, 99.95, 60_000, 60_000),
);
const sizes = (maxLength: number) => fc.array(fc.constantFrom('s', 'm', 'l'), { maxLength });
const subjects = fc.subarray(
  ['need', 'personal', 'problem', 'delivery', 'price', 'order', 'admin', 'review'],
  { maxLength: 3 },
);

const occasionFields = {
  person: seldom(fc.constantFrom('Dana', 'Ivo'), 2),
  about: seldom(fc.oneof(subjects, fc.constantFrom(['price'], ['order'], ['price', 'order'])), 2),
  minutes: seldom(fc.oneof(fc.integer({ min: 0, max: 900 }), fc.constantFrom(0.1, 7.3)), 2),
  feel: seldom(fc.integer({ min: -2, max: 2 }), 3),
  fault: seldom(fc.constantFrom('us', 'them', 'both', 'outside', 'unknown'), 1),
  harm: seldom(fc.integer({ min: 1, max: 3 })),
  blames: seldom(
    fc.constantFrom('us', 'them', 'both', 'nobody', 'other:Brill', 'other:Cobalt', 'other:Dune'),
    3,
  ),
  weBlame: seldom(fc.constantFrom('us', 'them', 'nobody')),
  gave: seldom(sizes(4), 3),
  got: seldom(sizes(2), 3),
  conceded: flag,
  rude: flag,
  learned: seldom(fc.subarray(['need', 'win'])),
  asked: flag,
};
const talk = fc.record({
  type: fc.constantFrom('spoke', 'spoke', 'tried', 'tried', 'tried', 'heard', 'sent'),
  channel: fc.constantFrom('call', 'email', 'text', 'visit', 'meeting', 'other', undefined),
  ...occasionFields,
});
const work = fc.record({ type: fc.constant('work'), ...occasionFields });
/** What is drawn for one entry; numbers of days and references are made good when it is written down. */
interface Drawn {
  readonly type: string;
  readonly fromAgo?: number;
  readonly days?: number;
  readonly dueAgo?: number | undefined;
  readonly deadlineAgo?: number | undefined;
  readonly untilAgo?: number | undefined;
  readonly renewsAgo?: number;
  readonly refersTo?: number;
}
const type = (...types: string[]) => ({ type: fc.constantFrom(...types) });
const span = fc.record({
  ...type('away', 'hardship'),
  fromAgo: daysAgo,
  days: fc.integer({ min: 0, max: 40 }),
});
const promise = fc.record({
  ...type('promise'),
  by: fc.constantFrom('us', 'them', 'them'),
  kind: fc.constantFrom('task', 'payment', undefined),
  what: seldom(fc.constant('send the drawings'), 2),
  amount: seldom(money, 2),
  dueAgo: daysAgo,
});
const reference = { refersTo: fc.nat() };
const resolution = fc.record({
  ...type('done', 'done', 'broken', 'waived', 'accept'),
  ...reference,
});
const move = fc.record({
  ...type('moved'),
  ...reference,
  dueAgo: daysAgo,
  agreed: seldom(fc.boolean(), 1),
});
const payment = fc.record({ ...type('paid'), ...reference, amount: money });
const turn = fc.record(type('won', 'lost', 'met', 'drop', 'return', 'refuse'));
const dealbreaker = fc.record({ ...type('heard'), dealbreaker: fc.constant(true) });
const notice = fc.record({ ...type('notice'), deadlineAgo: seldom(daysAgo, 1) });
const conditions = fc.record({
  ...type('conditions'),
  conditions: fc.subarray(['apology', 'explanation', 'assurance'], { minLength: 1 }),
});
const income = fc.record({ ...type('income', 'won'), amount: money });
const renewal = fc.record({ ...type('renewal'), renewsAgo: fc.integer({ min: -260, max: 20 }) });
const rest = fc.oneof(
  fc.record({ ...type('learned'), learned: fc.subarray(['need', 'win'], { minLength: 1 }) }),
  fc.record({ ...type('change'), kind: fc.constant('acquired') }),
  fc.record({ ...type('step'), step: fc.constant('one') }),
  fc.record({
    ...type('decision'),
    verdict: fc.constantFrom('KEEP', 'DROP'),
    untilAgo: seldom(daysAgo, 1),
  }),
  fc.record({ ...type('lesson'), text: fc.constant('ask sooner') }),
  fc.record({ ...type('read') }),
  fc.record({ ...type('intent'), what: fc.constant('drop') }),
  fc.record({ ...type('mood'), feel: fc.integer({ min: -2, max: 2 }) }),
);
const what: fc.Arbitrary<Drawn> = fc.oneof(
  { weight: 24, arbitrary: talk },
  { weight: 2, arbitrary: work },
  { weight: 4, arbitrary: promise },
  { weight: 4, arbitrary: resolution },
  { weight: 2, arbitrary: move },
  { weight: 1, arbitrary: payment },
  { weight: 1, arbitrary: span },
  { weight: 1, arbitrary: income },
  { weight: 1, arbitrary: renewal },
  { weight: 1, arbitrary: rest },
);
const entry = fc.record({ daysAgo, what });
/** Talks that go well: nothing is wrong with a customer who has only these. */
const calm = fc.record({
  daysAgo: fc.integer({ min: 0, max: 300 }),
  what: fc.record({
    ...type('spoke', 'heard'),
    about: fc.constantFrom(['need'], ['personal'], ['order', 'review']),
    learned: fc.constantFrom(['need', 'win'], ['need'], undefined),
  }),
});

/** What follows upon what between the two sides, so that every stage is reached. */
const PATHS = [
  ['won'],
  ['won'],
  ['won', 'lost'],
  ['won', 'lost', 'won'],
  ['won', 'lost', 'refuse'],
  ['won', 'notice'],
  ['won', 'notice', 'met'],
  ['won', 'notice', 'drop'],
  ['drop', 'conditions', 'conditions'],
  ['drop', 'conditions', 'return'],
  ['drop', 'return', 'drop', 'conditions'],
];
const turnOf = (word: string): fc.Arbitrary<Drawn> => {
  if (word === 'notice') return notice;
  return word === 'conditions' ? conditions : fc.record(type(word));
};
const path: fc.Arbitrary<readonly { readonly daysAgo: number; readonly what: Drawn }[]> = fc
  .constantFrom(...PATHS)
  .chain((words) =>
    fc.tuple(
      fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 800 })),
      fc.integer({ min: 0, max: 90 }),
      fc.tuple(...words.map(turnOf)),
    ),
  )
  .map(([first, step, turns]) =>
    turns.map((what, index) => ({ daysAgo: first + (turns.length - 1 - index) * step, what })),
  );

/** A regular stretch: the same kind of day in, day out, which alone reaches the rules that need many. */
const series = fc.record({
  type: fc.constantFrom('spoke', 'tried', 'heard', 'sent'),
  first: fc.integer({ min: 0, max: 500 }),
  count: fc.integer({ min: 4, max: 24 }),
  step: fc.integer({ min: 1, max: 20 }),
  about: fc.constantFrom(['need'], ['price'], ['order'], undefined),
  feel: fc.constantFrom(-1, 1, undefined),
  minutes: seldom(fc.constantFrom(45, 200), 2),
  conceded: seldom(fc.constant(true)),
});

const story = fc.record({
  tier: fc.constantFrom('A', 'B', 'C', undefined),
  solo: flag,
  value: seldom(fc.integer({ min: 0, max: 9000 })),
  path: seldom(path, 1),
  series: fc.array(series, { maxLength: 3 }),
  entries: fc.oneof(
    fc.array(entry, { maxLength: 40 }),
    fc.array(entry, { maxLength: 8 }),
    fc.array(calm, { maxLength: 15 }),
  ),
  turns: fc.array(fc.record({ daysAgo, what: fc.oneof(turn, notice, conditions) }), {
    maxLength: 1,
  }),
  earned: seldom(fc.record({ daysAgo, what: income }), 1),
  dealbreakers: seldom(fc.record({ daysAgo, what: dealbreaker }), 25),
  // Most references must find a promise to resolve.
  promises: fc.array(fc.record({ daysAgo, what: promise }), { maxLength: 5 }),
});
type Story = typeof story extends fc.Arbitrary<infer Drawing> ? Drawing : never;

const settings = fc.record({
  floor: seldom(fc.constantFrom(0, 40, 300), 1),
  cadence: seldom(fc.constant({ A: 10, B: 20, C: 45 })),
  renewal: seldom(fc.constant({ A: 120, B: 60 })),
  rules: seldom(
    fc.constantFrom(
      { responsiveness: { tries: 4, warnBelow: 0.9 }, silence: { gaps: 3, factor: 1 } },
      {
        change: { triesBefore: 3, tries: 2, warnChance: 0.4 },
        toll: { touches: 4, recentDays: 60 },
      },
      { promises: { last: 9, horizonDays: 90 }, payment: { last: 2, warnOpenDays: 5 } },
      { 'price-only': { talks: 2, last: 5, horizonDays: 40 }, concessions: { answerDays: 5 } },
      { reciprocity: { favours: 2, horizonDays: 100 }, respect: { horizonDays: 800, serious: 2 } },
      { dealbreaker: { horizonDays: 30 }, 'own-failure': { smallDays: 40, mediumDays: 90 } },
      { 'blame-shifting': { horizonDays: 60 }, 'provider-bashing': { horizonDays: 60, warn: 1 } },
      { 'order-taking': { talks: 2, personalDays: 20 }, 'return-on-time': { hours: 1 } },
    ),
    1,
  ),
});

function storyLines(customer: string, story: Story): Line[] {
  const { dealbreakers, earned, entries, path: turnPath = [], promises, turns } = story;
  const { solo, tier, value } = story;
  const drawn: { readonly daysAgo: number; readonly what: Drawn }[] = [
    ...turnPath,
    ...story.series.flatMap(({ count, first, step, ...fields }) =>
      Array.from({ length: count }, (_, index) => ({
        daysAgo: first + index * step,
        what: fields,
      })),
    ),
    ...promises,
    ...entries,
    ...turns,
    ...[earned, dealbreakers].filter((each) => each !== undefined),
  ];
  const idOf = (index: number): string => `${customer}-${index + 1}`;
  return [
    { type: 'customer', name: customer, tier, solo, value },
    ...drawn.map(({ daysAgo: days, what: each }, index): Line => {
      const {
        deadlineAgo,
        dueAgo,
        fromAgo,
        refersTo,
        renewsAgo,
        untilAgo,
        days: length,
        ...fields
      } = each;
      const targets = drawn.flatMap(({ what: other }, at) =>
        other.type === (each.type === 'accept' ? 'spoke' : 'promise') ? [at] : [],
      );
      const target = refersTo === undefined ? undefined : targets[refersTo % targets.length];
      return {
        ...fields,
        id: idOf(index),
        customer,
        on: ago(days),
        ...(deadlineAgo === undefined ? {} : { deadline: ago(deadlineAgo) }),
        ...(dueAgo === undefined ? {} : { due: ago(dueAgo) }),
        ...(untilAgo === undefined ? {} : { until: ago(untilAgo) }),
        ...(renewsAgo === undefined ? {} : { renewsOn: ago(renewsAgo) }),
        ...(fromAgo === undefined ? {} : { from: ago(fromAgo), to: ago(fromAgo - (length ?? 0)) }),
        ...(refersTo === undefined ? {} : { ref: target === undefined ? 'none' : idOf(target) }),
      };
    }),
  ];
}

/**
 * The lines of a whole journal with every type of entry, all settings, and dates around every edge that a rule has,
 * to be judged on or about `AS_OF`.
 */
export const anyJournal: fc.Arbitrary<readonly Line[]> = fc
  .tuple(settings, fc.array(story, { minLength: 1, maxLength: 7 }))
  .map(([set, stories]) => [
    { type: 'settings', ...set },
    ...stories.flatMap((each, index) => storyLines(`Customer ${index + 1}`, each)),
  ]);
