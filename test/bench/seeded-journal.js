/** Everything is dated up to this day, a Friday. */
export const TODAY = '2026-11-20';

/** So many customers does a seller have who wrote so much down. */
export const CUSTOMERS = {
  900: 15,
  1_000: 50,
  6_000: 300,
  10_000: 100,
  100_000: 300,
  1_000_000: 1_000,
};

/** Entries a customer. */
const FEW = 20;

const DAYS = 6 * 365;
const DAY_MS = 86_400_000;
const BEGINNING = Date.parse(TODAY) - (DAYS - 1) * DAY_MS;
const SUBJECTS = ['need', 'personal', 'problem', 'delivery', 'price', 'order', 'admin', 'review'];
const CHANNELS = ['call', 'call', 'call', 'email', 'visit', 'meeting', 'text'];
const OUTCOMES = ['no-answer', 'voicemail', 'no-reply', 'cancelled'];
const WORDS =
  'they asked for the drawings before friday because the new site opens in spring and nobody there knows who signs the order yet so call back with a price and two dates'.split(
    ' ',
  );

/**
 * A journal in the interchange format, line by line, with so many entries of six years; the same seed gives the same
 * bytes. Customers differ: in how much happens with them, how often they answer, and how well they keep their word.
 */
export function* seededJournal(entries, customers, seed) {
  const random = generator(seed);
  const one = (list) => list[Math.floor(random() * list.length)];
  const chance = (part) => random() < part;
  const blamed = () => one(['us', 'them', 'both', 'nobody', 'other:Acme']);
  const money = (most) => Math.floor(random() * most);
  const notice = (customer) => ({
    type: 'notice',
    customer,
    deadline: dateOf(DAYS - 10),
    words: note(),
  });
  const away = (customer, day) => ({
    type: 'away',
    customer,
    from: dateOf(day),
    to: dateOf(day + 14),
  });
  /** Where there is little to tell of each, turn points would be all there is: a tenth of them has some then. */
  const hasTurns = (index) => entries >= FEW * customers || index % 10 === 0;
  const book = Array.from({ length: customers }, (_, index) => ({
    name: `Customer ${index + 1}`,
    person: `Person ${index + 1}`,
    begins: Math.floor(random() ** 2 * (DAYS - 120)),
    weight: 0.2 + random() ** 2 * 4,
    answers: 0.35 + random() * 0.6,
    keeps: 0.4 + random() * 0.6,
    sour: chance(0.1),
  }));
  for (const { name } of book)
    yield line({ type: 'customer', name, tier: one(['A', 'B', 'B', 'C']), value: money(50_000) });
  for (const { name, person } of book) yield line({ type: 'person', customer: name, name: person });

  const planned = Array.from({ length: DAYS }, () => []);
  for (const [index, customer] of book.entries()) {
    if (!hasTurns(index)) continue;
    const { begins } = customer;
    plan(begins + 20, { type: 'won', customer: customer.name, amount: money(20_000) });
    for (let day = begins + 60; day < DAYS; day += 365)
      plan(day, { type: 'renewal', customer: customer.name, renewsOn: dateOf(day + 300) });
    if (chance(0.05)) plan(DAYS - 200, { type: 'lost', customer: customer.name, cause: 'price' });
    if (chance(0.05)) plan(DAYS - 40, notice(customer.name));
    if (chance(0.1))
      plan(DAYS - 100, { type: 'learned', customer: customer.name, learned: ['need'] });
    if (chance(0.1)) plan(DAYS - 130, away(customer.name, DAYS - 130));
  }

  let written = 0;
  const active = sampler(book, random);
  for (let day = 0; day < DAYS; day += 1) {
    const quota = Math.round((entries * (day + 1)) / DAYS);
    const due = planned[day].splice(0, quota - written);
    planned[day + 1]?.unshift(...planned[day]);
    for (const entry of due) yield dated(entry, day);
    while (written < quota) yield dated(touch(active(day), day), day);
  }

  function dated(entry, day) {
    written += 1;
    const { type, customer, ...rest } = entry;
    const at = `${String(8 + Math.floor(random() * 9)).padStart(2, '0')}:${String(Math.floor(random() * 60)).padStart(2, '0')}`;
    const id = rest.id ?? uuid(day);
    const head = { type, id, customer, on: dateOf(day), time: at, offset: '+01:00' };
    return line({ ...head, ...rest, id, recordedAt: `${dateOf(day)}T${at}:00+01:00` });
  }

  function touch(customer, day) {
    const kind = random();
    if (kind < 0.04)
      return { type: 'work', customer: customer.name, minutes: one([30, 60, 120]), note: note() };
    const shared = { customer: customer.name, channel: one(CHANNELS) };
    if (kind < 0.12) return { type: 'sent', ...shared, about: [one(SUBJECTS)] };
    if (kind < 0.2 + (1 - customer.answers) * 0.5)
      return { type: 'tried', ...shared, outcome: one(OUTCOMES) };
    if (chance(0.1)) promise(customer, day);
    return {
      type: chance(0.7) ? 'spoke' : 'heard',
      ...shared,
      ...(chance(0.6) && { person: customer.person }),
      ...(chance(0.7) && { about: [one(SUBJECTS)] }),
      ...(chance(0.5) && { minutes: one([5, 10, 15, 30, 45, 60]) }),
      ...(chance(0.25) && { feel: one(customer.sour ? [-2, -1, 0] : [-1, 0, 0, 1, 1, 2]) }),
      ...(chance(0.02) && { fault: one(['us', 'them', 'both']), harm: 1, blames: blamed() }),
      ...(chance(0.03) && { gave: [one(['s', 'm', 'l'])] }),
      ...(chance(0.02) && { got: [one(['s', 'm'])] }),
      ...(chance(0.005) && { conceded: true }),
      ...(customer.sour && chance(0.003) && { rude: true }),
      ...(chance(0.02) && { learned: ['need'] }),
      ...(chance(0.01) && { learned: ['win'] }),
      ...(chance(0.75) && { note: note() }),
      ...(chance(0.03) && { next: dateOf(day + 14) }),
    };
  }

  function promise({ name, keeps }, day) {
    const id = uuid(day + 1);
    const due = day + 3 + Math.floor(random() * 25);
    const payment = chance(0.3);
    const kind = payment && { kind: 'payment', amount: money(9_000) };
    const by = payment || chance(0.5) ? 'them' : 'us';
    // On the next day, as what is planned for this one has been written.
    const given = { id, customer: name, by, what: note(), due: dateOf(due), ...kind };
    plan(day + 1, { type: 'promise', ...given });
    const resolution = due + Math.floor((chance(keeps) ? random() - 0.9 : random() * 40) * 3);
    const resolved = Math.max(day + 2, resolution);
    plan(resolved, { type: chance(0.95) ? 'done' : 'broken', customer: name, ref: id });
    if (payment) plan(resolved, { type: 'income', customer: name, amount: money(9_000) });
  }

  function plan(day, entry) {
    planned[day]?.push(entry);
  }

  function note() {
    const length = 6 + Math.floor(random() * 12);
    return Array.from({ length }, () => one(WORDS)).join(' ');
  }

  /** They sort by the day, as those that rel makes do. */
  function uuid(day) {
    const hex = () =>
      Math.floor(random() * 0x1_0000_0000)
        .toString(16)
        .padStart(8, '0');
    const time = (BEGINNING + day * DAY_MS + written).toString(16).padStart(12, '0');
    const chance = `${hex()}${hex()}${hex()}`;
    return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-8${chance.slice(3, 6)}-${chance.slice(6, 18)}`;
  }
}

const line = (entry) => `${JSON.stringify(entry)}\n`;

const dates = new Map();

/** @param day counted from the first of the six years */
function dateOf(day) {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(BEGINNING + day * DAY_MS).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}

/** Takes one of the customers who have begun by a day, the busy ones more often; days are asked for in order. */
function sampler(book, random) {
  const begun = [...book].sort((a, b) => a.begins - b.begins);
  const sums = [];
  begun.reduce((sum, { weight }, index) => (sums[index] = sum + weight), 0);
  let count = 1;
  return (day) => {
    while (begun[count]?.begins <= day) count += 1;
    const at = random() * sums[count - 1];
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] > at) high = middle;
      else low = middle + 1;
    }
    return begun[low];
  };
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
