import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DataSource } from 'typeorm';
import { KeyMissing, type Settings, readKeyFile } from '@app/platform';
import { MIGRATIONS } from '../../../../migrations/index.js';
import { DUMP_FILE, readManifest, type Manifest } from './manifest.js';
import { runPostgresProgram } from './postgres-program.js';
import { checkSums } from './sums.js';

/**
 * Puts a backup into an empty database and a data folder. Everything is checked before anything is written: its
 * program, the keys, the hash of every file, the emptiness of the database.
 * @throws Error, KeyMissing
 */
export async function restoreBackup(folder: string, settings: Settings, owner: DataSource): Promise<Manifest> {
  const manifest = readManifest(folder);
  if (!MIGRATIONS.some(({ name }) => name === manifest.migration)) {
    throw new Error(`the backup is of a newer program: this one does not know ${manifest.migration}`);
  }
  if (!existsSync(settings.keysFile)) {
    throw new Error(`KEYS_FILE ${settings.keysFile} is missing: put the keys there that the backup was made with`);
  }
  const keys = Object.keys(readKeyFile(settings.keysFile).encryption);
  const lacking = manifest.keyIds.find((id) => !keys.includes(id));
  if (lacking !== undefined) throw new KeyMissing(lacking);
  const paths = await checkSums(folder);
  if (manifest.dump) await restoreDump(folder, settings, owner);
  for (const path of paths.filter((name) => name.startsWith('documents/'))) {
    const to = join(settings.dataDir, path);
    if (existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
    copyFileSync(join(folder, path), to);
  }
  await owner.runMigrations();
  await owner.query('SELECT audit.continue_transactions()');
  return manifest;
}

async function restoreDump(folder: string, { databaseOwnerUrl }: Settings, owner: DataSource): Promise<void> {
  const [{ empty }] = await owner.query<{ empty: boolean }[]>(
    `SELECT NOT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema') AS empty`,
  );
  if (!empty) throw new Error('the database is not empty; a backup is restored into a new one');
  const args = ['--no-owner', '--single-transaction', '--exit-on-error', `--dbname=${owner.driver.database}`];
  await runPostgresProgram('pg_restore', [...args, join(folder, DUMP_FILE)], databaseOwnerUrl!);
}
