import { rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** After the last test: removes the folder that the set-up made, with what tests left in it. */
export default function tearDown() {
  rmSync(process.env.TMPDIR, { recursive: true, force: true });
  // A watching Jest sets up once more.
  process.env.TMPDIR = dirname(process.env.TMPDIR);
}
