import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { wordFrom } from './erasure-names.js';

const OTHERS = ['Acme', 'Harlan Supply', 'Maxwell & Ivy'];
const STEPS = 12;

/**
 * Fills a journal with somebody and three others: entries, promises, corrections, undone changes, merges, backups.
 * Returns what was typed about them, each with words that stand nowhere else.
 */
export function liveWith(home, must, who, random) {
  const needles = new Set();
  const needle = (begin = '') => {
    const text = `${begin}${wordFrom(random)}`;
    needles.add(text);
    return text;
  };
  must(['import', '-'], { input: bookOf(random) });
  const called = () => {
    needles.add(who.name);
    return who.name;
  };
  who.rename();
  // A first try that was undone: another card by the same name.
  if (random(2) === 0) {
    must(['log', called(), '--new', 'call', needle()]);
    must(['undo']);
  }
  must(['log', called(), '--new', 'call', needle('met at ')]);
  must(['import', '-'], { input: pastOf(who.name, needle, random) });
  let backups = 0;
  const steps = {
    note: () => must(['log', who.name, 'email', '--', needle()]),
    private: () => must(['log', who.name, 'call', ':private', '--note', needle()]),
    person: () =>
      must([
        'add',
        'person',
        needle('Dana '),
        '--at',
        who.name,
        '--email',
        `${needle()}@example.com`,
      ]),
    undone: () => {
      must(['log', who.name, 'call', needle()]);
      must(['undo']);
      if (random(2) === 0) must(['redo']);
    },
    edited: () => {
      const number = numberIn(must(['log', who.name, 'call', needle()]));
      must(['edit', number, `note:${needle()}`]);
    },
    deleted: () => must(['delete', numberIn(must(['log', who.name, 'call', needle()])), '--yes']),
    promised: () => {
      const said = must(['log', who.name, 'call', '--they', needle(), '--by', 'in 2 weeks']);
      const number = /#(\d+) they promised/.exec(said)?.[1] ?? '';
      must(['move', number, '--to', 'in 3 weeks']);
      if (random(2) === 0) must(['undo']);
      else must(['kept', number]);
    },
    renamed: () => {
      const old = who.name;
      must(['rename', old, who.rename()]);
      called();
    },
    alias: () => must(['edit', who.name, `alias:${needle('Alias ')}`]),
    need: () => must(['edit', who.name, `need:${needle()}`]),
    merged: () => {
      const other = needle('Branch ');
      must(['log', other, '--new', 'call', needle()]);
      must(['merge', who.name, other]);
    },
    swallowed: () => {
      // For a moment they were part of somebody else, whose card then said what they need.
      must(['edit', who.name, `need:${needle()}`]);
      must(['merge', 'Acme', who.name]);
      must(['undo']);
    },
    moved: () => {
      const number = numberIn(must(['log', 'Acme', 'call', 'mistaken', needle()]));
      must(['edit', number, `customer:${who.name}`]);
    },
    strayed: () => {
      // What was first taken for theirs is somebody else's, and stays.
      const number = numberIn(must(['log', who.name, 'call', 'not about them']));
      must(['edit', number, 'customer:Acme']);
    },
    mentioned: () =>
      must(['log', 'Harlan Supply', 'call', '--note', `mention of ${who.name} in passing`]),
    others: () => must(['log', OTHERS[random(OTHERS.length)], 'call', 'something else']),
    both: () => {
      must(['log', who.name, 'call', needle()]);
      must(['log', 'Acme', 'call', 'in between']);
      must(['undo', '2']);
      must(['redo', '2']);
    },
    imported: () =>
      must(['import', '-'], {
        input: `${JSON.stringify({ type: 'heard', id: needle('slug-'), customer: who.name.normalize('NFC'), on: '2026-10-01', note: needle() })}\n`,
      }),
    backup: () => {
      const folder = join(home, 'journal-backups');
      mkdirSync(folder, { recursive: true });
      const name = `2026-11-${10 + backups}T1200${10 + random(50)}-daily.db`;
      // A draft is what a killed backup leaves.
      const draft = random(4) === 0 ? '.new-0123456789ab' : '';
      copyFileSync(join(home, 'journal.db'), join(folder, `${name}${draft}`));
      backups += 1;
    },
  };
  const all = Object.values(steps);
  for (let step = 0; step < STEPS; step += 1) all[random(all.length)]();
  steps.backup();
  return needles;
}

const numberIn = (text) => /#(\d+)/.exec(text)?.[1] ?? '';

/** Entries of theirs and of others in turn, so that they share pages with others. */
function pastOf(name, needle, random) {
  const lines = [];
  for (let entry = 0; entry < 150; entry += 1) {
    const isTheirs = random(3) > 0;
    lines.push({
      type: 'spoke',
      id: isTheirs ? needle('slug-') : `past-${entry}`,
      customer: isTheirs ? name.normalize('NFC') : 'Acme',
      on: '2026-10-01',
      note: isTheirs ? `${needle()} ${'y'.repeat(random(900))}` : 'z'.repeat(random(900)),
    });
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Customers enough, and entries enough, that pages are split and freed. */
function bookOf(random) {
  const lines = OTHERS.map((name) => ({ type: 'customer', name, id: `id-${name}` }));
  for (let entry = 0; entry < 120; entry += 1) {
    const day = new Date(Date.UTC(2025, 10, 1 + random(370))).toISOString().slice(0, 10);
    lines.push({
      type: ['spoke', 'heard', 'sent', 'work'][random(4)],
      id: `book-${entry}`,
      customer: OTHERS[random(OTHERS.length)],
      on: day,
      note: 'x'.repeat(random(300)),
    });
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
