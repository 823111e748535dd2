import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'shuniu-at-rest-'));
const [source, target, backup] = ['source', 'target', 'backup'].map((name) => join(folder, name));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm run registry -- ARGS` on a data folder of its own. */
function registry(dataDir: string, ...args: string[]) {
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, ...inherited } = process.env;
  const env = { ...inherited, DATA_DIR: dataDir, NODE_OPTIONS: '' };
  return spawnSync(process.execPath, ['apps/launcher/registry.mjs', ...args], { env, encoding: 'utf8' });
}

it('copies the stopped embedded server and proves the copy elsewhere, with the seals it was made with', () => {
  for (const command of ['migrate', 'seed', 'seal']) expect(registry(source, command).status).toBe(0);
  const taken = registry(source, 'backup', backup);
  expect(taken.stdout).toMatch(/^backed up: [1-9]\d* entries, 0 documents\n$/);
  expect(readdirSync(join(backup, 'cluster'))).not.toContain('postmaster.pid');

  mkdirSync(target);
  expect(registry(target, 'restore', backup).stderr).toContain('is missing: put the keys there');
  copyFileSync(join(source, 'keys.json'), join(target, 'keys.json'));
  const restored = registry(target, 'restore', backup);
  expect(restored.stdout).toMatch(
    /^restored: .*\nverified: [1-9]\d* entries .*\nverified: [1-9]\d* audit rows\nverified: 2 seals over [1-9]\d* rows\n$/,
  );
  expect(registry(target, 'restore', backup).stderr).toContain('There is a database in');
}, 300_000);

it('restores nothing of a copy in which a byte was changed', () => {
  const file = join(backup, 'cluster', 'PG_VERSION');
  writeFileSync(file, `${readFileSync(file, 'utf8')} `);
  const other = join(folder, 'other');
  expect(registry(other, 'restore', backup).stderr).toContain('cluster/PG_VERSION is not as it was backed up');
  expect(readdirSync(other)).not.toContain('postgres');
}, 60_000);
