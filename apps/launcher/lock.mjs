import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, isRunning } from './process-identity.mjs';
import { PlainError } from './project.mjs';
import { throwIfStopRequested } from './stop-request.mjs';

/**
 * A lock file that names its holder: when the holder is dead the lock is free, whatever killed it.
 *
 * @param {string} path
 * @returns {{ release(): void } | undefined} undefined when a living process holds it
 */
export function tryLock(path) {
  // Linked into place whole: nobody ever reads a lock without a name in it.
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, identityOf(process.pid) ?? '');
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (linked(mine, path)) return { release: () => rmSync(path, { force: true }) };
      if (isRunning(holder(path))) return undefined;
      removeDead(path);
    }
    return undefined;
  } finally {
    rmSync(mine, { force: true });
  }
}

/**
 * Does the work while no other process does; waits for its turn.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {{ evenWhenStopping?: boolean }} [options] for the work of tidying up
 * @returns {Promise<T>}
 */
export async function withLock(path, work, { evenWhenStopping = false } = {}) {
  const deadline = Date.now() + 300_000;
  for (;;) {
    const lock = tryLock(path);
    if (lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (Date.now() > deadline) throw new PlainError(`Waited in vain for process ${holder(path)}, which holds ${path}.`);
    if (!evenWhenStopping) throwIfStopRequested();
    await sleep(100);
  }
}

/** @param {string} from @param {string} to */
function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Two may find the same dead lock: the slower one must not take away what the faster one has just made. */
function removeDead(path) {
  const aside = `${path}.dead.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (isRunning(holder(aside))) linked(aside, path);
  rmSync(aside, { force: true });
}

/** @param {string} path @returns {string} the name of the process in the lock; empty when there is none */
function holder(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
