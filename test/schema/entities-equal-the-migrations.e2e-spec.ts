import { DataSource } from 'typeorm';
import { databaseOf, startInProcess } from '../support/app.js';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly primary: boolean;
}

/** The columns of these tables as PostgreSQL has them. */
const STANDING = `
  SELECT n.nspname || '.' || c.relname AS "table", a.attname AS "column", format_type(a.atttypid, a.atttypmod) AS type,
         NOT a.attnotnull AS nullable, coalesce(a.attnum = ANY(k.conkey), false) AS "primary"
    FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
   WHERE a.attnum > 0 AND NOT a.attisdropped AND n.nspname || '.' || c.relname = ANY($1)`;

/** How TypeORM's names for types read in PostgreSQL. */
const POSTGRES_NAMES: Readonly<Record<string, string>> = {
  timestamptz: 'timestamp with time zone',
  timestamp: 'timestamp without time zone',
  int: 'integer',
  bool: 'boolean',
};

describe('the entities', () => {
  let app: Awaited<ReturnType<typeof startInProcess>>;
  let declared: Column[];
  let standing: Column[];

  beforeAll(async () => {
    app = await startInProcess();
    const source = app.get(DataSource);
    declared = source.entityMetadatas.flatMap(({ tablePath, columns }) =>
      columns.map((column) => {
        const type = source.driver.normalizeType(column) + (column.isArray ? '[]' : '');
        return {
          table: tablePath,
          column: column.databaseName,
          type: POSTGRES_NAMES[type] ?? type,
          nullable: column.isNullable,
          primary: column.isPrimary,
        };
      }),
    );
    const tables = [...new Set(declared.map(({ table }) => table))];
    standing = await databaseOf(app).asOwner<Column & Record<string, unknown>>(STANDING, [tables]);
  });

  afterAll(() => app?.close());

  it('are there', () => expect(new Set(declared.map(({ table }) => table)).size).toBeGreaterThanOrEqual(10));

  it('have every column of their table, of its type, and no other', () => {
    expect(lines(declared)).toEqual(lines(standing));
  });

  it('carry unique rules and indexes only by names that the migrations gave', async () => {
    const named = app.get(DataSource).entityMetadatas.flatMap(({ schema, indices, uniques, checks, foreignKeys }) =>
      [...indices, ...uniques, ...checks, ...foreignKeys]
        // Those that the entity leaves unnamed are TypeORM's own invention.
        .filter((rule) => 'givenName' in rule && rule.givenName !== undefined)
        .map(({ name }) => `${schema}.${name}`),
    );
    const known = await databaseOf(app).asOwner<{ name: string }>(`
      SELECT n.nspname || '.' || conname AS name FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
      UNION SELECT schemaname || '.' || indexname FROM pg_indexes`);
    const names = new Set(known.map(({ name }) => name));
    expect(named.filter((name) => !names.has(name))).toEqual([]);
  });
});

function lines(columns: readonly Column[]): string[] {
  return columns
    .map(
      ({ table, column, type, nullable, primary }) =>
        `${table}.${column} ${type}${nullable ? '' : ' NOT NULL'}${primary ? ' PRIMARY KEY' : ''}`,
    )
    .sort();
}
