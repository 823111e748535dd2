import type { TestDatabase } from '../support/database.js';

/** What tampering touches, each table after those it refers to. */
const TABLES = [
  'register.subject',
  'register.person',
  'register.entry',
  'register.organization',
  'register.hub',
  'register.restriction',
  'disclosure.organization',
  'audit.writer',
  'audit.entry',
  'audit.seal',
];

/** A copy of the tables within the database, so that each act of tampering finds them as they were. */
export class KeptTables {
  private constructor(
    private readonly database: TestDatabase,
    private readonly putBack: string,
  ) {}

  static async of(database: TestDatabase): Promise<KeptTables> {
    await database.asSuperuser(
      `DROP SCHEMA IF EXISTS kept CASCADE; CREATE SCHEMA kept;
       ${TABLES.map((table) => `CREATE TABLE ${keptOf(table)} AS SELECT * FROM ${table};`).join(' ')}`,
    );
    const statements = await Promise.all(
      TABLES.map(async (table) => {
        const columns = await database.asSuperuser<{ name: string }>(
          `SELECT attname AS name FROM pg_attribute
            WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
          [table],
        );
        const list = columns.map(({ name }) => name).join(', ');
        return `DELETE FROM ${table}; INSERT INTO ${table} (${list}) OVERRIDING SYSTEM VALUE SELECT ${list} FROM ${keptOf(table)};`;
      }),
    );
    return new KeptTables(database, statements.join(' '));
  }

  async restore(): Promise<void> {
    // Without triggers and foreign keys, which nobody but the server's superuser can do.
    await this.database.asSuperuser(`SET session_replication_role = replica; ${this.putBack}`);
  }
}

function keptOf(table: string): string {
  return `kept.${table.replace('.', '_')}`;
}
