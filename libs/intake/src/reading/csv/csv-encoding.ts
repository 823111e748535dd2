import type { ByteSource } from '@app/documents';
import type { Bilingual } from '@app/kernel';
import type { TableHead } from '../../domain/table-row.js';
import { windowsOf } from '../byte-windows.js';
import { tableRefused } from '../table-refusal.table.js';

export type CsvEncoding = NonNullable<TableHead['encoding']>;

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/**
 * The encoding in which every byte of a text makes sense. Chinese spreadsheets write GB18030, which hardly ever happens
 * to be valid UTF-8. @throws RuleViolated for UTF-16 and for what is no text at all
 */
export async function encodingOf(source: ByteSource): Promise<CsvEncoding> {
  const head = await source.read(0, UTF8_MARK.length);
  if (UTF16_MARKS.some((mark) => head.subarray(0, mark.length).equals(mark))) throw tableRefused('TABLE_KIND', UTF16);
  if (await isValid(source, 'UTF-8')) return 'UTF-8';
  if (!head.equals(UTF8_MARK) && (await isValid(source, 'GB18030'))) return 'GB18030';
  throw tableRefused('TABLE_KIND', GARBLED);
}

/** The text of a file, a window at a time and without its byte order mark; the encoding must be the right one. */
export async function* textOf(source: ByteSource, encoding: CsvEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const bytes of windowsOf(source)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

async function isValid(source: ByteSource, encoding: CsvEncoding): Promise<boolean> {
  try {
    for await (const text of textOf(source, encoding)) {
      if (text.includes('\0')) throw tableRefused('TABLE_KIND');
    }
    return true;
  } catch (error) {
    if (isOfDecoder(error)) return false;
    throw error;
  }
}

function isOfDecoder(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
}

const UTF16: Bilingual = {
  zh: '文本使用 UTF-16 编码，请另存为 UTF-8 编码的 CSV',
  en: 'the text is in UTF-16; save it as CSV in UTF-8',
};
const GARBLED: Bilingual = {
  zh: '文本既不是 UTF-8 编码，也不是 GB18030 编码',
  en: 'the text is neither in UTF-8 nor in GB18030',
};
