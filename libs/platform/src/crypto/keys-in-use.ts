import type { DataSource } from 'typeorm';
import type { Sql } from '../database/sql.js';
import { KeyMissing, type KeyRing } from './key-ring.js';

/** Notes that values may lie under this key from now on. */
export async function noteKeyInUse(sql: Sql, keyId: string): Promise<void> {
  await sql.rows('INSERT INTO platform.encryption_key (id) VALUES ($1) ON CONFLICT DO NOTHING', [keyId]);
}

/** The ids of all keys under which values may lie. */
export async function keysInUse(sql: Sql): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>('SELECT id FROM platform.encryption_key ORDER BY first_used_at, id');
  return rows.map(({ id }) => id);
}

/** Refuses a key file that cannot open all that is stored. @throws KeyMissing for the first key it lacks. */
export async function refuseMissingKeys(dataSource: DataSource, keys: KeyRing): Promise<void> {
  const sql: Sql = { rows: (text, parameters = []) => dataSource.query(text, parameters) };
  const lacking = (await keysInUse(sql)).find((id) => !keys.encryptionKeys.includes(id));
  if (lacking !== undefined) throw new KeyMissing(lacking);
  await noteKeyInUse(sql, keys.current);
}
