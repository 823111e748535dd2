import type { DataSourceOptions, MigrationInterface } from 'typeorm';

type MigrationClass = new () => MigrationInterface;

/** How the program reaches PostgreSQL as the application role. */
export function applicationDataSource(url: string, pool: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    synchronize: false,
    logging: false,
    applicationName: 'shuniu',
    poolSize: pool,
    // UTC on every connection: legal days are computed from the clock, never by the server.
    extra: { options: '-c TimeZone=UTC', idleTimeoutMillis: 30_000, connectionTimeoutMillis: 10_000 },
  };
}

/** How the owner reaches the same database to migrate it. */
export function ownerDataSource(url: string, migrations: readonly MigrationClass[]): DataSourceOptions {
  return {
    ...applicationDataSource(url, 2),
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'all',
  } as DataSourceOptions;
}
