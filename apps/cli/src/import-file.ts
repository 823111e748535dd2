import { RuleViolated } from '@app/kernel';
import { FileSource, openTable, type Column, type TableHead, type TableRow } from '@app/intake';

/** A table on disk: what is known of it, and its rows. */
export interface TableOnDisk<Name extends string> {
  readonly head: TableHead;
  readonly rows: AsyncGenerator<TableRow<Name>>;
}

/**
 * Opens a workbook or a CSV file and reads its rows one at a time, whatever its size.
 * @throws Error saying what is wrong with the file as a whole
 */
export async function openTableFile<Name extends string>(
  path: string,
  columns: readonly Column<Name>[],
): Promise<TableOnDisk<Name>> {
  const source = await FileSource.open(path);
  try {
    const { head, rows } = await openTable(source, columns);
    return { head, rows: closing(rows, source) };
  } catch (error) {
    await source.close();
    throw error instanceof RuleViolated ? new Error(wordsOf(error)) : error;
  }
}

async function* closing<Row>(rows: AsyncGenerator<Row>, source: FileSource): AsyncGenerator<Row> {
  try {
    yield* rows;
  } finally {
    await source.close();
  }
}

function wordsOf({ violations }: RuleViolated): string {
  return violations.map(({ code, message }) => `${code} ${message.zh} / ${message.en}`).join('\n');
}

/** Columns as a file of operators has them: the code name is the header. */
export function columnsOf<Name extends string>(
  names: readonly Name[],
  required: readonly Name[],
  dates: readonly Name[] = [],
): Column<Name>[] {
  return names.map((name) => ({
    name,
    title: { zh: name, en: name },
    type: dates.includes(name) ? 'DATE' : 'TEXT',
    required: required.includes(name),
    example: '',
  }));
}
