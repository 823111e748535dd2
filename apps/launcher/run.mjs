import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT, PlainError } from './project.mjs';
import { stopRequest, throwIfStopRequested } from './stop-request.mjs';

const GRACE_MS = 25_000;

/**
 * Runs a Node program to its end and passes a wish to stop on to it: SIGTERM at once (a terminal's Ctrl-C has reached
 * it already; it must bear both), SIGKILL when it has not ended after 25 s or when the user insists.
 *
 * @param {string[]} args arguments of node, the program first
 * @param {{ env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} [options]
 * @returns {Promise<number>} its exit code; like a shell, 128 + n when signal n ended it; 0 when it ended by the
 *   very signal that asked it to
 */
export function supervise(args, { env = process.env, stdio = 'inherit' } = {}) {
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio });
  let timer;
  const kill = () => child.kill('SIGKILL');
  const stop = () => {
    child.kill('SIGTERM');
    timer = setTimeout(kill, GRACE_MS);
  };
  stopRequest.asked.addEventListener('abort', stop);
  stopRequest.insisted.addEventListener('abort', kill);
  if (stopRequest.asked.aborted) stop();

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(exitCode(code, signal)));
  }).finally(() => {
    clearTimeout(timer);
    stopRequest.asked.removeEventListener('abort', stop);
    stopRequest.insisted.removeEventListener('abort', kill);
  });
}

/**
 * One step on the way: the steps behind it make no sense unless it succeeds.
 * @param {string} name
 * @param {Parameters<typeof supervise>} run
 */
export async function step(name, ...run) {
  throwIfStopRequested();
  const code = await supervise(...run);
  throwIfStopRequested();
  if (code !== 0) throw new PlainError(`${name} failed (exit code ${code}).`);
}

/** @param {number | null} code @param {NodeJS.Signals | null} signal */
function exitCode(code, signal) {
  if (signal === null) return code ?? 1;
  const orderly = stopRequest.asked.aborted && [stopRequest.asked.reason, 'SIGTERM'].includes(signal);
  return orderly ? 0 : 128 + constants.signals[signal];
}
