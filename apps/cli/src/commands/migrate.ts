import type { Command } from 'commander';
import { DataSource } from 'typeorm';
import { ownerDataSource, readSettings } from '@app/platform';
import { MIGRATIONS } from '../../../../migrations/index.js';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the schema up to date, as its owner (DATABASE_OWNER_URL)')
    .action(async () => {
      const { databaseOwnerUrl } = readSettings(process.env);
      if (!databaseOwnerUrl) throw new Error('DATABASE_OWNER_URL is needed to migrate');
      const dataSource = await new DataSource(ownerDataSource(databaseOwnerUrl, MIGRATIONS)).initialize();
      try {
        const done = await dataSource.runMigrations();
        process.stdout.write(`${done.length} migration(s) run${done.map(({ name }) => `\n  ${name}`).join('')}\n`);
      } finally {
        await dataSource.destroy();
      }
    });
}
