// npm run docs: prints the pages of docs/ that come from the code.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');
const { outputFiles } = await build({
  entryPoints: [join(import.meta.dirname, 'pages.ts')],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  define: { 'import.meta.url': '__filename' },
  external: ['better-sqlite3', 'better-sqlite3-node20'],
  write: false,
});
const bundle = { exports: {} };
const run = compileFunction(outputFiles[0].text, ['module', 'require', '__filename']);
run(bundle, createRequire(import.meta.url), import.meta.filename);

mkdirSync(join(root, 'docs'), { recursive: true });
for (const [name, text] of await bundle.exports.printedPages()) {
  writeFileSync(join(root, 'docs', name), text);
  console.log(`docs/${name}`);
}
