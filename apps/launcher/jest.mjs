import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { supervise } from './run.mjs';
import { throwIfStopRequested } from './stop-request.mjs';
import { openTestDatabase } from './test-database.mjs';
import { postgresPrograms } from './test-postgres-programs.mjs';
import { openTestRedis } from './test-redis.mjs';

const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

/**
 * Runs jest on a database server of its own, and on a Redis of its own where there can be one.
 * @param {string[]} args arguments of jest
 * @param {NodeJS.ProcessEnv} [extra] environment of the tests beyond ours
 * @returns {Promise<number>} the exit code
 */
export async function runJest(args, extra = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'shuniu-report-'));
  const report = join(folder, 'report.json');
  const database = await openTestDatabase();
  const redis = await openTestRedis();
  try {
    // A test must never reach the database that somebody works with.
    const { DATABASE_URL: _url, DATABASE_OWNER_URL: _ownerUrl, REDIS_URL: _redisUrl, ...env } = process.env;
    env.TEST_POSTGRES_URL = database.url;
    if (redis) env.TEST_REDIS_URL = redis.url;
    const programs = postgresPrograms();
    if (programs) env.TEST_POSTGRES_PROGRAMS = programs;
    const jest = [...JEST, '--json', `--outputFile=${report}`, ...args];
    const code = await supervise(jest, { env: { ...env, ...extra } });
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
