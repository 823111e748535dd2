import type { Bilingual } from '@app/kernel';
import { fieldsOf, hasOddQuotes, separatorOf, type NoRecord, type Separator } from './csv-fields.js';
import { MAX_LENGTH } from './csv-lines.js';

/** A record that goes over more lines has an open quotation mark in it. */
const MAX_LINES = 200;

/** A record of a file by its first line. */
export type CsvRecord =
  { readonly line: number; readonly fields: readonly string[] } | { readonly line: number; readonly broken: Bilingual };

/**
 * Puts lines together to records, without the blank ones; the first one says what separates the fields. Where a record
 * cannot be put together its first line alone is given up and the next ones are read anew: a stray quotation mark costs
 * one row and not the rest of the file.
 */
export async function* recordsOf(lines: AsyncGenerator<string>): AsyncGenerator<CsvRecord> {
  const queue = new LineQueue(lines);
  let separator: Separator | undefined;
  for (let line = 1, text = await queue.at(0); text !== undefined; text = await queue.at(0)) {
    if (text.trim() !== '') separator ??= separatorOf(text);
    const { read, count } = await putTogether(text, queue, separator ?? ',');
    if (typeof read === 'string') yield { line, broken: read === 'long' ? LONG_ROW : STRAY_QUOTE };
    else if (read.some((field) => field.trim() !== '')) yield { line, fields: read };
    queue.drop(count);
    line += count;
  }
}

async function putTogether(
  first: string,
  queue: LineQueue,
  separator: Separator,
): Promise<{ read: string[] | NoRecord; count: number }> {
  const lines = [first];
  let read = fieldsOf(first, separator);
  for (let length = first.length; read === 'open' && lines.length < MAX_LINES;) {
    const more = await queue.at(lines.length);
    if (more === undefined || (length += more.length + 1) > MAX_LENGTH) break;
    lines.push(more);
    // Only a line that closes the mark can end the record; the rest need not be parsed again and again.
    if (hasOddQuotes(more)) read = fieldsOf(lines.join('\n'), separator);
  }
  return { read, count: typeof read === 'string' ? 1 : lines.length };
}

/** Lines that were looked at and may have to be read once more. */
class LineQueue {
  private readonly ahead: string[] = [];

  constructor(private readonly lines: AsyncGenerator<string>) {}

  async at(index: number): Promise<string | undefined> {
    if (index >= this.ahead.length) {
      const { done, value } = await this.lines.next();
      if (done) return undefined;
      this.ahead.push(value);
    }
    return this.ahead[index];
  }

  drop(count: number): void {
    this.ahead.splice(0, count);
  }
}

const STRAY_QUOTE: Bilingual = {
  zh: '引号位置有误或者没有成对',
  en: 'A quotation mark stands where none may stand, or is not closed',
};
const LONG_ROW: Bilingual = { zh: `一行超过${MAX_LENGTH}个字符`, en: `A row of more than ${MAX_LENGTH} characters` };
