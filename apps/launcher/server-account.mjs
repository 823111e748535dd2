import { chmodSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PlainError } from './project.mjs';

/** @typedef {{ uid: number, gid: number }} Account */

/** `nobody` of nearly every system. */
const NOBODY = { uid: 65534, gid: 65534 };

/**
 * PostgreSQL refuses to run as root. Root therefore runs it as somebody else; everyone else as himself.
 * @param {string} [cluster] an existing cluster folder: root then acts as whoever owns it
 * @returns {Account | undefined} undefined: no change of account
 */
export function serverAccount(cluster) {
  if (process.getuid?.() !== 0) return undefined;
  if (!cluster) return NOBODY;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? NOBODY : { uid, gid };
}

/**
 * @param {string} path of a folder, or of a program
 * @param {Account | undefined} account
 * @returns {boolean} whether the account may enter the folder (run the program) and all that lies above it
 */
export function canReach(path, account) {
  if (!account) return true;
  for (let at = realpathSync(path); ; at = dirname(at)) {
    const { uid, gid, mode } = statSync(at);
    const mayEnter = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if (!(mode & mayEnter)) return false;
    if (at === dirname(at)) return true;
  }
}

/**
 * A folder outside the checkout that the server's account can enter, for a checkout that lies in a closed home.
 * Only root comes here, and must not be tricked into using a folder that somebody else has laid out in /var/tmp:
 * it has to be a real folder, root's own, that nobody else may write to.
 * @param {Account} account
 */
export function reachableHome(account) {
  const candidates = ['/var/lib', '/var/tmp', tmpdir()].map((parent) => join(parent, 'shuniu'));
  for (const folder of candidates) {
    try {
      mkdirSync(folder);
      chmodSync(folder, 0o755);
    } catch (error) {
      if (error.code !== 'EEXIST') continue;
    }
    const { uid, mode } = lstatSync(folder);
    const safe = lstatSync(folder).isDirectory() && uid === 0 && !(mode & 0o022);
    if (safe && canReach(folder, account)) return folder;
  }
  throw new PlainError(
    `The database server cannot run as root and finds no folder to run in: ${candidates.join(', ')}.`,
  );
}
