import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Runs the tour of the README, exactly as it stands there, against a program that is up (with `DEMO_PASSWORD`, on a fresh
 * `DATA_DIR`): `node test/docs/tour.mjs`. It needs bash and curl; `API` names another address than that of the README.
 */
const root = resolve(import.meta.dirname, '../..');
const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```sh tour\n([^]*?)^```$/gm)].map(([, block]) => block);
const { status } = spawnSync('bash', ['-c', blocks.join('\n')], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
process.exitCode = status ?? 1;
