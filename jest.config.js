/** @type {import('jest').Config} */
export default {
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': '<rootDir>/test/build/esbuild-transform.js' },
  testSequencer: '<rootDir>/test/build/sequencer.js',
  globalSetup: '<rootDir>/test/build/set-up.js',
  globalTeardown: '<rootDir>/test/build/tear-down.js',
  // Most of the time is spent waiting for other processes. One worker more takes a sixth longer.
  maxWorkers: '100%',
  testTimeout: 60_000,
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.{ts,tsx}'],
};
