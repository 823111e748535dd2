import type { ByteSource } from '../domain/byte-source.js';
import type { FileRefusal } from '../domain/file-refusal.table.js';
import { refuseHiddenPdf } from '../domain/foreign-content.rules.js';
import { CONTENT_TYPES_PART, judgeOfficeFile, type OfficeVerdict } from '../domain/office.rules.js';
import { isExcessiveRatio, MAX_ENTRIES, MAX_INFLATED, refuseDirectory } from '../domain/zip-directory.rules.js';
import { refuseZipEnd } from '../domain/zip-end.rules.js';
import { ZipDamaged, ZipFile } from './zip-file.js';

/** An honest list of content types has a few kilobytes. */
const MAX_CONTENT_TYPES = 1_048_576;

/** Looks into a ZIP file from its end to its last part and says which Office document it is, or why it is refused. */
export async function inspectOfficeFile(source: ByteSource): Promise<OfficeVerdict> {
  const outside = [...(await refuseZipEnd(source)), ...(await refuseHiddenPdf(source))];
  if (outside.length > 0) return { refusals: outside };
  try {
    const zip = await ZipFile.open(source, MAX_ENTRIES);
    return zip ? await inspectParts(zip) : { refusals: ['FILE_BOMB'] };
  } catch (error) {
    if (error instanceof ZipDamaged) return { refusals: [error.encrypted ? 'FILE_ENCRYPTED' : 'FILE_TRUNCATED'] };
    throw error;
  }
}

async function inspectParts(zip: ZipFile): Promise<OfficeVerdict> {
  const paths = zip.entries.map(({ path }) => path);
  const refusals = refuseDirectory(zip.entries, zip.directoryStart);
  // Nothing is inflated of a file that is refused already.
  if (refusals.length > 0) return { refusals };
  const verdict = judgeOfficeFile(await contentTypesOf(zip), paths);
  if ('refusals' in verdict) return verdict;
  const inflated = await refuseInflated(zip);
  return inflated.length > 0 ? { refusals: inflated } : verdict;
}

async function contentTypesOf(zip: ZipFile): Promise<string | undefined> {
  const index = zip.entries.findIndex(({ path }) => path.toLowerCase() === CONTENT_TYPES_PART.toLowerCase());
  if (index < 0 || zip.entries[index].size > MAX_CONTENT_TYPES) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of zip.inflate(index)) chunks.push(chunk);
  return textOf(Buffer.concat(chunks));
}

/** XML may be UTF-16, and then says so by its first bytes. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  return bytes.toString('utf8');
}

/** Inflates every part and counts: the sizes in the directory are only what the sender says. */
async function refuseInflated(zip: ZipFile): Promise<FileRefusal[]> {
  let total = 0;
  for (const [index, { compressedSize }] of zip.entries.entries()) {
    let size = 0;
    for await (const chunk of zip.inflate(index)) {
      size += chunk.length;
      total += chunk.length;
      if (total > MAX_INFLATED || isExcessiveRatio(size, compressedSize)) return ['FILE_BOMB'];
    }
  }
  return [];
}
