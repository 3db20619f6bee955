import { counted } from '../journal/counted.ts';
import { askedThem } from './advice.ts';
import { lately } from '../journal/history.ts';
import { isAsked, isBashing, isOwning } from '../journal/providers.ts';
import { defineRule, finding, notEnough, worst } from './rule.ts';

export default defineRule({
  name: 'provider-bashing',
  side: 'theirs',
  family: 'accountability',
  holds: false,
  asks: 'Was every provider before us terrible?',
  source: 'avoiding-responsibility: the prospect who bashes them all',
  formula:
    'Different providers they blamed within two years, as long as they have never once blamed themselves or both: two warn, three are serious, three are critical once we asked what they would change and heard no part of theirs.',
  thresholds: { horizonDays: 730, warn: 2, serious: 3 },
  why: 'None was good enough, and you are the one who will be: soon you are the next on the list. One word about a part of their own ends the pattern.',
  advice: [
    {
      say: 'Before any offer, ask what they would change on their end.',
      words: 'What would you change on your end, so that it works this time?',
      command: 'log call :asked-change',
      taken: askedThem,
    },
    {
      say: 'You asked, and heard of no part of theirs: make no offer until you do.',
      words: 'I make you an offer once we both know what changes on your side.',
      command: 'log call :confronted',
    },
  ],
  limits: ({ warn, serious }) => ({
    2: `${warn} providers blamed, and never themselves`,
    3: `${serious} providers`,
    4: `${serious} providers, and no part of their own when asked`,
  }),
  measured: ({ providers = 0 }) => `${counted(providers, 'provider')} blamed`,
  ofYourself: 'What would you have to do that the ones before you did not?',
  falseAlarm: 'One supplier under three spellings: names are compared as written.',
  examples: {
    flagged: {
      asOf: '2026-03-31',
      level: 4,
      lines: `
        {"type":"heard","on":"2026-03-02","blames":"other:Acme"}
        {"type":"spoke","on":"2026-03-09","blames":"other:Brill"}
        {"type":"spoke","on":"2026-03-16","blames":"other:Cobalt"}
        {"type":"spoke","on":"2026-03-23","asked":true,"blames":"nobody"}`,
    },
    clean: {
      asOf: '2026-03-31',
      lines: `
        {"type":"heard","on":"2026-03-02","blames":"other:Acme"}
        {"type":"spoke","on":"2026-03-09","blames":"other:Brill"}
        {"type":"spoke","on":"2026-03-16","blames":"both"}`,
    },
  },
  check({ asOf, fresh }, limits) {
    const bashing = lately(fresh.of(isBashing), asOf, limits.horizonDays);
    const providers = new Set(bashing.map(({ blames }) => blames)).size;
    if (providers === 0)
      return notEnough(() => ({ message: 'no other provider was blamed', numbers: { providers } }));
    const [owned] = fresh.of(isOwning);
    if (owned !== undefined) {
      return finding(0, () => ({
        message: `${counted(providers, 'provider')} blamed, and a part of their own owned`,
        evidence: [owned],
        numbers: { providers },
      }));
    }
    const asked = fresh.of(isAsked);
    return finding(
      worst({
        2: providers >= limits.warn,
        3: providers >= limits.serious,
        4: providers >= limits.serious && asked.length > 0,
      }),
      () => ({
        message: `${counted(providers, 'provider')} blamed, never themselves${asked.length > 0 ? ', not even when asked' : ''}`,
        evidence: [...bashing, ...asked.filter((entry) => !bashing.includes(entry))],
        numbers: { providers, asked: asked.length },
      }),
    );
  },
});
