import type { INestApplicationContext } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { VerifyAudit, VerifySeals, type Seal } from '@app/audit';
import { VerifyRegister } from '@app/register';
import { withContext } from '../cli-context.js';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description(
      'prove register and audit trail: hashes, numbering, folds, seals; names the first broken thing and exits 1',
    )
    .option(
      '--against <file>',
      'a copy of the seals that was kept outside (registry seal --export, or GET /public/seals)',
    )
    .action(({ against }: { against?: string }) => proveRegister(against));
}

/** Proves everything, says what was found, and sets the exit code. @param against a copy of the seals */
export function proveRegister(against?: string): Promise<void> {
  return withContext(async (context) => {
    const { verified, broken } = await verifyAll(context, against === undefined ? [] : readSeals(against));
    const lines = broken === undefined ? verified.map((what) => `verified: ${what}`) : [`broken: ${broken}`];
    process.stdout.write(`${lines.join('\n')}\n`);
    if (broken !== undefined) process.exitCode = 1;
  });
}

/** Everything that can be proved, and the first thing that does not hold; rows before the seals that cover them. */
export async function verifyAll(
  context: INestApplicationContext,
  outside: readonly Seal[] = [],
): Promise<{ verified: string[]; broken?: string }> {
  const register = await context.get(VerifyRegister).execute();
  const audit = await context.get(VerifyAudit).execute();
  const sealed = await context.get(VerifySeals).execute(outside);
  return {
    verified: [
      `${register.entries} entries of ${register.subjects} subjects`,
      `${audit.rows} audit rows`,
      `${sealed.seals} seals over ${sealed.rows} rows`,
    ],
    broken: register.broken ?? audit.broken ?? sealed.broken,
  };
}

function readSeals(file: string): Seal[] {
  const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items?: Seal[] };
  if (!Array.isArray(items) || items.length === 0) throw new Error(`${file} holds no seals`);
  return items;
}
