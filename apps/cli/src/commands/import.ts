import type { Command } from 'commander';
import type { Bilingual } from '@app/kernel';
import { IMPORT_COLUMNS, ImportOrganizations } from '@app/register';
import { withContext } from '../cli-context.js';
import { rowsOf } from '../import-file.js';

export function addImport(program: Command): void {
  program
    .command('import')
    .description(`take organizations over from a CSV file (UTF-8): ${IMPORT_COLUMNS.join(',')}`)
    .argument('<file>')
    .option('--commit', 'write the good rows; without it this is a dry run')
    .action(importFile);
}

async function importFile(file: string, { commit = false }: { commit?: boolean }): Promise<void> {
  let taken = 0;
  let refused = 0;
  const summary = () => `${commit ? 'imported' : 'could be imported'}: ${taken}, refused: ${refused}\n`;
  try {
    await withContext(async (context) => {
      for await (const { line, defects, warnings } of context.get(ImportOrganizations).execute(rowsOf(file), commit)) {
        if (defects.length === 0) taken += 1;
        else refused += 1;
        for (const { column, code, message } of defects) say('refused', line, column, code, message);
        for (const { column, code, message } of warnings) say('warning', line, column, code, message);
      }
    });
  } catch (error) {
    // What was committed before stays so: the operator must know how far it came.
    if (taken + refused > 0) process.stdout.write(`stopped half way; ${summary()}`);
    throw error;
  }
  process.stdout.write(summary());
  if (refused > 0) process.exitCode = 1;
}

function say(what: string, line: number, column: string | undefined, code: string, { zh, en }: Bilingual): void {
  const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
  process.stdout.write(`${what}: ${place}: ${code} ${zh} / ${en}\n`);
}
