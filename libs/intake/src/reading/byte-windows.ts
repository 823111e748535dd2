import type { ByteSource } from '@app/documents';

const WINDOW = 65_536;

/** Walks through a file in windows, each with the first `overlap` bytes of the next. */
export async function* windowsOf(source: ByteSource, overlap = 0): AsyncGenerator<Buffer> {
  for (let offset = 0; offset < source.size; offset += WINDOW) yield await source.read(offset, WINDOW + overlap);
}
