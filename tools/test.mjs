/** `npm test`: every suite, one after another, and at the end one line that sums them up. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const REPORTS = '.cache/test';

/** A suite without a report of its own counts as one test. */
const suites = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['biome', 'ci', '.'] },
  { name: 'unit', command: vitest('unit'), report: readVitest },
  { name: 'build', command: ['vite', 'build', '--logLevel', 'warn'] },
  { name: 'elements', command: vitest('elements'), report: readVitest },
  { name: 'deck', command: ['playwright', 'test'], report: readPlaywright },
  { name: 'browsers', command: vitest('browsers'), report: readVitest },
];

function vitest(project) {
  return [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORTS}/${project}.json`,
  ];
}

function readVitest(text) {
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(text);
  return {
    passed: numPassedTests,
    failed: Math.max(numFailedTests, Math.min(1, numFailedTestSuites)),
    skipped: numPendingTests,
  };
}

function readPlaywright(text) {
  const { expected, unexpected, flaky, skipped } = JSON.parse(text).stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}

function run({ name, command: [program, ...args], report }) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(join('node_modules', '.bin', program), args, {
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: `${REPORTS}/${name}.json` },
  });
  const alone = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  if (!report) return alone;
  try {
    const counts = report(readFileSync(join(REPORTS, `${name}.json`), 'utf8'));
    return { ...counts, failed: status === 0 ? counts.failed : Math.max(1, counts.failed) };
  } catch {
    return { ...alone, passed: 0, failed: 1 }; // it died before it could report
  }
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const asked = process.argv.slice(2);
const results = suites
  .filter(({ name }) => asked.length === 0 || asked.includes(name))
  .map((suite) => ({ name: suite.name, ...run(suite) }));
console.log('');
for (const { name, passed, failed, skipped } of results)
  console.log(`${name.padEnd(10)} ${passed} passed, ${failed} failed, ${skipped} skipped`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
