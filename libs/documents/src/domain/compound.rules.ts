import { windowsOf, type ByteSource } from './byte-source.js';
import type { FileRefusal } from './file-refusal.table.js';

/** The stream that Office writes an encrypted DOCX or XLSX into ([MS-OFFCRYPTO] 2.3.4.4). */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

/** An OLE compound file: a modern document behind a password, or a file of the old Office formats. */
export async function refuseCompound(source: ByteSource): Promise<FileRefusal[]> {
  for await (const bytes of windowsOf(source, 0, ENCRYPTED_STREAM.length)) {
    if (bytes.includes(ENCRYPTED_STREAM)) return ['FILE_ENCRYPTED'];
  }
  return ['FILE_KIND'];
}
