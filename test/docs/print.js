// npm run docs: writes the pages of docs/ and the output in the README that come from the program.
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
  define: { 'import.meta.url': '__filename', 'import.meta.dirname': '__dirname' },
  external: ['better-sqlite3', 'better-sqlite3-node20'],
  write: false,
});
const bundle = { exports: {} };
const run = compileFunction(outputFiles[0].text, ['module', 'require', '__filename', '__dirname']);
run(bundle, createRequire(import.meta.url), import.meta.filename, import.meta.dirname);

mkdirSync(join(root, 'docs'), { recursive: true });
for (const [file, text] of await bundle.exports.printedFiles(root)) {
  writeFileSync(join(root, file), text);
  console.log(file);
}
