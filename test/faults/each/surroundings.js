import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { freshFolder, journalLines } from '../material.js';
import { environment, rel, relCommand } from '../rel.js';

/** So few open files, so little memory (KiB) that Node itself starts only with the larger ones. */
const OPEN_FILES = [16, 18, 19, 20, 21, 22, 24, 32];
const MEMORY = [300_000, 700_000, 800_000, 1_000_000];
/** A bug of rel, or Node before it runs a line of rel. */
const STACK = /this is a bug in rel|\n {4}at /;
const OURS = /dist\/|src\//;

/**
 * What rel needs around it is missing: the folder it was started in, a home, room for temporary files, open files,
 * memory. It says so in a line with an honest exit code, and the journal is as it was.
 */
export const fault = {
  missing: () => (process.platform === 'win32' ? 'needs a POSIX shell' : undefined),
  async run({ place }) {
    const folder = freshFolder(place, 'around');
    const lines = join(place, 'lines.jsonl');
    writeFileSync(lines, journalLines(2_000));
    const journal = join(folder, 'journal.db');
    rel(place, ['import', lines], { env: { REL_DB: journal } });
    const text = () => rel(place, ['export', 'journal'], { env: { REL_DB: journal } }).stdout;
    const [before, bad] = [text(), []];
    const cases = casesIn(folder);
    for (const { what, script, env = {}, codes } of cases) {
      const { status, stderr } = spawnSync('sh', ['-c', script], {
        cwd: folder,
        env: { ...environment(place, { REL_DB: journal }), ...env },
        encoding: 'utf8',
      });
      if (!codes.includes(status)) bad.push(`${what}: exit ${status}, ${stderr.slice(0, 300)}`);
      else if (STACK.test(stderr) && OURS.test(stderr))
        bad.push(`${what}: ${stderr.slice(0, 300)}`);
    }
    if (text() !== before) bad.push('the journal is not as it was');
    return { figure: `${bad.length} of ${cases.length} odd surroundings went wrong`, bad };
  },
};

function casesIn(folder) {
  const removed = 'mkdir gone && cd gone && rmdir ../gone';
  let others = 0;
  const other = () => `REL_DB=${join(folder, `other${(others += 1)}.db`)}`;
  const log = `${relCommand} log Acme --new call`;
  const nodeFails = (status) => [status, 1, 3, 132, 133, 134, 139, null];
  return [
    { what: 'folder removed', script: `${removed}; ${other()} ${log}`, codes: [0] },
    { what: 'folder removed, relative --db', script: `${removed}; ${log} --db x.db`, codes: [2] },
    {
      what: 'folder removed, export',
      script: `${removed}; ${relCommand} export entries --output x.csv`,
      codes: [4],
    },
    {
      what: 'folder removed, import',
      script: `${removed}; ${relCommand} import x.jsonl`,
      codes: [2],
    },
    { what: 'no HOME', script: `unset HOME; ${other()} ${log}`, codes: [0] },
    {
      what: 'HOME is a file',
      script: `HOME=${join(folder, 'journal.db')} XDG_CONFIG_HOME= XDG_CACHE_HOME= ${other()} ${log}`,
      codes: [0],
    },
    {
      what: 'no room for temporary files',
      // Below a file there can be no folder, whatever else lies on this machine.
      script: `TMPDIR=${join(folder, 'journal.db', 'tmp')} ${relCommand} export journal`,
      codes: [4],
    },
    ...OPEN_FILES.map((most) => ({
      what: `${most} open files`,
      script: `ulimit -n ${most}; exec ${relCommand} list`,
      codes: nodeFails(0),
    })),
    ...MEMORY.map((most) => ({
      what: `${most} KiB of memory`,
      script: `ulimit -c 0; ulimit -v ${most}; exec ${relCommand} list`,
      codes: nodeFails(0),
    })),
    ...(process.getuid?.() === 0 && existsSync('/usr/bin/setpriv') ? [nobody(log)] : []),
  ];
}

/** A user whom the system does not know, as in a container. */
const nobody = (log) => ({
  what: 'a user without a home',
  script: `unset HOME REL_DB XDG_CONFIG_HOME XDG_CACHE_HOME; setpriv --reuid=54321 --clear-groups ${log}`,
  codes: [2],
});
