import type { Command } from 'commander';
import { createKeyFile, readSettings } from '@app/platform';

export function addCreateKeys(program: Command): void {
  program
    .command('create-keys')
    .description('make the key file (KEYS_FILE); refuses when there is one')
    .action(() => {
      const { keysFile } = readSettings(process.env);
      createKeyFile(keysFile);
      process.stdout.write(`${keysFile}\n`);
    });
}
