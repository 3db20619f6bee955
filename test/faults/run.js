// npm run faults: breaks the machine under rel in the ways of SECURITY.md, and counts what rel made of it.
//   node test/faults/run.js [--short] [--only kill,writers] [--seed 7]
// Needs a built rel (npm run build). Each line is one fault with its figure; the seed at the end repeats the run.
// The last line is "N passed, N failed", the one before names what was skipped, and why.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from './random.js';

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

const wanted = values.only === '' ? [] : values.only.split(',');
const folder = join(import.meta.dirname, 'each');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.js'))
  .map((file) => file.slice(0, -'.js'.length))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();
if (names.length === 0) throw new Error(`there is no fault called ${values.only}`);

const skipped = [];
let passed = 0;
let failed = 0;
for (const name of names) {
  const { fault } = await import(`./each/${name}.js`);
  const missing = fault.missing();
  if (missing !== undefined) {
    skipped.push(`${name} (${missing})`);
    continue;
  }
  const place = mkdtempSync(join(tmpdir(), `rel-faults-${name}-`));
  try {
    const { figure, bad } = await fault.run({
      short: values.short,
      random: randomFrom(`${values.seed} ${name}`),
      place,
    });
    if (bad.length === 0) passed += 1;
    else failed += 1;
    console.log(`${bad.length === 0 ? 'ok' : 'FAILED'} ${name}: ${figure}`);
    for (const line of bad.slice(0, 10)) console.log(`  ${line}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}: ${error instanceof Error ? error.stack : String(error)}`);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
console.log(`seed ${values.seed}`);
console.log(`skipped: ${skipped.join('; ') || 'none'}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
