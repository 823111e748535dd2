import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { environmentOf } from './app.js';
import type { TestDatabase } from './database.js';

const CLI = 'dist/apps/cli/src/main.js';

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `registry ARGS` as an operator would: the built program, in a process of its own, on a test database. */
export function registry(database: TestDatabase, ...args: string[]): CommandResult {
  return registryIn(environmentOf(database), ...args);
}

/** The same with an environment that `environmentOf` gave. */
export function registryIn(env: Readonly<Record<string, string>>, ...args: string[]): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    env: { ...process.env, ...env, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Starts a command and leaves it to the test to wait for it or to kill it. */
export function startRegistry(env: Readonly<Record<string, string>>, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, ...env, NODE_OPTIONS: '' },
    stdio: 'ignore',
  });
}
