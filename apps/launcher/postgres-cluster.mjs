import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runPostgresProgram } from './postgres-binaries.mjs';
import { PlainError, say } from './project.mjs';
import { canReach, reachableHome, serverAccount } from './server-account.mjs';

/**
 * Where the cluster of a data folder lies: inside it, or, when the account that runs the server cannot get there,
 * in a folder that a small file in the data folder names.
 *
 * @param {string} dataDir
 * @returns {string} the cluster's folder; perhaps not there yet
 */
export function clusterFolder(dataDir) {
  const inside = join(dataDir, 'postgres');
  const pointer = join(dataDir, 'postgres-location');
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  const account = serverAccount();
  if (existsSync(inside) || canReach(dataDir, account)) return inside;
  // Not derived from the path of the data folder: whoever deletes that folder wants to begin anew, and would
  // otherwise meet a cluster whose passwords are gone.
  const home = join(reachableHome(account), `cluster-${randomBytes(8).toString('hex')}`);
  mkdirSync(home);
  chmodSync(home, 0o755);
  const folder = join(home, 'postgres');
  say(`The account that runs the database cannot enter ${dataDir}; its files go to ${folder}.`);
  writeFileSync(`${pointer}.new`, `${folder}\n`, { flush: true });
  renameSync(`${pointer}.new`, pointer);
  return folder;
}

/**
 * Creates the cluster unless it is there. It is made beside its place and then moved, so that an initdb that was
 * killed half-way leaves nothing that looks like a cluster.
 *
 * @param {string} folder
 * @param {{ password: string, durable: boolean }} options
 */
export async function ensureCluster(folder, { password, durable }) {
  if (existsSync(join(folder, 'PG_VERSION'))) {
    if (canReach(folder, serverAccount(folder))) return;
    throw new PlainError(
      `The account that runs the database can no longer enter ${folder}: open the folders above it.`,
    );
  }
  const account = serverAccount();
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  const passwordFile = join(draft, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
  const args = ['--pgdata', join(draft, 'cluster'), '--username=postgres', '--auth=scram-sha-256'];
  // With the locale C the trigrams of Chinese text are empty.
  args.push('--pwfile', passwordFile, '--encoding=UTF8', '--locale=C.UTF-8', ...(durable ? [] : ['--no-sync']));
  await runPostgresProgram('initdb', args, { account, cwd: draft });
  renameSync(join(draft, 'cluster'), folder);
  rmSync(draft, { recursive: true, force: true });
}
