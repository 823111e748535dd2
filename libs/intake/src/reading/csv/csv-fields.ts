import { CsvError, parse } from 'csv-parse/sync';
import { MAX_LENGTH } from './csv-lines.js';

export type Separator = ',' | '\t' | ';';

/** Why a text is no record: a quotation mark is still open, it is too long, or a mark stands where none may stand. */
export type NoRecord = 'open' | 'long' | 'stray';

const UNCLOSED = 'CSV_QUOTE_NOT_CLOSED';

/** What separates the fields, by the header: spreadsheets in some settings write a semicolon or a tabulator. */
export function separatorOf(header: string): Separator {
  if (header.includes(',')) return ',';
  if (header.includes('\t')) return '\t';
  return header.includes(';') ? ';' : ',';
}

/** An apostrophe before what a spreadsheet could take for a formula: this program writes it too (OWASP, CSV injection). */
const GUARDED = /^'[=+\-@\t\r＝＋－＠]/u;

/** The fields of one record, or why it is none. */
export function fieldsOf(text: string, separator: Separator): string[] | NoRecord {
  const fields = guardedFieldsOf(text, separator);
  if (typeof fields === 'string') return fields;
  return fields.map((field) => (GUARDED.test(field) ? field.slice(1) : field));
}

function guardedFieldsOf(text: string, separator: Separator): string[] | NoRecord {
  if (text.length > MAX_LENGTH) return 'long';
  // Most rows have no quotation mark, and need no parser.
  if (!text.includes('"')) return text.split(separator);
  try {
    return parse(text, { relax_column_count: true, record_delimiter: '\n', delimiter: separator }).at(0) ?? [];
  } catch (error) {
    if (error instanceof CsvError) return error.code === UNCLOSED ? 'open' : 'stray';
    throw error;
  }
}

/** Whether a text leaves a quotation mark open that it opened: only then can it be a record when more is added. */
export function hasOddQuotes(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}
