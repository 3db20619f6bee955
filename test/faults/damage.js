const PAGE = 4096;
/** https://www.sqlite.org/fileformat.html: trees of indexes. */
const INDEX_KINDS = new Set([0x02, 0x0a]);
const HEADER_BYTES = 100;

/** Ways in which a disk spoils a file; each changes the bytes, and says what it did. */
const WAYS = [
  { part: 30, spoil: (bytes, random) => flip(bytes, random(bytes.length), random) },
  { part: 20, spoil: (bytes, random) => flip(bytes, headOfPage(bytes, random), random) },
  { part: 20, spoil: (bytes, random) => flip(bytes, inIndex(bytes, random), random) },
  { part: 8, spoil: (bytes, random) => flip(bytes, random(HEADER_BYTES), random) },
  { part: 8, spoil: (bytes, random) => flip(bytes, random(PAGE), random) },
  { part: 8, spoil: (bytes, random) => fill(bytes, random, () => 0, 'zeroed') },
  { part: 6, spoil: (bytes, random) => fill(bytes, random, () => random(256), 'overwritten') },
];
const PARTS = WAYS.reduce((sum, { part }) => sum + part, 0);

/** One fault: mostly a flipped bit, anywhere or where a file is most sensitive; else a lost page. */
export function spoil(bytes, random) {
  let drawn = random(PARTS);
  const way = WAYS.find(({ part }) => (drawn -= part) < 0);
  return way.spoil(bytes, random);
}

/** Loses so many pages, each another one. */
export function losePages(bytes, count, random) {
  const lost = new Set();
  while (lost.size < count) lost.add(random(bytes.length / PAGE));
  for (const page of lost) {
    const isNoise = random(2) === 1;
    for (let at = page * PAGE; at < (page + 1) * PAGE; at += 1)
      bytes[at] = isNoise ? random(256) : 0;
  }
  return `pages ${[...lost].map((page) => page + 1).join(', ')} lost`;
}

function flip(bytes, at, random) {
  const bit = random(8);
  bytes[at] ^= 1 << bit;
  return `bit ${bit} of byte ${at} (page ${Math.floor(at / PAGE) + 1}, ${at % PAGE}) flipped`;
}

function fill(bytes, random, value, what) {
  const page = random(bytes.length / PAGE);
  for (let at = page * PAGE; at < (page + 1) * PAGE; at += 1) bytes[at] = value();
  return `page ${page + 1} ${what}`;
}

/** Where a page says of what kind it is, how many cells it has, and where they begin. */
function headOfPage(bytes, random) {
  const page = random(bytes.length / PAGE);
  return page * PAGE + (page === 0 ? HEADER_BYTES : 0) + random(40);
}

function inIndex(bytes, random) {
  for (let tries = 0; tries < 1000; tries += 1) {
    const page = random(bytes.length / PAGE);
    if (!INDEX_KINDS.has(bytes[page * PAGE])) continue;
    const at = page * PAGE + random(PAGE);
    // Most of an index that has just begun is room.
    if (bytes[at] !== 0) return at;
  }
  return random(bytes.length);
}
