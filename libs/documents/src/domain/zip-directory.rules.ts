import type { FileRefusal } from './file-refusal.table.js';

/** One entry of a ZIP file as its directory and its local header tell of it. */
export interface ZipEntry {
  readonly path: string;
  readonly encrypted: boolean;
  readonly compressedSize: number;
  /** As declared; the real size is counted while inflating. */
  readonly size: number;
  /** Where the local header begins and where the entry's data end. */
  readonly start: number;
  readonly end: number;
}

export const MAX_ENTRIES = 5_000;
export const MAX_INFLATED = 500 * 1_048_576;
/** Above this ratio a part is a bomb: real sheets seldom pass 50, deflate itself ends at 1,032. */
const MAX_RATIO = 200;
/** Small parts of one repeated letter compress well and harm nobody. */
const RATIO_FREE = 1_048_576;
/** A data descriptor with signature and 64-bit sizes is the most that may stand between two entries. */
const MAX_GAP = 24;

/** The defects of a ZIP file that its directory shows, before anything is inflated. */
export function refuseDirectory(entries: readonly ZipEntry[], directoryStart: number): FileRefusal[] {
  const codes: FileRefusal[] = [];
  if (entries.some(({ path }) => isUnsafePath(path)) || hasDuplicates(entries)) codes.push('FILE_PATHS');
  if (entries.some(({ encrypted }) => encrypted)) codes.push('FILE_ENCRYPTED');
  if (isBomb(entries)) codes.push('FILE_BOMB');
  codes.push(...refuseLayout(entries, directoryStart));
  return codes;
}

/** A part that inflates to `size` from `compressedSize` bytes. */
export function isExcessiveRatio(size: number, compressedSize: number): boolean {
  return size > RATIO_FREE && size > compressedSize * MAX_RATIO;
}

/** Absolute, climbing, with a drive, a backslash, a control or a direction character: nowhere in an honest package. */
export function isUnsafePath(path: string): boolean {
  return (
    path === '' ||
    /^[/~]|^[A-Za-z]:|\\|[\p{Cc}\p{Cf}\p{Cs}]/u.test(path) ||
    path.split('/').some((part) => part === '..' || part === '.')
  );
}

/** Parts of a package are equal without regard to case (ISO/IEC 29500-2, 6.2.2.3). */
function hasDuplicates(entries: readonly ZipEntry[]): boolean {
  return new Set(entries.map(({ path }) => path.toLowerCase())).size < entries.length;
}

function isBomb(entries: readonly ZipEntry[]): boolean {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  return total > MAX_INFLATED || entries.some(({ size, compressedSize }) => isExcessiveRatio(size, compressedSize));
}

/** Entries that share bytes multiply them; bytes between entries are another file's. */
function refuseLayout(entries: readonly ZipEntry[], directoryStart: number): FileRefusal[] {
  const codes = new Set<FileRefusal>();
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.start - b.start)) {
    if (entry.start < end) codes.add('FILE_BOMB');
    if (entry.start > end + MAX_GAP) codes.add('FILE_POLYGLOT');
    end = Math.max(end, entry.end);
  }
  if (directoryStart < end) codes.add('FILE_BOMB');
  if (directoryStart > end + MAX_GAP) codes.add('FILE_POLYGLOT');
  return [...codes];
}
