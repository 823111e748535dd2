import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import { parse, CsvError } from 'csv-parse';
import { IMPORT_COLUMNS, ImportOrganizations, type ImportRow } from '@app/register';
import { withContext } from '../cli-context.js';

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
  await withContext(async (context) => {
    for await (const { line, defects, warnings } of context.get(ImportOrganizations).execute(rowsOf(file), commit)) {
      if (defects.length === 0) taken += 1;
      else refused += 1;
      for (const { column, code, message } of defects) say('refused', line, column, code, message);
      for (const { column, code, message } of warnings) say('warning', line, column, code, message);
    }
  });
  process.stdout.write(`${commit ? 'imported' : 'could be imported'}: ${taken}, refused: ${refused}\n`);
  if (refused > 0) process.exitCode = 1;
}

function say(what: string, line: number, column: string, code: string, { zh, en }: { zh: string; en: string }): void {
  process.stdout.write(`${what}: line ${line}, column ${column}: ${code} ${zh} / ${en}\n`);
}

/** The rows of a file with their line numbers, one at a time, whatever the size of the file. */
async function* rowsOf(file: string): AsyncGenerator<{ line: number; row: ImportRow }> {
  const options = { bom: true, columns: checkHeader, info: true, skip_empty_lines: true, relax_column_count: true };
  const source = createReadStream(file);
  const parser = source.pipe(parse({ ...options, max_record_size: 65_536 }));
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: ImportRow; info: { lines: number } }>) {
      yield { line: info.lines, row: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Error(`${file}: line ${error.lines as number}: ${error.message}`, { cause: error });
  }
}

/** Further columns are allowed and left alone; a missing one is a file of another kind. */
function checkHeader(header: string[]): string[] {
  const names = header.map((name) => name.trim());
  const missing = IMPORT_COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new Error(`the header lacks ${missing.join(', ')}`);
  return names;
}
