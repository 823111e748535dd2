import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { say } from './project.mjs';

/**
 * A Redis for the tests that need one: `REDIS_URL`, or a `redis-server` of their own where that program is on the
 * machine. Undefined where it is not: those tests are left out, and it is said plainly.
 * @returns {Promise<{ url: string, close(): Promise<void> } | undefined>}
 */
export async function openTestRedis() {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, close: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'shuniu-redis-'));
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn('redis-server', options, { stdio: 'ignore' });
  const failed = new Promise((resolve) => server.once('error', () => resolve(true)));
  const close = async () => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  if (await Promise.race([failed, answers(port).then(() => false)])) {
    await close();
    say('LEFT OUT: the tests that need Redis. Install redis-server, or set REDIS_URL, to run them.');
    return undefined;
  }
  return { url: `redis://127.0.0.1:${port}`, close };
}

/** @param {number} port */
async function answers(port) {
  while (!(await reachable(port))) await sleep(50);
}

/** @param {number} port @returns {Promise<boolean>} */
function reachable(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => undefined);
    socket.unref();
    socket.once('connect', () => socket.destroy());
  });
}
