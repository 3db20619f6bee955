import { transformSync } from 'esbuild';

/** A Jest transformer: strips the types, keeps the ES modules and a source map for stack traces and coverage. */
export default {
  process(source, file) {
    return transformSync(source, {
      loader: file.endsWith('.tsx') ? 'tsx' : 'ts',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      format: 'esm',
      target: 'node20',
      supported: { 'import-attributes': true },
      sourcemap: 'inline',
      sourcefile: file,
    });
  },
};
