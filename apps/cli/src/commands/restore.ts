import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { readSettings } from '@app/platform';
import { SEALS_FILE } from '../backup/manifest.js';
import { restoreBackup } from '../backup/restore-backup.js';
import { asOwner } from '../owner.js';
import { proveRegister } from './verify.js';

export function addRestore(program: Command): void {
  program
    .command('restore <folder>')
    .description('put a backup into an empty database and data folder, and prove it against the seals it was made with')
    .action(async (folder: string) => {
      const manifest = await asOwner((owner) => restoreBackup(resolve(folder), readSettings(process.env), owner));
      process.stdout.write(`restored: ${manifest.entries} entries, ${manifest.documents} documents\n`);
      await proveRegister(join(folder, SEALS_FILE));
    });
}
