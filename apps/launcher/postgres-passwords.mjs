import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ superuser: string, owner: string, application: string }} Passwords */

/**
 * Generated once: an open door on a loopback address is still open to every account of the machine.
 * @param {string} dataDir
 * @returns {Passwords}
 */
export function postgresPasswords(dataDir) {
  const path = join(dataDir, 'postgres-passwords.json');
  if (!existsSync(path)) {
    const passwords = { superuser: generated(), owner: generated(), application: generated() };
    // Moved into place whole: half a file would lock everybody out of the cluster.
    writeFileSync(`${path}.new`, JSON.stringify(passwords, undefined, 2), { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Letters that need no escape in a URL or in SQL. */
function generated() {
  return randomBytes(24).toString('base64url');
}
