import type { Command } from 'commander';
import { DemoAccounts } from '@app/access';
import { SeedCityHubs } from '@app/hub';
import { Reads, Settings, SYSTEM, UnitOfWork } from '@app/platform';
import { RebuildProjections, SeedDemoCodeRanges, SeedDivisions } from '@app/register';
import { withContext } from '../cli-context.js';

export function addSeed(program: Command): void {
  program
    .command('seed')
    .description('load divisions and city hubs, and the demo accounts where there are to be any; safe to run again')
    .action(() =>
      withContext(async (context) => {
        const unitOfWork = context.get(UnitOfWork);
        const { demo } = context.get(Settings);
        const rebuilt = await context.get(RebuildProjections).executeIfNew(context.get(Reads));
        if (rebuilt > 0) process.stdout.write(`${rebuilt} subject(s) folded into tables that are new\n`);
        const divisions = await unitOfWork.run(SYSTEM, (tx) => context.get(SeedDivisions).execute(tx));
        const hubs = await unitOfWork.run(SYSTEM, (tx) => context.get(SeedCityHubs).execute(tx));
        if (demo) {
          await unitOfWork.run(SYSTEM, (tx) => context.get(SeedDemoCodeRanges).execute(tx));
          await unitOfWork.run(SYSTEM, (tx) => context.get(DemoAccounts).seed(tx));
        }
        process.stdout.write(`${divisions} division(s) and ${hubs} hub(s) added or changed\n`);
      }),
    );
}
