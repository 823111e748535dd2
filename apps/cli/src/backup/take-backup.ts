import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource, QueryRunner } from 'typeorm';
import type { SealQueries } from '@app/audit';
import { DOCUMENT_FILES_LOCK } from '@app/documents';
import { keysInUse, type Settings, type Sql } from '@app/platform';
import { DUMP_FILE, MANIFEST_FILE, SEALS_FILE, type Manifest } from './manifest.js';
import { runPostgresProgram } from './postgres-program.js';
import { Sums } from './sums.js';

const BATCH = 1_000;

/**
 * Writes database, uploads and seals of one moment into a folder, while the program serves. Uploads are never
 * changed in place, so that the files which the snapshot names can be copied after it.
 */
export async function takeBackup(
  folder: string,
  settings: Settings,
  owner: DataSource,
  seals: SealQueries,
): Promise<Manifest> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const sums = new Sums(folder);
  const runner = owner.createQueryRunner();
  try {
    await runner.query(`SELECT pg_advisory_lock_shared(${DOCUMENT_FILES_LOCK})`);
    await runner.startTransaction('REPEATABLE READ');
    const manifest = await copyMoment(folder, settings, sums, runner, seals);
    await runner.commitTransaction();
    writeFileSync(join(folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    await sums.add(MANIFEST_FILE);
    // Written last: a folder without it is no backup.
    await sums.write();
    return manifest;
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.query(`SELECT pg_advisory_unlock_shared(${DOCUMENT_FILES_LOCK})`);
    await runner.release();
  }
}

async function copyMoment(
  folder: string,
  { embedded, databaseOwnerUrl, dataDir }: Settings,
  sums: Sums,
  runner: QueryRunner,
  seals: SealQueries,
): Promise<Manifest> {
  const sql: Sql = { rows: (text, parameters = []) => runner.query(text, parameters) };
  const [moment] = await sql.rows<{ snapshot: string; madeAt: Date; migration: string; entries: number }>(
    `SELECT pg_export_snapshot() AS snapshot, now() AS "madeAt",
            (SELECT name FROM public.schema_migration ORDER BY id DESC LIMIT 1) AS migration,
            (SELECT count(*)::int FROM register.entry) AS entries`,
  );
  if (!embedded) {
    const args = ['--format=custom', `--snapshot=${moment.snapshot}`, `--file=${join(folder, DUMP_FILE)}`];
    await runPostgresProgram('pg_dump', args, databaseOwnerUrl!);
    await sums.add(DUMP_FILE);
  }
  const items = [...(await seals.ofLog('audit', sql)), ...(await seals.ofLog('register', sql))];
  writeFileSync(join(folder, SEALS_FILE), `${JSON.stringify({ items }, null, 2)}\n`, { mode: 0o600, flush: true });
  await sums.add(SEALS_FILE);
  const documents = await copyDocuments(sql, dataDir, sums);
  const { madeAt, migration, entries } = moment;
  const keyIds = await keysInUse(sql);
  return { madeAt: madeAt.toISOString(), migration, keyIds, entries, documents, dump: !embedded };
}

/** @returns how many. */
async function copyDocuments(sql: Sql, dataDir: string, sums: Sums): Promise<number> {
  let copied = 0;
  for (let after = ''; ;) {
    const rows = await sql.rows<{ name: string }>(
      `SELECT blob_name AS name FROM documents.document WHERE blob_name > $1 ORDER BY blob_name LIMIT ${BATCH}`,
      [after],
    );
    for (const { name } of rows) {
      const path = `documents/${name.slice(0, 2)}/${name}`;
      await sums.copy(join(dataDir, path), path);
    }
    copied += rows.length;
    if (rows.length < BATCH) return copied;
    after = rows.at(-1)!.name;
  }
}
