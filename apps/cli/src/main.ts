import { Command } from 'commander';
import { addBackup } from './commands/backup.js';
import { addCreateAccount } from './commands/create-account.js';
import { addCreateKeys } from './commands/create-keys.js';
import { addImport } from './commands/import.js';
import { addJobs } from './commands/jobs.js';
import { addKeys } from './commands/keys.js';
import { addMigrate } from './commands/migrate.js';
import { addProposeHubs } from './commands/propose-hubs.js';
import { addRebuild } from './commands/rebuild.js';
import { addRestore } from './commands/restore.js';
import { addSeal } from './commands/seal.js';
import { addSeed } from './commands/seed.js';
import { addVerify } from './commands/verify.js';

const program = new Command('registry').description('枢纽 Shuniu: commands for operators').showHelpAfterError();

const commands = [
  addMigrate,
  addSeed,
  addImport,
  addProposeHubs,
  addVerify,
  addSeal,
  addRebuild,
  addJobs,
  addCreateAccount,
  addCreateKeys,
  addKeys,
  addBackup,
  addRestore,
];
for (const add of commands) add(program);

program.parseAsync().catch((error: Error) => {
  process.stderr.write(`${error.name}: ${error.message}\n`);
  process.exitCode = 2;
});
