import { tailOf, windowsOf, type ByteSource } from './byte-source.js';
import type { FileRefusal } from './file-refusal.table.js';
import { refuseForeignTrail, refuseHiddenZip } from './foreign-content.rules.js';

const END_MARKER = '%%EOF';
/** Readers look for the end marker in the last 1,024 bytes (ISO 32000-1, annex H.3, note 18). */
const END_WITHIN = 1_024;
const OVERLAP = 512;

/** The name of the entry of a trailer that says how the file is encrypted; any letter may stand as its code (#45 for E). */
const ENCRYPT = /\/(?:E|#45)(?:n|#6[eE])(?:c|#63)(?:r|#72)(?:y|#79)(?:p|#70)(?:t|#74)/g;
/** Its value, a reference or a dictionary; comments count as white space. */
const VALUE = /^(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])*(?:\d{1,10}[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R|<<)/;
/** White space and comments alone: whoever puts half a page of it before the value hides the value. */
const PADDING = /^(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])*(?:%[^\r\n]*)?$/;

/** Actions that run a script or another program; a reader that opens the file may carry them out. */
const ACTIVE =
  /\/(?:(?:J|#4[aA])(?:a|#61)(?:v|#76)(?:a|#61)(?:S|#53)(?:c|#63)(?:r|#72)(?:i|#69)(?:p|#70)(?:t|#74)|(?:L|#4[cC])(?:a|#61)(?:u|#75)(?:n|#6[eE])(?:c|#63)(?:h|#68))(?=[\0\t\n\f\r /<>[\]()%])/;

/** The defects of a file that begins with `%PDF-`. */
export async function refusePdf(source: ByteSource): Promise<FileRefusal[]> {
  const codes: FileRefusal[] = [];
  const tail = await tailOf(source, END_WITHIN);
  const end = tail.lastIndexOf(END_MARKER);
  if (end < 0) codes.push('FILE_TRUNCATED');
  else codes.push(...(await refuseForeignTrail(source, source.size - tail.length + end + END_MARKER.length)));
  codes.push(...(await refuseHiddenZip(source)));
  codes.push(...(await refuseByNames(source)));
  return codes;
}

/** What is said in names that lie open; within a compressed stream nobody looks. */
async function refuseByNames(source: ByteSource): Promise<FileRefusal[]> {
  const codes = new Set<FileRefusal>();
  for await (const bytes of windowsOf(source, 0, OVERLAP)) {
    const text = bytes.toString('latin1');
    if (isEncrypted(text)) codes.add('FILE_ENCRYPTED');
    if (ACTIVE.test(text)) codes.add('FILE_MACROS');
  }
  return [...codes];
}

/** Looks behind each name by itself, and no further than windows overlap: a file of such names alone must not take minutes. */
function isEncrypted(text: string): boolean {
  for (const { index, 0: name } of text.matchAll(ENCRYPT)) {
    const behind = text.slice(index + name.length, index + OVERLAP);
    if (VALUE.test(behind)) return true;
    // Shorter only at the end of a window, and then the next one has the name with all that is behind it.
    if (behind.length === OVERLAP - name.length && PADDING.test(behind)) return true;
  }
  return false;
}
