import { tailOf, type ByteSource } from './byte-source.js';
import type { FileRefusal } from './file-refusal.table.js';
import { refuseForeignTrail } from './foreign-content.rules.js';

const END_RECORD = Buffer.from('PK\x05\x06', 'latin1');
const END_RECORD_LENGTH = 22;
const MAX_COMMENT = 65_535;

/**
 * How a ZIP file ends (APPNOTE 4.3.16): a directory's end record, a comment of the length it states,
 * and nothing behind. Readers that search for the record differ, so there may be only one.
 */
export async function refuseZipEnd(source: ByteSource): Promise<FileRefusal[]> {
  const tail = await tailOf(source, END_RECORD_LENGTH + MAX_COMMENT);
  const at = tail.lastIndexOf(END_RECORD);
  if (at < 0 || at + END_RECORD_LENGTH > tail.length) return ['FILE_TRUNCATED'];
  const comment = at + END_RECORD_LENGTH;
  const stated = tail.readUInt16LE(at + 20);
  if (comment + stated > tail.length) return ['FILE_TRUNCATED'];
  if (comment + stated < tail.length) return ['FILE_POLYGLOT'];
  return refuseForeignTrail(source, source.size - stated);
}
