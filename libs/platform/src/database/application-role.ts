import type { DataSource } from 'typeorm';

/** The database is not one on which the program may run; says what is to be done. */
export class DatabaseUnfit extends Error {}

/**
 * Refuses a database role that could change the past. The application may only use tables: a role
 * that owns one, or is a superuser, could rewrite register entries whatever is granted to it.
 */
export async function refuseOwningRole(dataSource: DataSource): Promise<void> {
  const [role] = await dataSource.query<{ name: string; superuser: boolean; owned: string | null }[]>(`
    SELECT current_user AS name,
           (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
           (SELECT string_agg(format('%I.%I', n.nspname, c.relname), ', ' ORDER BY n.nspname, c.relname)
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
               AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owned`);
  if (role.superuser)
    throw new DatabaseUnfit(`DATABASE_URL: role ${role.name} is a superuser; use the application role`);
  if (role.owned) {
    throw new DatabaseUnfit(`DATABASE_URL: role ${role.name} owns tables (${role.owned}); use the application role`);
  }
}

/** Refuses a schema that lacks a migration, or has one that this program does not know. */
export async function refuseForeignSchema(
  dataSource: DataSource,
  expected: readonly { readonly name: string }[],
): Promise<void> {
  const [{ present }] = await dataSource.query<{ present: boolean }[]>(
    `SELECT to_regclass('public.schema_migration') IS NOT NULL AS present`,
  );
  const done: { name: string }[] = present ? await dataSource.query('SELECT name FROM public.schema_migration') : [];
  const names = new Set(done.map((row) => row.name));
  const missing = expected.map(({ name }) => name).filter((name) => !names.delete(name));
  if (missing.length > 0) {
    throw new DatabaseUnfit(`the schema lacks ${missing.join(', ')}; run \`npm run registry -- migrate\``);
  }
  if (names.size > 0) throw new DatabaseUnfit(`the schema is newer than this program: ${[...names].join(', ')}`);
}
