import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { killedCommands } from '../killed-commands.js';
import { buildReader } from '../reader.js';
import { buildRecorder, noRecorder, recorded } from '../recorder.js';
import { commandsOf, rel } from '../rel.js';
import { copied, JOURNAL, planned, same, shown, started } from '../tried-commands.js';

/** A kill may come a little after the end. */
const OVERTIME = 1.15;
/** The next command is tried after one of so many kills. */
const NEXT_EVERY = 3;

/**
 * kill -9 at random moments of each command: half of them anywhere in its time, half just before one of its changes of
 * a file. What was acknowledged is there, what was not is there whole or not at all, and the next command needs no help.
 */
export const fault = {
  missing: () => undefined,
  async run({ short, random, place }) {
    const library = noRecorder() === undefined ? buildRecorder(place) : undefined;
    const reader = await buildReader(place);
    const table = { library, reader, random, place };
    const commands = killedCommands(reader, place, commandsOf(place));
    const plans = [];
    for (const command of commands) plans.push(await planned(table, command));
    const sum = { kills: short ? 50 : 500, running: 0, halfWritten: 0 };
    const bad = [];
    for (let kill = 0; kill < sum.kills; kill += 1) {
      const plan = plans[kill % plans.length];
      const atChange = library !== undefined && Math.floor(kill / plans.length) % 2 === 0;
      const killed = await killedOnce(table, plan, atChange);
      if (killed.signal === 'SIGKILL') sum.running += 1;
      if (killed.halfWritten) sum.halfWritten += 1;
      const problem = await problemAfter(table, plan, killed, kill % NEXT_EVERY === 0);
      if (problem !== undefined) bad.push(`${plan.name}, ${killed.at}: ${problem}`);
    }
    return {
      figure:
        `${bad.length} of ${sum.kills} kills of ${plans.length} commands lost or damaged something ` +
        `(${sum.running} came while it ran, ${sum.halfWritten} in the middle of a change of the journal)`,
      bad,
    };
  },
};

async function killedOnce({ library, random, place }, plan, atChange) {
  const folder = copied(place, plan);
  if (atChange && plan.changes > 0) {
    const killAt = 1 + random(plan.changes);
    const end = await started(place, plan, folder, recorded(library, folder, { killAt }));
    return { ...end, folder, at: `change ${killAt} of ${plan.changes}`, ...left(folder) };
  }
  const after = random(Math.ceil(plan.duration * OVERTIME));
  const end = started(place, plan, folder, {});
  await pause(after);
  end.child.kill('SIGKILL');
  return { ...(await end), folder, at: `${after} ms`, ...left(folder) };
}

const left = (folder) => ({ halfWritten: existsSync(join(folder, `${JOURNAL}-journal`)) });

/** What is wrong for whoever goes on after the kill. */
async function problemAfter({ reader, place }, plan, { folder, code, stdout }, tryNext) {
  const now = shown(reader, folder);
  if (now.problem !== undefined) return now.problem;
  // What is only announced is not yet done.
  const answered = plan.done === undefined ? stdout !== '' : plan.done.test(stdout);
  const acknowledged = code === 0 || (answered && plan.onTerminal !== true);
  if (acknowledged && !same(now, plan.after)) return 'acknowledged, and not there';
  if (!same(now, plan.before) && !same(now, plan.after)) return 'half of it is there';
  return tryNext ? problemOfNext(place, plan, folder) : undefined;
}

async function problemOfNext(place, plan, folder) {
  const words = ['log', 'Next Ltd', '--new', 'call', 'after the kill'];
  const next = rel(place, words, { env: { REL_DB: join(folder, JOURNAL) } });
  if (next.status !== 0) return `the next rel log: exit ${next.status}, ${next.stderr.trim()}`;
  if (leftOver(folder) === undefined) return undefined;
  // The same words once more, whatever comes of them, clear away what the killed ones left.
  await started(place, { ...plan, words: plan.again ?? plan.words }, folder, {});
  return leftOver(folder);
}

/** A file that nobody will ever want again, and which stays. The empty draft of a journal goes with a daily backup. */
function leftOver(folder) {
  const names = readdirSync(folder, { recursive: true });
  const journal = join(folder, JOURNAL);
  const second = names.filter(
    (name) =>
      /\.new-[0-9a-f]+$/.test(name) && statSync(join(folder, name)).ino === statSync(journal).ino,
  );
  const drafts = [...second, ...names.filter((name) => /db-journal$|\.tmp$/.test(name))];
  return drafts.length === 0 ? undefined : `left behind: ${drafts.join(', ')}`;
}
