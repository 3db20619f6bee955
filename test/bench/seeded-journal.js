/** Everything is dated up to this day, a Friday. */
export const TODAY = '2026-11-20';

const CUSTOMERS = 20;
const YEAR = 365;
const DAY_MS = 86_400_000;
const SUBJECTS = ['need', 'personal', 'problem', 'delivery', 'price', 'order', 'admin', 'review'];
const CHANNELS = ['call', 'email', 'visit', 'meeting'];

/** A journal in the interchange format with so many touchpoints of one year; the same seed gives the same bytes. */
export function seededJournal(touchpoints, seed) {
  const random = generator(seed);
  const one = (list) => list[Math.floor(random() * list.length)];
  const day = (ago) => new Date(Date.parse(TODAY) - ago * DAY_MS).toISOString().slice(0, 10);
  const names = Array.from({ length: CUSTOMERS }, (_, index) => `Customer ${index + 1}`);
  const lines = names.flatMap((name, index) => [
    { type: 'customer', name, tier: one(['A', 'B', 'C']), value: Math.floor(random() * 50_000) },
    { type: 'won', id: `won-${index}`, customer: name, on: day(YEAR), amount: 10_000 },
  ]);
  const days = Array.from({ length: touchpoints }, () => Math.floor(random() * YEAR));
  days.sort((a, b) => b - a);
  for (const [index, ago] of days.entries()) {
    const customer = one(names);
    lines.push({
      type: one(['spoke', 'spoke', 'heard', 'tried']),
      id: `touch-${index}`,
      customer,
      on: day(ago),
      channel: one(CHANNELS),
      about: [one(SUBJECTS)],
      note: 'what was said, in about as many words as one types in a car park',
    });
    if (index % 10 > 0) continue;
    const promise = { id: `promise-${index}`, customer, on: day(ago) };
    lines.push({ type: 'promise', ...promise, by: one(['us', 'them']), due: day(ago - 7) });
    if (ago > 14 && random() < 0.8)
      lines.push({
        type: 'done',
        id: `done-${index}`,
        customer,
        on: day(ago - 8),
        ref: promise.id,
      });
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Numbers from 0 up to 1; mulberry32, public domain. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
