import type { Command } from 'commander';
import type { Bilingual } from '@app/kernel';
import type { TableHead, TableRow } from '@app/intake';
import { IMPORT_COLUMNS, ImportOrganizations, type FileRow, type ImportColumn } from '@app/register';
import { withContext } from '../cli-context.js';
import { columnsOf, openTableFile } from '../import-file.js';

/** All columns are in every file, whether or not they hold anything. */
const COLUMNS = columnsOf(IMPORT_COLUMNS, IMPORT_COLUMNS, ['foundedOn']);

export function addImport(program: Command): void {
  program
    .command('import')
    .description(`take organizations over from an .xlsx or CSV file: ${IMPORT_COLUMNS.join(',')}`)
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
      const { head, rows } = await openTableFile(file, COLUMNS);
      sayHead(head);
      for await (const { line, defects, warnings } of context.get(ImportOrganizations).execute(rowsOf(rows), commit)) {
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

/** The rows as the register knows them; what the reader changed in a cell is a warning. */
async function* rowsOf(rows: AsyncIterable<TableRow<ImportColumn>>): AsyncGenerator<FileRow> {
  for await (const row of rows) {
    yield 'broken' in row ? row : { line: row.line, row: row.values, notes: row.notes };
  }
}

function sayHead({ format, encoding, unknownColumns }: TableHead): void {
  process.stdout.write(`read as ${encoding === null ? format : `${format}, ${encoding}`}\n`);
  if (unknownColumns.length > 0) process.stdout.write(`left alone: ${unknownColumns.join(', ')}\n`);
}

function say(what: string, line: number, column: string | undefined, code: string, { zh, en }: Bilingual): void {
  const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
  process.stdout.write(`${what}: ${place}: ${code} ${zh} / ${en}\n`);
}
