import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { clusterFolder } from './postgres-cluster.mjs';
import { PlainError } from './project.mjs';
import { serverAccount } from './server-account.mjs';

const CLUSTER = 'cluster';
const PASSWORDS = 'postgres-passwords.json';
const SUMS = 'CLUSTER-SHA256SUMS';
/** Of the running server only: a copy must not believe that it runs, and needs no log. */
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'server.log', 'server.log.1']);

/**
 * Copies the files of the stopped embedded server into a backup, with the passwords of its roles.
 * @param {string} dataDir
 * @param {string} backup
 */
export function copyClusterOut(dataDir, backup) {
  const cluster = clusterFolder(dataDir);
  cpSync(cluster, join(backup, CLUSTER), { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  cpSync(join(dataDir, PASSWORDS), join(backup, PASSWORDS));
  const lines = [PASSWORDS, ...filesBelow(join(backup, CLUSTER)).map((path) => join(CLUSTER, path))].map(
    (path) => `${sha256Of(join(backup, path))}  ${path}`,
  );
  // Last: without it there is no copy of a cluster in the backup.
  writeFileSync(join(backup, SUMS), `${lines.join('\n')}\n`, { mode: 0o600, flush: true });
}

/**
 * Puts the copy in the place of a data folder's cluster, which must not be there yet.
 * @param {string} backup
 * @param {string} dataDir
 */
export function copyClusterIn(backup, dataDir) {
  if (!existsSync(join(backup, SUMS))) throw new PlainError(`${backup} holds no copy of an embedded database.`);
  const cluster = clusterFolder(dataDir);
  if (existsSync(cluster)) throw new PlainError(`There is a database in ${dataDir} already; set another DATA_DIR.`);
  for (const line of readFileSync(join(backup, SUMS), 'utf8').split('\n').filter(Boolean)) {
    const path = line.slice(66);
    if (sha256Of(join(backup, path)) !== line.slice(0, 64)) throw new PlainError(`${path} is not as it was backed up.`);
  }
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(join(backup, CLUSTER), draft, { recursive: true });
  giveTo(draft, serverAccount());
  cpSync(join(backup, PASSWORDS), join(dataDir, PASSWORDS));
  chmodSync(join(dataDir, PASSWORDS), 0o600);
  renameSync(draft, cluster);
}

/**
 * Takes the copy out again, so that a restore that could not be done can be tried anew.
 * @param {string} dataDir
 */
export function removeCluster(dataDir) {
  rmSync(clusterFolder(dataDir), { recursive: true, force: true });
  rmSync(join(dataDir, PASSWORDS), { force: true });
}

/** PostgreSQL starts only on a folder that is its account's own and that nobody else may enter. */
function giveTo(folder, account) {
  for (const path of ['', ...readdirSync(folder, { recursive: true })]) {
    if (account) chownSync(join(folder, String(path)), account.uid, account.gid);
  }
  chmodSync(folder, 0o700);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function sha256Of(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
