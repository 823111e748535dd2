import type { ByteSource } from '@app/documents';
import { MAX_COLUMNS, type RawCell, type RawRow, type RawTable } from '../raw-row.js';
import { tableRefused } from '../table-refusal.table.js';
import { encodingOf, textOf } from './csv-encoding.js';
import { linesOf } from './csv-lines.js';
import { recordsOf, type CsvRecord } from './csv-records.js';

/** Opens a CSV file and reads its header. @throws RuleViolated when it is no text, or has no header */
export async function openCsv(source: ByteSource): Promise<RawTable> {
  const encoding = await encodingOf(source);
  const records = recordsOf(linesOf(textOf(source, encoding)));
  const { done, value: first } = await records.next();
  if (done) throw tableRefused('TABLE_HEADER', { zh: '没有表头', en: 'there is none' });
  if ('broken' in first) throw tableRefused('TABLE_HEADER', first.broken);
  return {
    format: 'CSV',
    encoding,
    header: headerOf(first.fields),
    from1904: false,
    rows: (wanted) => rowsOf(records, [...wanted]),
  };
}

function headerOf(fields: readonly string[]): ReadonlyMap<number, string> {
  const named = [...fields.entries()].filter(([, text]) => text.trim() !== '');
  return new Map(named.slice(0, MAX_COLUMNS + 1));
}

async function* rowsOf(records: AsyncGenerator<CsvRecord>, wanted: readonly number[]): AsyncGenerator<RawRow> {
  for await (const record of records) {
    yield 'broken' in record ? record : { line: record.line, cells: cellsOf(record.fields, wanted), filled: true };
  }
}

function cellsOf(fields: readonly string[], wanted: readonly number[]): ReadonlyMap<number, RawCell> {
  const cells = new Map<number, RawCell>();
  for (const place of wanted) {
    const text = fields.at(place);
    if (text !== undefined && text !== '') cells.set(place, { kind: 'TEXT', text });
  }
  return cells;
}
