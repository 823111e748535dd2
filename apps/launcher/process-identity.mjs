import { readFileSync, readlinkSync } from 'node:fs';

/**
 * Names a running process for ever. A bare number does not: after a restart of a container the same small number is
 * soon given to somebody else, and a lock left by a killed process would then look held. Where the system tells when
 * a process started, that is part of the name.
 *
 * @param {number} pid
 * @returns {string | undefined} undefined when no such process runs
 */
export function identityOf(pid) {
  if (process.platform !== 'linux') return isAlive(pid) ? String(pid) : undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie holds nothing, and where process 1 reaps no orphans it stays for ever.
    return state === 'Z' || state === 'X' ? undefined : `${pid} ${fields[18]}`;
  } catch {
    return undefined;
  }
}

/** @param {string} identity as given by identityOf */
export function isRunning(identity) {
  return identity !== '' && identityOf(Number.parseInt(identity, 10)) === identity;
}

/**
 * @param {number} pid
 * @returns {string | undefined} its working folder, where the system tells
 */
export function workingFolderOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
