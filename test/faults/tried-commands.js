import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { freshFolder } from './material.js';
import { eventsIn, recorded } from './recorder.js';
import { ended, environment, relCommand, startRel } from './rel.js';

/** Below the folder in which a command is tried. */
export const JOURNAL = 'data/journal.db';

/** Runs the command once without any fault: how long it takes, how often it changes a file, and what comes of it. */
export async function planned({ library, reader, place }, command) {
  const template = freshFolder(place, `template ${command.name}`);
  command.prepare(join(template, JOURNAL));
  const plan = { ...command, template };
  const folder = copied(place, plan);
  const before = shown(reader, folder);
  const start = performance.now();
  const { code, stderr } = await started(place, plan, copied(place, plan), {});
  const duration = performance.now() - start;
  if (code !== 0) throw new Error(`rel ${command.words.join(' ')}: exit ${code}, ${stderr}`);
  const after = shown(reader, join(place, 'tried'));
  if (library === undefined) return { ...plan, before, after, duration };
  const log = join(place, `events ${command.name}`);
  const root = copied(place, plan);
  await started(place, plan, root, recorded(library, root, { log }));
  const changes = existsSync(log) ? eventsIn(log).filter(({ kind }) => kind !== 'answer') : [];
  return { ...plan, before, after, duration, changes: changes.length };
}

/** A folder as the command finds it. */
export function copied(place, { template }) {
  const folder = freshFolder(place, 'tried');
  cpSync(template, folder, { recursive: true });
  return folder;
}

/** Starts the command there. @returns its end, which has the child process as well */
export function started(place, { words, onTerminal }, folder, more) {
  const env = {
    REL_DB: join(folder, JOURNAL),
    XDG_CONFIG_HOME: join(folder, 'config'),
    ...more,
  };
  const child = onTerminal
    ? spawn('script', ['-qec', `exec ${relCommand} ${words.join(' ')}`, '/dev/null'], {
        env: environment(place, env),
        stdio: ['ignore', 'pipe', 'pipe'],
        cwd: folder,
      })
    : startRel(place, words, { env, cwd: folder });
  const end = ended(child);
  end.child = child;
  return end;
}

export const same = (one, other) => one.text === other.text;

/** All that the journal and the files around it say, without the names and times that differ from run to run. */
export function shown(reader, folder) {
  const journal = join(folder, JOURNAL);
  const { text = '', problem } = exportedFrom(reader, journal);
  if (problem !== undefined) return { problem };
  const lines = text.trim().split('\n').filter(Boolean).map(withoutChance).sort();
  const content = existsSync(journal) ? reader.content(journal) : reader.NOTHING;
  const counts = JSON.parse(content).map(([name, rows]) => `${rows.length} ${name}`);
  return { text: [...lines, ...counts, ...others(folder)].join('\n') };
}

function exportedFrom(reader, journal) {
  try {
    const text = reader.exported(journal);
    const [problem] = existsSync(journal) ? reader.problems(journal) : [];
    return { text, problem };
  } catch (error) {
    return { problem: error.message };
  }
}

function withoutChance(line) {
  const { id, ref, recordedAt, ...rest } = JSON.parse(line);
  return JSON.stringify({
    ...rest,
    hasId: id !== undefined,
    hasRef: ref !== undefined,
    recordedAt: recordedAt !== undefined,
  });
}

/** What is there besides the journal, whole. */
function others(folder) {
  return ['entries.csv', 'config/rel/config.toml']
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => `${name}: ${readFileSync(join(folder, name), 'utf8')}`);
}
