import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from './project.mjs';

const DATABASE = 'shuniu';

/**
 * Creates what is missing of the database and its roles; safe to run on every start.
 *
 * - `shuniu_owner` migrates. It owns the database, and so may also create the trusted extensions.
 * - `shuniu_application` is what migrations grant rights to: a group, so that they need not know who logs in.
 * - `shuniu_app` logs in as a member of it, and owns nothing.
 *
 * @param {string} superuserUrl
 * @param {import('./postgres-passwords.mjs').Passwords} passwords
 */
export async function ensureRolesAndDatabase(superuserUrl, passwords) {
  await withClient(superuserUrl, async (client) => {
    const has = async (sql) => (await client.query(`${sql} = $1`, [DATABASE])).rowCount > 0;
    await ensureRole(client, 'shuniu_owner', `LOGIN PASSWORD ${client.escapeLiteral(passwords.owner)}`);
    await ensureRole(client, 'shuniu_application', 'NOLOGIN');
    await ensureRole(client, 'shuniu_app', `LOGIN PASSWORD ${client.escapeLiteral(passwords.application)}`);
    await client.query('GRANT shuniu_application TO shuniu_app');
    if (!(await has('SELECT FROM pg_database WHERE datname'))) {
      await client.query(`CREATE DATABASE ${DATABASE} OWNER shuniu_owner`);
    }
    // By default everybody may connect to every database and create temporary tables in it.
    await client.query(`REVOKE ALL ON DATABASE ${DATABASE}, postgres, template1 FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO shuniu_application`);
  });
}

/** The password is set each time: the file is the truth. */
async function ensureRole(client, name, attributes) {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${name} ${attributes}`);
}

/**
 * @param {string} url
 * @throws {PlainError} when the server does not accept a connection within ten seconds
 */
export async function waitForConnection(url) {
  for (const deadline = Date.now() + 10_000; ; await sleep(100)) {
    try {
      return await withClient(url, (client) => client.query('SELECT 1'));
    } catch (error) {
      if (error.code === '28P01') {
        throw new PlainError(
          'The embedded PostgreSQL does not accept the passwords in postgres-passwords.json: put back the file that ' +
            'belongs to this cluster, or remove the whole data folder to begin anew.',
        );
      }
      if (Date.now() > deadline) throw new PlainError(`PostgreSQL does not answer: ${error.message}`);
    }
  }
}

/**
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<unknown>} work
 */
async function withClient(url, work) {
  // Imported late: the launcher itself must run before anything is installed.
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
