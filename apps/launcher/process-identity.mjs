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
  const { state, started } = statusOf(pid) ?? {};
  // A zombie holds nothing, and where process 1 reaps no orphans it stays for ever.
  return state && !'ZX'.includes(state) ? `${pid} ${started}` : undefined;
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

/** @param {number} pid @returns {string | undefined} */
export function nameOf(pid) {
  return statusOf(pid)?.name;
}

/** @param {number} pid @returns {number | undefined} */
export function parentOf(pid) {
  return statusOf(pid)?.parent;
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

/** What Linux tells of a process; see proc_pid_stat(5). The name may itself hold blanks and brackets. */
function statusOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    const fields = stat.slice(end + 2).split(' ');
    const name = stat.slice(stat.indexOf('(') + 1, end);
    return { name, state: fields[0], parent: Number(fields[1]), started: fields[19] };
  } catch {
    return undefined;
  }
}
