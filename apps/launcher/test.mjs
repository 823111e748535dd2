import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { command } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { step, supervise } from './run.mjs';
import { throwIfStopRequested } from './stop-request.mjs';
import { openTestDatabase } from './test-database.mjs';
import { openTestRedis } from './test-redis.mjs';

const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

/** `npm test`: everything, cheapest first, up to the first failure. `npm test -- ARGS` runs only jest, with ARGS. */
await command(async () => {
  const args = process.argv.slice(2);
  await timed('packages', ensureInstalled);
  if (args.length === 0) {
    await check('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '.');
    await check('lint', 'node_modules/eslint/bin/eslint.js', '.');
    await check('types', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json');
  }
  await timed('build', ensureBuilt);
  if (args.length === 0) await check('architecture', 'test/architecture/arch.mjs');
  return timed('tests', () => runJest(args));
});

/** @param {string} name @param {...string} program */
function check(name, ...program) {
  return timed(name, () => step(name, program));
}

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 */
async function timed(name, work) {
  const start = performance.now();
  console.log(`\n== ${name}`);
  const result = await work();
  if (name !== 'tests') console.log(`== ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function runJest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'shuniu-report-'));
  const report = join(folder, 'report.json');
  const database = await openTestDatabase();
  const redis = await openTestRedis();
  try {
    // A test must never reach the database that somebody works with.
    const { DATABASE_URL: _url, DATABASE_OWNER_URL: _ownerUrl, REDIS_URL: _redisUrl, ...env } = process.env;
    env.TEST_POSTGRES_URL = database.url;
    if (redis) env.TEST_REDIS_URL = redis.url;
    const jest = [...JEST, '--maxWorkers=2', '--json', `--outputFile=${report}`, ...args];
    const code = await supervise(jest, { env });
    throwIfStopRequested();
    // No report: an option such as --listTests ran no test.
    return existsSync(report) ? conclude(code, JSON.parse(readFileSync(report, 'utf8'))) : code;
  } finally {
    await redis?.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A suite that could not even be loaded has no tests to count, and yet it failed. */
function conclude(code, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  console.log(`${numPassedTests} passed, ${failed} failed`);
  return failed > 0 ? 1 : code;
}
