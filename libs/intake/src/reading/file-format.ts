import type { ByteSource } from '@app/documents';
import type { TableHead } from '../domain/table-row.js';
import { windowsOf } from './byte-windows.js';
import { fileRefused, tableRefused } from './table-refusal.table.js';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
/** The container of old and of encrypted Office files. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** The stream that Office writes an encrypted workbook into ([MS-OFFCRYPTO] 2.3.4.4). */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');
/** Web pages that call themselves .xls, and PDF. */
const NO_TABLE = /^\s*<|^%PDF-/;

/**
 * Tells by the first bytes how a table is to be read. @throws RuleViolated for what is certainly none: an empty file,
 * an old or encrypted one, a web page
 */
export async function formatOf(source: ByteSource): Promise<TableHead['format']> {
  if (source.size === 0) throw fileRefused('FILE_EMPTY');
  const head = await source.read(0, 64);
  if (head.subarray(0, ZIP.length).equals(ZIP)) return 'XLSX';
  if (head.subarray(0, COMPOUND.length).equals(COMPOUND)) {
    throw (await holds(source, ENCRYPTED_STREAM)) ? fileRefused('FILE_ENCRYPTED') : tableRefused('TABLE_KIND', OLD);
  }
  // The mark of UTF-8 before it, as latin1.
  if (NO_TABLE.test(head.toString('latin1').replace('\xef\xbb\xbf', ''))) throw tableRefused('TABLE_KIND');
  return 'CSV';
}

async function holds(source: ByteSource, mark: Buffer): Promise<boolean> {
  for await (const bytes of windowsOf(source, mark.length)) if (bytes.includes(mark)) return true;
  return false;
}

const OLD = {
  zh: '这是旧版 .xls 文件，请在表格软件中另存为 .xlsx',
  en: 'this is an .xls file of the old kind; save it as .xlsx',
};
