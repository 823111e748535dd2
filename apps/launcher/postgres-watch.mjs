import { setTimeout as sleep } from 'node:timers/promises';
import { StopRequested } from './stop-request.mjs';

const LOOK_MS = 250;
/** Between attempts that fail; a full disk is not mended by trying often. */
const RETRY_MS = 5_000;

/**
 * Looks after a database server: when it has died, it is started again, and both is said. PostgreSQL then replays
 * its log, so nothing that was committed is lost; the programs that use it connect anew by themselves.
 *
 * @param {object} server
 * @param {() => boolean} server.isUp
 * @param {() => Promise<void>} server.restart
 * @param {(message: string) => void} server.log
 * @returns {{ end(): Promise<void> }} looks no more, and waits for a start that is under way
 */
export function watchServer({ isUp, restart, log }) {
  const ending = new AbortController();
  const pause = (ms) => sleep(ms, undefined, { signal: ending.signal, ref: false }).catch(() => undefined);

  async function watch() {
    while (!ending.signal.aborted) {
      if (isUp()) await pause(LOOK_MS);
      else await bringUp();
    }
  }

  async function bringUp() {
    log('PostgreSQL has died; starting it again …');
    try {
      await restart();
      log('PostgreSQL is up again.');
    } catch (error) {
      if (error instanceof StopRequested) return ending.abort();
      log(`PostgreSQL could not be started again; next attempt in ${RETRY_MS / 1000} s. ${error.message}`);
      await pause(RETRY_MS);
    }
  }

  const watching = watch();
  return {
    end: () => {
      ending.abort();
      return watching;
    },
  };
}
