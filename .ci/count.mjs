// Says how many tests passed and failed, by vitest's own account. A file that could not be loaded, an error outside
// of every test, and a run without an account count as failures too.
import { readFileSync } from 'node:fs';

const [file, code] = process.argv.slice(2);

function read() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.error('vitest has left no account of its run.');
    return { numPassedTests: 0, numFailedTests: 0, success: false, testResults: [] };
  }
}

const { numPassedTests, numFailedTests, success, testResults } = read();
const unloaded = testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
);
for (const { name, message } of unloaded) console.error(`${name}: ${message}`);
const failed = numFailedTests + unloaded.length;
const clean = success && code === '0';
console.log(`${numPassedTests} passed, ${failed === 0 && !clean ? 1 : failed} failed`);
process.exitCode = clean && failed === 0 ? 0 : 1;
