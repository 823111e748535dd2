import { Command } from 'commander';
import { addCreateAccount } from './commands/create-account.js';
import { addCreateKeys } from './commands/create-keys.js';
import { addImport } from './commands/import.js';
import { addJobs } from './commands/jobs.js';
import { addMigrate } from './commands/migrate.js';
import { addRebuild } from './commands/rebuild.js';
import { addSeal } from './commands/seal.js';
import { addSeed } from './commands/seed.js';
import { addVerify } from './commands/verify.js';

const program = new Command('registry').description('枢纽 Shuniu: commands for operators').showHelpAfterError();

const commands = [
  addMigrate,
  addSeed,
  addImport,
  addVerify,
  addSeal,
  addRebuild,
  addJobs,
  addCreateAccount,
  addCreateKeys,
];
for (const add of commands) add(program);

program.parseAsync().catch((error: Error) => {
  process.stderr.write(`${error.name}: ${error.message}\n`);
  process.exitCode = 2;
});
