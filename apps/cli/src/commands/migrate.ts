import type { Command } from 'commander';
import { asOwner } from '../owner.js';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the schema up to date, as its owner (DATABASE_OWNER_URL)')
    .action(() =>
      asOwner(async (dataSource) => {
        const done = await dataSource.runMigrations();
        process.stdout.write(`${done.length} migration(s) run${done.map(({ name }) => `\n  ${name}`).join('')}\n`);
      }),
    );
}
