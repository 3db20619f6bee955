import { counted } from '../journal/counted.ts';
import { reachedBy, talkedAbout } from './advice.ts';
import { lately } from '../journal/history.ts';
import { partOf, defineRule, finding, notEnough, worst, percent, surelyMore } from './rule.ts';
import { hasSubject } from './routine.ts';
import { wilson } from './statistics.ts';

export default defineRule({
  name: 'price-only',
  side: 'economics',
  holds: true,
  asks: 'Do we talk about anything but price?',
  source: 'firing-your-customer: "The Price Relationship"',
  formula:
    'Of the last twelve talks of a year with a subject: warn if three or more were about price and nothing else and we can be 95 % sure that it is more than a quarter; serious if more than a half.',
  thresholds: {
    talks: 5,
    last: 12,
    horizonDays: 365,
    warnTalks: 3,
    warnAbove: 0.25,
    seriousAbove: 0.5,
  },
  why: 'Where every talk is about price you are a commodity to them, and the next cheaper offer ends it. A talk about price and something else is an ordinary talk.',
  advice: [
    {
      say: 'Open the next talk with what they need, and keep the price for the end.',
      words: 'Before we come to the price: what should be different once you have it?',
      command: 'log call :need',
      taken: talkedAbout('need', 28),
    },
    {
      say: 'You asked for their need on the telephone: go there, and see what it costs them when it goes wrong.',
      words: 'Show me where it went wrong the last time. What did that cost you?',
      command: 'log visit :need :problem',
      taken: reachedBy(['visit'], 28),
    },
    {
      say: 'Name your price once, with what they get for it, and stay there.',
      words:
        'That is my price, and this is what is in it. If it is the price alone, somebody else suits you better.',
      command: 'log call :need :price',
    },
  ],
  limits: ({ talks, last, warnTalks, warnAbove, seriousAbove }) => ({
    2: `of the last ${last} talks, ${talks} at least: ${warnTalks} or more about price alone, surely more than ${percent(warnAbove)}`,
    3: `surely more than ${percent(seriousAbove)}`,
  }),
  measured: ({ talks = 0, priceOnly = 0, lower }) =>
    `${priceOnly} of ${talks} about price alone: ${surelyMore(lower)}`,
  ofYourself: 'Have you shown them what you solve, or a price?',
  falseAlarm: 'A tender in progress: log what else was spoken of.',
  examples: {
    flagged: {
      asOf: '2026-06-30',
      level: 3,
      lines: `
        {"type":"spoke","on":"2026-02-02","about":["price"]}
        {"type":"heard","on":"2026-03-02","about":["price"]}
        {"type":"spoke","on":"2026-04-01","about":["price"]}
        {"type":"spoke","on":"2026-05-04","about":["price"]}
        {"type":"spoke","on":"2026-06-01","about":["price"]}`,
    },
    clean: {
      asOf: '2026-06-30',
      lines: `
        {"type":"spoke","on":"2026-02-02","about":["price","need"]}
        {"type":"heard","on":"2026-03-02","about":["price"]}
        {"type":"spoke","on":"2026-04-01","about":["need"]}
        {"type":"spoke","on":"2026-05-04","about":["price"]}
        {"type":"spoke","on":"2026-06-01","about":["order"]}`,
    },
  },
  check({ asOf, fresh }, limits) {
    const talks = lately(fresh.of(hasSubject), asOf, limits.horizonDays).slice(-limits.last);
    if (talks.length < limits.talks) {
      return notEnough(() => ({
        message: `${counted(talks.length, 'talk')} with a subject; ${limits.talks} are needed`,
        numbers: { talks: talks.length },
      }));
    }
    const price = talks.filter(({ about = [] }) => about.every((subject) => subject === 'price'));
    const { lower } = wilson(price.length, talks.length);
    const often = price.length >= limits.warnTalks;
    return finding(
      worst({ 2: often && lower > limits.warnAbove, 3: often && lower > limits.seriousAbove }),
      () => ({
        message: `${partOf(price.length, talks.length)} talks about price alone`,
        evidence: price.length > 0 ? price : talks,
        numbers: { talks: talks.length, priceOnly: price.length, lower },
      }),
    );
  },
});
