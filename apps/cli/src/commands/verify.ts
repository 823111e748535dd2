import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { VerifySeals, type Seal } from '@app/audit';
import { VerifyRegister } from '@app/register';
import { withContext } from '../cli-context.js';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('prove the register: hashes, numbering, folds, seals; names the first broken thing and exits 1')
    .option(
      '--against <file>',
      'a copy of the seals that was kept outside (registry seal --export, or GET /public/seals)',
    )
    .action(({ against }: { against?: string }) =>
      withContext(async (context) => {
        const register = await context.get(VerifyRegister).execute();
        const sealed = await context.get(VerifySeals).execute(against === undefined ? [] : readSeals(against));
        const broken = register.broken ?? sealed.broken;
        if (broken === undefined) {
          process.stdout.write(`verified: ${register.entries} entries of ${register.subjects} subjects\n`);
          process.stdout.write(`verified: ${sealed.seals} seals over ${sealed.rows} rows\n`);
        } else {
          process.stdout.write(`broken: ${broken}\n`);
          process.exitCode = 1;
        }
      }),
    );
}

function readSeals(file: string): Seal[] {
  const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items?: Seal[] };
  if (!Array.isArray(items) || items.length === 0) throw new Error(`${file} holds no seals`);
  return items;
}
