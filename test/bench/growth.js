import { instructionsOf, memoryOf, timed } from './measure.js';
import { quantile } from './table.js';

const K = 1_000;

/** Each with few customers who are talked to daily, and with many of whom hardly anything is known. */
const JOURNALS = [10 * K, 100 * K].flatMap((entries) =>
  [50, 500, 5 * K].map((customers) => ({ entries, customers })),
);

const COMMANDS = [
  ['log "Customer 7"', 'log', 'Customer 7', '--', 'talked about the fair'],
  ['log "Customer 50"', 'log', 'Customer 50', '--', 'talked about the fair'],
  ['complete log cust', 'complete', 'zsh', '--', 'log', 'cust'],
  ['complete log "customer 4"', 'complete', 'zsh', '--', 'log', 'customer 4'],
  ['list', 'list'],
  ['search drawings', 'search', 'drawings'],
  ['today', 'today'],
  ['review', 'review'],
];

const shown = (count) => count.toLocaleString('en');

/**
 * What commands cost by how many customers there are: a row a command, a column a journal, and bare Node.
 * @param unit `instructions` counts millions once; else processor time in ms, the median of rounds that take turns
 * @param most no journal has more entries
 * @yields the head, then each row once it is known
 */
export function* growth(props, { unit, rounds, most, wanted }) {
  const sizes = JOURNALS.filter(({ entries }) => entries <= most);
  const journals = sizes.map(({ entries, customers }) => props.journal(entries, customers));
  const bare = { words: [process.execPath, props.empty()] };
  yield [
    unit === 'instructions' ? 'millions of instructions' : 'ms of processor time',
    'bare node',
    ...sizes.map(({ entries, customers }) => `${shown(entries / K)}k of ${shown(customers)}`),
  ];
  const look = unit === 'instructions' ? instructionsOf : (side) => timed(side).cpu;
  const rows = COMMANDS.map(([name, ...words]) => ({ name, words, look }));
  const memory = { name: 'review, MB at most', words: ['review'], look: memoryOf };
  for (const { name, words, look } of [...rows, memory]) {
    if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
    const rel = words[0] === 'log' ? props.relOnCopy : props.rel;
    const sides = [bare, ...journals.map((journal) => rel(journal, ...words))];
    const found = sides.map(() => []);
    // Once before, for the compiled code and the caches of the files.
    for (const side of sides) timed(side);
    for (let round = 0; round < (look === instructionsOf ? 1 : rounds); round += 1)
      sides.forEach((side, at) => found[at].push(look(side)));
    yield [name, ...found.map((all) => shown(Math.round(quantile(all, 0.5))))];
  }
}
