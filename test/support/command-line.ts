import { spawnSync } from 'node:child_process';
import { environmentOf } from './app.js';
import type { TestDatabase } from './database.js';

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `registry ARGS` as an operator would: the built program, in a process of its own, on a test database. */
export function registry(database: TestDatabase, ...args: string[]): CommandResult {
  const env = { ...process.env, ...environmentOf(database), NODE_OPTIONS: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/apps/cli/src/main.js', ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
