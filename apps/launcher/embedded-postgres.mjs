import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withLock } from './lock.mjs';
import { clusterFolder, ensureCluster } from './postgres-cluster.mjs';
import { postgresPasswords } from './postgres-passwords.mjs';
import { ensureRolesAndDatabase, waitForConnection } from './postgres-roles.mjs';
import { lastPort, runningServer, startServer, stopServer } from './postgres-server.mjs';
import { watchServer } from './postgres-watch.mjs';
import { say } from './project.mjs';
import { ServerUsers } from './server-users.mjs';

/**
 * @typedef {object} EmbeddedPostgres
 * @property {string} superuserUrl
 * @property {string} ownerUrl
 * @property {string} applicationUrl
 * @property {number} port
 * @property {boolean} startedHere false: it was up already
 * @property {() => void} keepUp from now on until `stop`, starts the server again whenever it has died
 * @property {() => Promise<void>} stop stops the server unless another process still uses it
 */

/**
 * A PostgreSQL server whose data lies under the data folder: created at the first start, joined when it is up.
 *
 * @param {object} options
 * @param {string} options.dataDir
 * @param {number} [options.port] a free one unless given
 * @param {boolean} [options.durable] false: a power cut may ruin it, and tests run faster
 * @param {boolean} [options.roles] false: a bare server, without the roles and the database of the program
 * @param {(message: string) => void} [options.log]
 * @returns {Promise<EmbeddedPostgres>}
 */
export async function startEmbeddedPostgres({ dataDir, port, durable = true, roles = true, log = say }) {
  const users = new ServerUsers(dataDir);
  const lock = join(dataDir, 'postgres.lock');

  return withLock(lock, async () => {
    const cluster = clusterFolder(dataDir);
    const passwords = postgresPasswords(dataDir);
    let running = runningServer(cluster);
    if (running && port && running.port !== port) running = await leaveOrStop(cluster, running);
    const actual = running?.port ?? (await create(cluster, passwords.superuser));
    const url = (user, password, database) => `postgres://${user}:${password}@127.0.0.1:${actual}/${database}`;
    const superuserUrl = url('postgres', passwords.superuser, 'postgres');
    users.enter();
    try {
      await waitForConnection(superuserUrl);
      if (roles) await ensureRolesAndDatabase(superuserUrl, passwords);
    } catch (error) {
      await leave(cluster);
      throw error;
    }
    let watch;
    return {
      superuserUrl,
      ownerUrl: url('shuniu_owner', passwords.owner, 'shuniu'),
      applicationUrl: url('shuniu_app', passwords.application, 'shuniu'),
      port: actual,
      startedHere: !running,
      keepUp: () =>
        (watch ??= watchServer({ isUp: () => !!runningServer(cluster), restart: () => restart(cluster, actual), log })),
      stop: async () => {
        await watch?.end();
        await withLock(lock, () => leave(cluster), { evenWhenStopping: true });
      },
    };
  });

  async function create(cluster, password) {
    await ensureCluster(cluster, { password, durable });
    // Whoever uses a server that has died looks for it where it was.
    const chosen = await startServer(cluster, {
      port: port ?? (users.hasOthers() ? lastPort(cluster) : undefined),
      durable,
    });
    log(`PostgreSQL is up on 127.0.0.1:${chosen}.`);
    return chosen;
  }

  /** Where it was, unless a command that came in between has started it already. */
  async function restart(cluster, at) {
    await withLock(lock, async () => {
      if (!runningServer(cluster)) await startServer(cluster, { port: at, durable });
    });
  }

  async function leave(cluster) {
    users.leave();
    if (!users.hasOthers()) await stopServer(cluster);
  }

  /** A server left behind by a killed program does not bind us to its port; one that is in use does. */
  async function leaveOrStop(cluster, running) {
    if (users.hasOthers()) {
      log(`PostgreSQL is in use on port ${running.port}; PG_PORT=${port} takes effect at its next start.`);
      return running;
    }
    await stopServer(cluster);
    return undefined;
  }
}

/**
 * Stops the server of a data folder, if it runs, and removes the folder with all that belongs to it.
 * @param {string} dataDir
 */
export async function destroyEmbeddedPostgres(dataDir) {
  const cluster = clusterFolder(dataDir);
  await stopServer(cluster);
  rmSync(cluster, { recursive: true, force: true });
  if (dirname(cluster) !== dataDir) rmSync(dirname(cluster), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
