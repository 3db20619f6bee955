import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { layDown } from '../disk.js';
import { freshFolder } from '../material.js';
import { buildReader } from '../reader.js';
import { daysOf, JOURNAL, recordDay } from '../recorded-days.js';
import { buildRecorder, noRecorder } from '../recorder.js';
import { rel } from '../rel.js';

/** The next command is tried after one of so many cuts. */
const NEXT_EVERY = 5;

/**
 * A power cut at any moment: of what rel wrote, all that was synced is on the disk; the rest may be there, missing, or
 * torn. Whatever was acknowledged must be there when rel starts again. The same with a disk that lies about syncing
 * must lose something, or this would prove nothing.
 */
export const fault = {
  missing: noRecorder,
  async run({ short, random, place }) {
    const library = buildRecorder(place);
    const reader = await buildReader(place);
    const table = { library, reader, random, place, days: daysOf(reader, place) };
    const honest = cutAll(table, { cuts: short ? 100 : 1500, noSync: false });
    const lying = cutAll(table, { cuts: short ? 40 : 300, noSync: true });
    const bad = [...honest.bad];
    if (lying.bad.length === 0) bad.push('a disk that lies about syncing lost nothing either');
    return {
      figure:
        `${honest.bad.length} of ${honest.cuts} power cuts lost or damaged something acknowledged ` +
        `(with a disk that lies about syncing: ${lying.bad.length} of ${lying.cuts})`,
      bad,
    };
  },
};

function cutAll(table, { cuts, noSync }) {
  const recordings = table.days.map((day) => recordDay(table, day, noSync));
  const events = recordings.reduce((sum, recording) => sum + recording.events.length, 0);
  const bad = [];
  let made = 0;
  for (const recording of recordings) {
    const share = Math.ceil((cuts * recording.events.length) / events);
    const points = Array.from({ length: share }, () => table.random(recording.events.length + 1));
    for (const cut of statesAt(recording, points, table.random)) {
      const problem = problemAfter(table, recording, cut, made % NEXT_EVERY === 0);
      if (problem !== undefined) bad.push(`${recording.name}, event ${cut.at}: ${problem}`);
      made += 1;
    }
  }
  return { cuts: made, bad };
}

/** Lets the events happen, and cuts the power at these points. */
function* statesAt({ disk, events, compare }, points, random) {
  const inOrder = [...points].sort((one, other) => one - other);
  for (const [at, event] of [...events, undefined].entries()) {
    while (inOrder[0] === at) {
      inOrder.shift();
      yield { at, files: disk.afterCut(random) };
    }
    if (event !== undefined) disk.take(event);
  }
  compare(disk.seen());
}

/** What is wrong with the journal after the cut, for whoever starts rel again. */
function problemAfter({ reader, place }, { stages }, { at, files }, tryNext) {
  const folder = freshFolder(place, 'after-the-cut');
  layDown(files, folder);
  const journal = join(folder, JOURNAL);
  const db = { env: { REL_DB: journal } };
  try {
    reader.exported(journal);
  } catch (error) {
    return error.message;
  }
  const [problem] = existsSync(journal) ? reader.problems(journal) : [];
  if (problem !== undefined) return problem;
  const content = existsSync(journal) ? reader.content(journal) : reader.NOTHING;
  const last = stages.findLastIndex(({ acknowledged }) => acknowledged <= at);
  const possible = stages.slice(last, last + 2);
  if (!possible.some((stage) => stage.content === content)) {
    return `not what was there after "rel ${stages[last].words.join(' ')}"`;
  }
  return tryNext ? problemOfNext(place, db) : undefined;
}

function problemOfNext(place, db) {
  const words = ['log', 'Next Ltd', '--new', 'call', 'after the cut'];
  const { status, stderr } = rel(place, words, db);
  if (status !== 0) return `the next rel log: exit ${status}, ${stderr.trim()}`;
  const isThere = rel(place, ['export', 'entries'], db).stdout.includes('after the cut');
  return isThere ? undefined : 'the next entry is not there';
}
