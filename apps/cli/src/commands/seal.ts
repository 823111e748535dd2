import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { SealLogs, SealQueries } from '@app/audit';
import { SYSTEM, UnitOfWork } from '@app/platform';
import { withContext } from '../cli-context.js';

export function addSeal(program: Command): void {
  program
    .command('seal')
    .description('close what was written since the last seal under a signed Merkle root')
    .option('--export <file>', 'write all seals to a file, to be kept outside')
    .action(({ export: file }: { export?: string }) =>
      withContext(async (context) => {
        const made = await context.get(UnitOfWork).run(SYSTEM, (tx) => context.get(SealLogs).execute(tx));
        for (const { log, number, rows, root } of made)
          process.stdout.write(`sealed: ${log} ${number}: ${rows} rows, root ${root}\n`);
        if (made.length === 0) process.stdout.write('nothing new to seal\n');
        if (file === undefined) return;
        const seals = context.get(SealQueries);
        const items = [...(await seals.ofLog('audit')), ...(await seals.ofLog('register'))];
        writeFileSync(file, `${JSON.stringify({ items }, null, 2)}\n`);
      }),
    );
}
