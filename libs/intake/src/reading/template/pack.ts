import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** The same day for every part, so that the same columns give the same file. */
const DAY = new Date('2000-01-01T00:00:00Z');

/** Puts parts, by path, into one ZIP file. */
export function pack(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), path, { mtime: DAY });
  zip.end();
  return buffer(zip.outputStream);
}
