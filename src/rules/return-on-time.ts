import { thousands } from '../journal/amount-words.ts';
import { talkedAbout } from './advice.ts';
import { COMPARABLE_HOURS, hourlyReturn } from '../journal/effort.ts';
import { defineRule, finding, notEnough, worst, percent } from './rule.ts';

export default defineRule({
  name: 'return-on-time',
  side: 'economics',
  holds: false,
  comparesCustomers: true,
  asks: 'Is it worth the hours?',
  source: 'firing-your-customer: too time intensive for the return',
  formula:
    'Income of a year by hour of a year, from ten hours on and not for prospects: warn below the floor, serious below half of it. Without a floor: warn below half of the median of five or more customers, serious below a quarter.',
  thresholds: { hours: COMPARABLE_HOURS, floorSerious: 0.5, medianWarn: 0.5, medianSerious: 0.25 },
  why: 'Hours spent here are missing elsewhere. Where nothing was written down a channel counts with what it usually takes. Set what an hour must earn, or your own other customers are the measure.',
  advice: [
    {
      say: 'Do less of what they do not pay for, or charge for it.',
      words:
        'I have put more hours into this than it pays for. What shall I leave out, or put on the bill?',
      command: 'log call :review',
      taken: talkedAbout('review', 28),
    },
    {
      say: 'You talked about it: name what an hour costs from now on.',
      words: 'From next month on, what is beyond the contract costs so much an hour.',
      command: 'log call :price',
    },
  ],
  limits: ({ hours, floorSerious, medianWarn, medianSerious }) => ({
    2: `${hours} hours or more in a year, and an hour earns less than the floor; without a floor, less than ${percent(medianWarn)} of the median of your customers`,
    3: `less than ${percent(floorSerious)} of the floor, or ${percent(medianSerious)} of the median`,
  }),
  measured: ({ hours = 0, perHour, reference }) =>
    [
      `${hours.toFixed(1)} hours`,
      ...(perHour === undefined ? [] : [`${perHour.toFixed(2)} an hour`]),
      ...(reference === undefined ? [] : [`measured by ${reference.toFixed(2)}`]),
    ].join(', '),
  ofYourself: 'Which of these hours did you offer without being asked?',
  falseAlarm:
    'The first order of a large account comes after the hours: look at the next year too.',
  examples: {
    flagged: {
      asOf: '2026-06-30',
      level: 3,
      lines: `
        {"type":"settings","floor":40}
        {"type":"won","on":"2026-01-05","amount":100}
        {"type":"work","on":"2026-02-02","minutes":600}`,
    },
    clean: {
      asOf: '2026-06-30',
      lines: `
        {"type":"settings","floor":40}
        {"type":"won","on":"2026-01-05","amount":400}
        {"type":"work","on":"2026-02-02","minutes":600}`,
    },
  },
  check({ effort, medianReturn, settings, standing }, limits) {
    if (standing.stage === 'prospect')
      return notEnough(() => ({ message: 'a prospect owes no return yet' }));
    const hours = effort.minutes / 60;
    const earned = hourlyReturn(effort, limits.hours * 60);
    if (earned === undefined)
      return notEnough(() => ({
        message: `${hours.toFixed(1)} hours in a year; ${limits.hours} are needed`,
        numbers: { hours },
      }));
    const { floor = 0 } = settings;
    if (floor === 0 && medianReturn === undefined) {
      return notEnough(() => ({
        message: `${thousands(earned)} an hour; no floor is set, and fewer than five customers to compare with`,
        numbers: { hours, perHour: earned },
      }));
    }
    const [reference, warn, serious] =
      floor > 0
        ? [floor, floor, floor * limits.floorSerious]
        : [
            medianReturn ?? 0,
            (medianReturn ?? 0) * limits.medianWarn,
            (medianReturn ?? 0) * limits.medianSerious,
          ];
    return finding(worst({ 2: earned < warn, 3: earned < serious }), () => ({
      message: `${thousands(effort.income)} in a year for ${hours.toFixed(0)} hours: ${thousands(earned)} an hour (${floor > 0 ? 'the floor' : 'the median'} is ${thousands(reference)})`,
      evidence: effort.entries,
      numbers: { income: effort.income, hours, perHour: earned, reference },
    }));
  },
});
