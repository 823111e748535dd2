import type { Command } from 'commander';
import { VerifyRegister } from '@app/register';
import { withContext } from '../cli-context.js';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('prove the register: hashes, numbering, folds; names the first broken entry and exits 1')
    .action(() =>
      withContext(async (context) => {
        const { subjects, entries, broken } = await context.get(VerifyRegister).execute();
        if (broken === undefined) {
          process.stdout.write(`verified: ${entries} entries of ${subjects} subjects\n`);
        } else {
          process.stdout.write(`broken: ${broken}\n`);
          process.exitCode = 1;
        }
      }),
    );
}
