import type { Command } from 'commander';
import { RebuildProjections } from '@app/register';
import { withContext } from '../cli-context.js';

export function addRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('make every projection anew from the entries')
    .action(() =>
      withContext(async (context) => {
        const subjects = await context.get(RebuildProjections).execute();
        process.stdout.write(`rebuilt: ${subjects} subjects\n`);
      }),
    );
}
