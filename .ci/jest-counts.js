// Turns the report of `jest --json` into the two lines that .ci/run adds up.
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const skipped = report.testResults
  .flatMap((file) => file.assertionResults)
  .filter(({ status }) => status !== 'passed' && status !== 'failed')
  .map(({ fullName }) => fullName);
const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;

console.log(`skipped: ${skipped.join('; ') || 'none'}`);
console.log(`${report.numPassedTests} passed, ${failed || Number(!report.success)} failed`);
