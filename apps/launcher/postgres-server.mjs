import { existsSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { runPostgresProgram } from './postgres-binaries.mjs';
import { isAlive, nameOf, workingFolderOf } from './process-identity.mjs';
import { PlainError } from './project.mjs';
import { serverAccount } from './server-account.mjs';

/**
 * @param {string} cluster
 * @returns {{ pid: number, port: number } | undefined} the server that runs on the cluster now
 */
export function runningServer(cluster) {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port) return undefined;
  // The file outlives a kill -9, and its number may be somebody else's by now; a server works in its cluster's folder.
  const alive = process.platform === 'linux' ? workingFolderOf(pid) === realpathSync(cluster) : isAlive(pid);
  return alive ? { pid, port } : undefined;
}

/**
 * @param {string} cluster
 * @returns {number | undefined} the port of a server that was killed; one that was stopped leaves no file
 */
export function lastPort(cluster) {
  const path = join(cluster, 'postmaster.pid');
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split('\n')[3]) || undefined : undefined;
}

/**
 * Starts the server; `pg_ctl` returns when it accepts connections, and takes it out of the terminal's process group,
 * so that a Ctrl-C does not cut the database off while the API still finishes its work.
 *
 * @param {string} cluster where no server runs
 * @param {{ port?: number, durable: boolean }} options
 * @returns {Promise<number>} the port
 */
export async function startServer(cluster, { port, durable }) {
  await clearRemains(cluster);
  const log = join(cluster, 'server.log');
  if (existsSync(log)) renameSync(log, `${log}.1`);
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort());
    // No socket file: its path may not be longer than 107 bytes, and everybody connects by TCP.
    const settings = [
      'listen_addresses=127.0.0.1',
      `port=${chosen}`,
      'unix_socket_directories=',
      'max_connections=200',
    ];
    if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
    const options = settings.map((setting) => `-c ${setting}`).join(' ');
    try {
      await pgCtl(cluster, ['start', '-w', '-t', '60', '-l', log, '-o', options]);
      return chosen;
    } catch {
      // Between the choice of a free port and its use somebody else may have taken it.
      if (port || attempt === 3) throw new PlainError(`PostgreSQL did not start on port ${chosen}:\n${tail(log)}`);
    }
  }
}

/** @param {string} cluster */
export async function stopServer(cluster) {
  if (!runningServer(cluster)) return;
  try {
    await pgCtl(cluster, ['stop', '-w', '-t', '30', '-m', 'fast']);
  } catch {
    if (runningServer(cluster)) await pgCtl(cluster, ['stop', '-w', '-t', '30', '-m', 'immediate']);
  }
}

/**
 * After a kill -9 of the server its children may still hold the shared memory, and its pid file may name a process
 * that is a stranger or a zombie; PostgreSQL would then refuse to start.
 */
async function clearRemains(cluster) {
  if (process.platform !== 'linux') return;
  const folder = realpathSync(cluster);
  const inFolder = (pid) => nameOf(pid) === 'postgres' && workingFolderOf(pid) === folder;
  const orphans = () => readdirSync('/proc').map(Number).filter(inFolder);
  for (let waited = 0; orphans().length > 0 && waited < 5000; waited += 50) {
    if (waited === 1000) for (const pid of orphans()) process.kill(pid, 'SIGKILL');
    await sleep(50);
  }
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

function pgCtl(cluster, args) {
  return runPostgresProgram('pg_ctl', ['-D', cluster, ...args], { account: serverAccount(cluster), cwd: cluster });
}

function tail(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').slice(-8).join('\n') : '(no log)';
}
