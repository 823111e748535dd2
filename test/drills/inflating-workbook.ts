import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import yazl from 'yazl';

const MIB = 1_048_576;

/** The same workbook with a sheet of so many MiB of blanks, of which a file keeps a thousandth. */
export async function inflating(workbook: Buffer, sheet: string, mebibytes: number): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const honest = await yauzl.fromBufferPromise(workbook, { lazyEntries: true });
  for await (const entry of honest.eachEntry()) {
    if (entry.fileName === sheet) continue;
    zip.addBuffer(await buffer(await honest.openReadStreamPromise(entry)), entry.fileName);
  }
  zip.addReadStream(Readable.from(blanks(mebibytes)), sheet);
  zip.end();
  return buffer(zip.outputStream);
}

function* blanks(mebibytes: number): Generator<Buffer> {
  yield Buffer.from('<worksheet>');
  const one = Buffer.alloc(MIB, ' ');
  for (let count = 0; count < mebibytes; count += 1) yield one;
  yield Buffer.from('</worksheet>');
}
