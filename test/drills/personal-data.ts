import type { TestDatabase } from '../support/database.js';

/**
 * The columns in which a text that matches stands readable.
 * @param pattern a regular expression of PostgreSQL
 * @returns `schema.table.column`, sorted
 */
export async function columnsHolding(database: TestDatabase, pattern: string): Promise<string[]> {
  const columns = await database.asSuperuser<{ table: string; column: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS "table", quote_ident(a.attname) AS "column"
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND n.nspname !~ '^(pg_|information_schema)'`,
  );
  const looks = columns.map(
    ({ table, column }) =>
      `SELECT '${table}.${column}' AS name WHERE EXISTS (SELECT 1 FROM ${table} WHERE ${column}::text ~ $1)`,
  );
  const found = await database.asSuperuser<{ name: string }>(looks.join(' UNION ALL '), [pattern]);
  return found.map(({ name }) => name).sort();
}
