import { tailOf, windowsOf, type ByteSource } from './byte-source.js';
import type { FileRefusal } from './file-refusal.table.js';
import { refuseForeignTrail, refuseHiddenZip } from './foreign-content.rules.js';

const END_MARKER = '%%EOF';
/** Readers look for the end marker in the last 1,024 bytes (ISO 32000-1, annex H.3, note 18). */
const END_WITHIN = 1_024;
const OVERLAP = 512;

/**
 * The entry of a trailer that says how the file is encrypted: a reference or a dictionary. Any letter
 * of a name may be written as its code (#45 for E), and comments count as white space.
 */
const ENCRYPT = new RegExp(
  `/${[...'Encrypt'].map((letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`).join('')}` +
    String.raw`(?:[\0\t\n\f\r ]|%[^\r\n]{0,200}[\r\n]){0,100}(?:\d{1,10}[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R|<<)`,
);

/** The defects of a file that begins with `%PDF-`. */
export async function refusePdf(source: ByteSource): Promise<FileRefusal[]> {
  const codes: FileRefusal[] = [];
  const tail = await tailOf(source, END_WITHIN);
  const end = tail.lastIndexOf(END_MARKER);
  if (end < 0) codes.push('FILE_TRUNCATED');
  else codes.push(...(await refuseForeignTrail(source, source.size - tail.length + end + END_MARKER.length)));
  codes.push(...(await refuseHiddenZip(source)));
  if (await isEncrypted(source)) codes.push('FILE_ENCRYPTED');
  return codes;
}

async function isEncrypted(source: ByteSource): Promise<boolean> {
  for await (const bytes of windowsOf(source, 0, OVERLAP)) {
    if (ENCRYPT.test(bytes.toString('latin1'))) return true;
  }
  return false;
}
