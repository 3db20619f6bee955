import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const onlyInPlatform = 'Only src/platform touches the outside world; take it from there.';

export default defineConfig(
  { ignores: ['coverage/', 'dist/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      eqeqeq: 'error',
      'max-depth': ['error', 3],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: { 'max-lines': ['error', 250] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/platform/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'console', message: onlyInPlatform },
        { name: 'process', message: onlyInPlatform },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['chalk', 'inquirer', '@inquirer/*', 'process', 'node:process'],
              message: onlyInPlatform,
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: onlyInPlatform,
        },
        { selector: 'CallExpression[callee.name="Date"]', message: onlyInPlatform },
        {
          selector: 'MemberExpression[object.name="Date"][property.name="now"]',
          message: onlyInPlatform,
        },
        {
          selector:
            'ImportExpression[source.value=/^(chalk|inquirer|@inquirer\\u002f|(node:)?process$)/]',
          message: onlyInPlatform,
        },
      ],
    },
  },
  {
    // Which driver fits is a question to Node itself, not to the world around the program. Who runs it is not handed
    // in either: a caller who forgets it would leave the journal open to other users.
    files: ['src/store/driver.ts', 'src/store/native-driver.ts', 'src/store/other-users.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // A test states what it knows of its fixture; a wrong statement fails there and then.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly' } },
  },
  {
    // Runs inside a page.
    files: ['test/support/in-page.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['document', 'getComputedStyle', 'innerHeight', 'innerWidth', 'Node', 'SVGElement'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  {
    files: ['bin/rel.js', '**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { __dirname: 'readonly' } },
  },
);
