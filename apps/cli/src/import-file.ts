import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import type { Bilingual } from '@app/kernel';
import { IMPORT_COLUMNS, type FileRow } from '@app/register';

/** A row is longer only when a quotation mark was left open; the rows after it must not be taken for its text. */
const MAX_LENGTH = 65_536;
const MAX_LINES = 200;
const UNCLOSED = 'CSV_QUOTE_NOT_CLOSED';
const TOO_LONG = 'TOO_LONG';

/** The rows of a file of organizations that are to be imported. */
export function rowsOf(file: string): AsyncGenerator<FileRow> {
  return recordsBy(file, IMPORT_COLUMNS);
}

/** A record of a file by its first line: its values by column, or why it is none. */
export type NamedRecord<Column extends string> =
  | { readonly line: number; readonly row: Readonly<Record<Column, string>> }
  | { readonly line: number; readonly broken: Bilingual };

/** The records of a CSV file, one at a time, whatever the size of the file; blank ones are passed over. */
export async function* recordsBy<Column extends string>(
  file: string,
  columns: readonly Column[],
): AsyncGenerator<NamedRecord<Column>> {
  let header: string[] | undefined;
  for await (const { line, values, broken } of recordsOf(linesOf(file))) {
    if (broken) {
      if (!header) throw new Error(`the header is not valid CSV: ${broken.en}`);
      yield { line, broken };
    } else if (values.some((value) => value.trim() !== '')) {
      if (header) yield { line, row: named(header, values) };
      else header = checkHeader(values, columns);
    }
  }
  if (!header) checkHeader([], columns);
}

interface FileRecord {
  readonly line: number;
  readonly values: string[];
  readonly broken?: Bilingual;
}

/**
 * Puts lines together to records. Where that fails the first line alone is given up and the next ones are read anew: a
 * stray quotation mark costs one row and not the rest of the file.
 */
async function* recordsOf(lines: AsyncGenerator<string>): AsyncGenerator<FileRecord> {
  const ahead: string[] = [];
  const lineAhead = async (index: number): Promise<string | undefined> => {
    if (index < ahead.length) return ahead[index];
    const { done, value } = await lines.next();
    if (!done) ahead.push(value);
    return done ? undefined : value;
  };
  for (let line = 1, text = await lineAhead(0); text !== undefined; text = await lineAhead(0)) {
    let read = split(text);
    let count = 1;
    for (; read === UNCLOSED && count < MAX_LINES; count += 1) {
      const more: string | undefined = await lineAhead(count);
      if (more === undefined || text.length + more.length > MAX_LENGTH) break;
      text += `\n${more}`;
      if (more.includes('"')) read = split(text);
    }
    if (typeof read === 'string') count = 1;
    yield typeof read === 'string'
      ? { line, values: [], broken: read === TOO_LONG ? LONG_ROW : STRAY_QUOTE }
      : { line, values: read };
    ahead.splice(0, count);
    line += count;
  }
}

/** The values of one record, or the code of what is wrong with it. */
function split(text: string): string[] | string {
  if (text.length > MAX_LENGTH) return TOO_LONG;
  try {
    return parse(text, { relax_column_count: true, record_delimiter: '\n' }).at(0) ?? [];
  } catch (error) {
    if (error instanceof CsvError) return error.code;
    throw error;
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  let first = true;
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = `${rest}${first ? chunk.replace(/^\uFEFF/, '') : chunk}`.split('\n');
    first = false;
    // A line without end must not fill the memory; what is kept of it is too long all the same.
    rest = lines.pop()!.slice(0, MAX_LENGTH + 1);
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}

/** Further columns are allowed and left alone; a missing one is a file of another kind. */
function checkHeader(header: string[], columns: readonly string[]): string[] {
  const names = header.map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new Error(`the header lacks ${missing.join(', ')}`);
  return names;
}

function named<Column extends string>(header: string[], values: string[]): Readonly<Record<Column, string>> {
  return Object.fromEntries(header.map((name, index) => [name, values.at(index) ?? ''])) as Record<Column, string>;
}

const STRAY_QUOTE: Bilingual = {
  zh: '引号位置有误或者没有成对',
  en: 'A quotation mark stands where none may stand, or is not closed',
};
const LONG_ROW: Bilingual = { zh: `一行超过${MAX_LENGTH}个字符`, en: `A row of more than ${MAX_LENGTH} characters` };
