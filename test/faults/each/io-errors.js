import { constants } from 'node:os';
import { join } from 'node:path';
import { killedCommands } from '../killed-commands.js';
import { buildReader } from '../reader.js';
import { buildRecorder, noRecorder, recorded } from '../recorder.js';
import { commandsOf, rel } from '../rel.js';
import { copied, JOURNAL, planned, same, shown, started } from '../tried-commands.js';

const { EIO, ENOSPC, EROFS } = constants.errno;

/** A disk that fails once, or from then on; one that is full, or has become one to read only. */
const DISKS = [
  { error: EIO, failOn: false },
  { error: EIO, failOn: true },
  { error: ENOSPC, failOn: true },
  { error: EROFS, failOn: true },
  { error: ENOSPC, failOn: false },
];

/**
 * Lets a change that a command makes of a file fail: each in its turn, or as many as there is time for. The command says so in
 * a line, or does what it should; what it was asked is there whole and once, or not at all; and the next command needs no help.
 */
export const fault = {
  missing: noRecorder,
  async run({ short, random, place }) {
    const library = buildRecorder(place);
    const reader = await buildReader(place);
    const table = { library, reader, place };
    const commands = killedCommands(reader, place, commandsOf(place)).filter(
      ({ onTerminal }) => onTerminal !== true,
    );
    const bad = [];
    const sum = { failures: 0, told: 0 };
    for (const command of short ? drawn(commands, 5, random) : commands) {
      const plan = await planned(table, command);
      const tries = Math.min(plan.changes, short ? 4 : 25);
      for (let nth = 0; nth < tries; nth += 1) {
        const from = Math.floor((plan.changes * nth) / tries);
        const failAt = 1 + from + random(Math.max(1, Math.floor(plan.changes / tries)));
        const disk = DISKS[random(DISKS.length)];
        sum.failures += 1;
        const { problem, told } = await failedOnce(table, plan, { ...disk, failAt });
        if (told) sum.told += 1;
        if (problem !== undefined)
          bad.push(
            `${plan.name}, change ${failAt} of ${plan.changes} ${JSON.stringify(disk)}: ${problem}`,
          );
      }
    }
    return {
      figure:
        `${bad.length} of ${sum.failures} failures of a disk lost, doubled or damaged something, ` +
        `or were not told (${sum.told} were told, the others mended or of no account)`,
      bad,
    };
  },
};

function drawn(list, count, random) {
  const left = [...list];
  return Array.from({ length: count }, () => left.splice(random(left.length), 1)[0]);
}

async function failedOnce({ library, reader, place }, plan, failure) {
  const folder = copied(place, plan);
  const { code, stdout, stderr } = await started(
    place,
    plan,
    folder,
    recorded(library, folder, failure),
  );
  const told = code !== 0;
  const problem =
    (told ? problemOfTelling(code, stderr) : undefined) ??
    problemOfState(reader, folder, plan, { code, stdout }) ??
    problemOfNext(place, folder);
  return { problem, told };
}

/** What is wrong and what to do, and nothing of the program's inside; that there is no backup is said beside it. */
function problemOfTelling(code, stderr) {
  const lines = stderr.trimEnd().split('\n').filter(Boolean);
  const isShort = lines.length <= 4 && lines.every((line) => /^(rel: | {5}\S)/.test(line));
  return [2, 3, 4].includes(code) && isShort ? undefined : `exit ${code}, ${stderr.slice(0, 400)}`;
}

function problemOfState(reader, folder, plan, { code, stdout }) {
  const now = shown(reader, folder);
  if (now.problem !== undefined) return now.problem;
  if (code === 0 && !same(now, plan.after)) return 'acknowledged, and not there';
  if (stdout !== '' && code !== 0 && plan.done === undefined && !same(now, plan.after))
    return `answered ${stdout.slice(0, 100)}, and not there`;
  return same(now, plan.before) || same(now, plan.after) ? undefined : 'half of it is there';
}

function problemOfNext(place, folder) {
  const words = ['log', 'Next Ltd', '--new', 'call', 'after the failure'];
  const next = rel(place, words, { env: { REL_DB: join(folder, JOURNAL) } });
  return next.status === 0
    ? undefined
    : `the next rel log: exit ${next.status}, ${next.stderr.trim()}`;
}
