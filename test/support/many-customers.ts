import { formatDay } from '../../src/journal/days.ts';
import { dayOf } from './days.ts';

const BEGINNING = ['Har', 'Bra', 'Mül', 'Łó', 'Ør', 'Ca', 'São ', 'Nor', 'Vel', '東京', '🍋 Tam'];
const END = ['lan', 'zos', 'ler', 'dź', 'sted', 'fé', 'vik', 'mont', '商事'];
const BUSINESS = ['Supply', 'Rentals', '& Söhne', 'Kitchens', 'Holdings International', '株式会社'];
const SUBJECTS = ['need', 'personal', 'problem', 'delivery', 'price', 'order', 'admin', 'review'];
const WRITTEN = ['email', 'text', 'chat', 'letter'];
const NOTES = [
  'wants the list before Friday',
  'asked about the winter prices, café order',
  '値段について話した',
  'sent the drawings 📐 and a long explanation of what happens when the lift stands still',
];
const YEAR = 365;

type Line = Readonly<Record<string, unknown>>;

/**
 * A whole year of many customers in the interchange format, every stage among them, with wide, accented and long names;
 * the same seed gives the same text.
 */
export function manyCustomers(count: number, today: string, seed = 1): string {
  const random = randomFrom(seed);
  const one = <T>(list: readonly [T, ...T[]] | readonly T[]): T => {
    const chosen = list[Math.floor(random() * list.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  const ago = (days: number): string => formatDay(dayOf(today, -days));
  const often = (chance: number): boolean => random() < chance;
  const lines: Line[] = [];
  for (let index = 1; index <= count; index += 1) {
    const customer = `${one(BEGINNING)}${one(END)}${letters(index)} ${one(BUSINESS)}`;
    const dated = (type: string, days: number, fields: Line = {}): void => {
      const id = `c${index}-${lines.length}`;
      lines.push({ type, id, customer, on: ago(days), ...fields });
    };
    const value = Math.floor(random() * 90) * 1000;
    lines.push({ type: 'customer', name: customer, tier: one(['A', 'B', 'C']), value });
    lines.push({ type: 'person', customer, name: `${one(['Dana', 'Ivy', '花子'])} ${index}` });
    if (often(0.8)) dated('won', YEAR, { amount: 1000 });
    const days = Array.from({ length: 8 }, () => 1 + Math.floor(random() * 200));
    for (const day of days.sort((a, b) => b - a)) {
      const about = [one(SUBJECTS)];
      dated(one(['spoke', 'spoke', 'heard']), day, { channel: 'call', about, note: one(NOTES) });
    }
    if (often(0.3)) {
      const day = 1 + Math.floor(random() * 30);
      const due = ago(day - 10);
      dated('promise', day, { by: one(['us', 'them']), what: one(NOTES), due });
    }
    if (often(0.1)) dated('tried', Math.floor(random() * 8), { channel: one(WRITTEN) });
    if (often(0.1)) dated('sent', 2, { channel: 'email', next: ago(1 - Math.floor(random() * 4)) });
    if (often(0.1)) dated('renewal', 300, { renewsOn: ago(-Math.floor(random() * 200)) });
    const turn = random();
    if (turn < 0.05) dated('notice', 30, { deadline: ago(Math.floor(random() * 20) - 10) });
    else if (turn < 0.1) dated('lost', 60, { cause: 'us' });
    else if (turn < 0.13) dated('drop', 20);
    else if (turn < 0.18) dated('intent', 2, { what: 'drop' });
    if (turn >= 0.05 && turn < 0.1 && often(0.5)) dated('change', 3, { kind: 'acquired' });
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** `a`, `b` … `z`, `ba`: another ending for each number. */
const letters = (number: number): string =>
  number.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 26)));

/** Numbers from 0 up to 1, a linear congruence with the constants of Numerical Recipes. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
