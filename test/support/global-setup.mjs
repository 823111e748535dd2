import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const PASSWORD = 'only-for-tests-0123';
const TEMPLATE = 'shuniu_template';

/**
 * Makes the database that every suite clones: migrated and seeded by the built command line, as an
 * operator would. Runs once before all suites.
 */
export default async function setUp() {
  const superuser = process.env.TEST_POSTGRES_URL;
  // Specs of pure rules run without a server; what needs one says so itself.
  if (!superuser) return;
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  try {
    await client.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shuniu_application') THEN CREATE ROLE shuniu_application NOLOGIN; END IF;
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shuniu_owner') THEN CREATE ROLE shuniu_owner LOGIN; END IF;
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shuniu_app') THEN CREATE ROLE shuniu_app LOGIN IN ROLE shuniu_application; END IF;
      END $$;
      ALTER ROLE shuniu_owner PASSWORD '${PASSWORD}';
      ALTER ROLE shuniu_app PASSWORD '${PASSWORD}';
    `);
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
    await client.query(
      `CREATE DATABASE ${TEMPLATE} OWNER shuniu_owner TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'`,
    );
  } finally {
    await client.end();
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'shuniu-test-data-'));
  const test = { superuser, template: TEMPLATE, password: PASSWORD, dataDir };
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: urlOf(test, 'shuniu_app', TEMPLATE),
    DATABASE_OWNER_URL: urlOf(test, 'shuniu_owner', TEMPLATE),
    DEMO: '1',
    DEMO_PASSWORD: PASSWORD,
    LOG_LEVEL: 'warn',
  };
  for (const command of ['create-keys', 'migrate', 'seed']) {
    execFileSync(process.execPath, ['dist/apps/cli/src/main.js', command], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  // Workers inherit the environment.
  process.env.SHUNIU_TEST = JSON.stringify(test);
}

/** @param {{ superuser: string, password: string }} test @param {string} role @param {string} database */
export function urlOf(test, role, database) {
  const url = new URL(test.superuser);
  url.username = role;
  url.password = test.password;
  url.pathname = `/${database}`;
  return url.href;
}
