import { Buffer } from 'node:buffer';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { somebody } from '../erasure-names.js';
import { liveWith } from '../erasure-life.js';
import { rel, startRel } from '../rel.js';

/**
 * Somebody is forgotten after a life full of changes: no byte of them is left beside the journal, all that was ever
 * typed about them stands in the export made before, and everybody else is as they were. In every second round the
 * first attempt is killed, and the same command is typed again.
 */
export const fault = {
  missing: () => undefined,
  async run({ short, random, place }) {
    const rounds = short ? 2 : 60;
    const bad = [];
    let hits = 0;
    let killed = 0;
    for (let round = 0; round < rounds; round += 1) {
      const home = join(place, String(round));
      mkdirSync(home);
      const { left, complaints, wasKilled } = await oneRound(home, random, round % 2 === 1);
      hits += left;
      killed += wasKilled ? 1 : 0;
      for (const complaint of complaints) bad.push(`round ${round}: ${complaint}`);
    }
    return { figure: `${hits} traces left in ${rounds} erasures, ${killed} of them killed`, bad };
  },
};

async function oneRound(home, random, kill) {
  const complaints = [];
  const must = (words, options) => {
    const ended = rel(home, words, options);
    if (ended.status !== 0)
      complaints.push(`rel ${words.join(' ')}: exit ${ended.status}, ${ended.stderr.trim()}`);
    return ended.stdout;
  };
  const who = somebody(random);
  const needles = liveWith(home, must, who, random);
  const before = others(must, who);
  const aside = join(home, '..', `${who.token}.jsonl`);
  const words = ['forget', who.name, '--yes', '--mentions', '--export', aside];
  let wasKilled = false;
  if (kill) {
    wasKilled = await killedAfter(startRel(home, words), random(350));
    const again = rel(home, words);
    const isOver = again.status === 2 && again.stderr.includes('no customer or person');
    if (again.status !== 0 && !isOver)
      complaints.push(`again: exit ${again.status}, ${again.stderr}`);
  } else must(words);
  const subject = existsSync(aside) ? stringsIn(readFileSync(aside, 'utf8')) : '';
  for (const needle of needles)
    if (!subject.includes(needle.normalize('NFC')))
      complaints.push(`the export lacks ${JSON.stringify(needle)}`);
  let left = 0;
  for (const file of filesIn(home)) {
    const found = tracesIn(readFileSync(file), needles);
    left += found.length;
    // In the header of a database: pages that nothing uses any more, and that may hold what was there.
    if (file.endsWith('.db') && readFileSync(file).readUInt32BE(36) > 0)
      complaints.push(`${file.slice(home.length + 1)} was not written anew`);
    for (const trace of found) complaints.push(`${file.slice(home.length + 1)} still has ${trace}`);
  }
  const after = others(must, who);
  for (const [what, text] of Object.entries(before))
    if (after[what] !== text) complaints.push(`${what} of the others differ`);
  goesOn(home, must, complaints);
  return { left, complaints, wasKilled };
}

/** The journal and its backups are sound, and what is done now can be undone; what was erased cannot. */
function goesOn(home, must, complaints) {
  const hasDoctor = rel(home, ['--help']).stdout.includes('  doctor ');
  for (const file of filesIn(home).filter((each) => each.endsWith('.db')))
    must([...(hasDoctor ? ['doctor'] : ['export', 'journal']), '--db', file]);
  must(['review', '--known', '2026-11-18', '--json']);
  must(['history', '--last', '10000']);
  const journal = must(['export', 'journal']);
  must(['log', 'Acme', 'call', 'afterwards']);
  must(['undo']);
  if (must(['export', 'journal']) !== journal)
    complaints.push('an undo afterwards does not lead back');
  const { status, stderr } = rel(home, ['undo']);
  if (status !== 2 || !stderr.includes('cannot be undone'))
    complaints.push(`the erasure can be undone: exit ${status}, ${stderr}`);
}

/** What the journal and a review say of everybody else. */
function others(must, { names }) {
  const isTheirs = (line) =>
    names().some((name) => line.includes(JSON.stringify(name.normalize('NFC'))));
  const journal = must(['export', 'journal']).split('\n');
  const reviewed = JSON.parse(must(['review', '--json', '--all', '--no-hangs-on'])).customers;
  // Shares of the whole book change when one goes.
  const kept = reviewed
    .map(({ customer, verdict, row, stage, levels, findings }) =>
      JSON.stringify({ customer, verdict, row, stage, levels, findings }),
    )
    .filter((line) => !isTheirs(line));
  return {
    entries: journal
      .filter((line) => !isTheirs(line) && !line.includes('"note":"mention'))
      .join('\n'),
    reviews: kept.sort().join('\n'),
  };
}

const stringsIn = (lines) => {
  const found = [];
  const walk = (value) => {
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  for (const line of lines.split('\n')) if (line !== '') walk(JSON.parse(line));
  return found.join('\n');
};

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));

const ASCII_JSON = (text) =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** In every way in which a text may be written down. */
function tracesIn(bytes, needles) {
  const found = [];
  for (const needle of needles) {
    const cases = [needle, needle.toLowerCase(), needle.toUpperCase(), needle.normalize('NFD')];
    const texts = new Set(
      cases.flatMap((text) => [text, JSON.stringify(text).slice(1, -1), ASCII_JSON(text)]),
    );
    for (const text of texts) {
      const little = Buffer.from(text, 'utf16le');
      const ways = {
        utf8: Buffer.from(text),
        utf16le: little,
        utf16be: Buffer.from(little).swap16(),
      };
      for (const [way, sought] of Object.entries(ways))
        if (bytes.includes(sought)) found.push(`${JSON.stringify(text)} (${way})`);
    }
  }
  return [...new Set(found)];
}

const killedAfter = (child, delay) =>
  new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), delay);
    child.stdout.resume();
    child.stderr.resume();
    child.on('close', (_, signal) => {
      clearTimeout(timer);
      resolve(signal === 'SIGKILL');
    });
  });
