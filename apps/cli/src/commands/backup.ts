import { resolve } from 'node:path';
import type { Command } from 'commander';
import { SealQueries } from '@app/audit';
import { readSettings } from '@app/platform';
import { takeBackup } from '../backup/take-backup.js';
import { withContext } from '../cli-context.js';
import { asOwner } from '../owner.js';

export function addBackup(program: Command): void {
  program
    .command('backup <folder>')
    .description('write database, uploads and seals of one moment into a new folder; the keys are not in it')
    .action((folder: string) =>
      withContext((context) =>
        asOwner(async (owner) => {
          const seals = context.get(SealQueries);
          const { entries, documents } = await takeBackup(resolve(folder), readSettings(process.env), owner, seals);
          process.stdout.write(`backed up: ${entries} entries, ${documents} documents\n`);
        }),
      ),
    );
}
