import { Command } from 'commander';
import { addCreateAccount } from './commands/create-account.js';
import { addCreateKeys } from './commands/create-keys.js';
import { addMigrate } from './commands/migrate.js';

const program = new Command('registry')
  .description('枢纽 Shuniu: commands for operators')
  .showHelpAfterError();

for (const add of [addMigrate, addCreateKeys, addCreateAccount]) add(program);

program.parseAsync().catch((error: Error) => {
  process.stderr.write(`${error.name}: ${error.message}\n`);
  process.exitCode = 2;
});
