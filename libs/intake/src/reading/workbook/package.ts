import { posix } from 'node:path';
import { inspectOfficeFile, refusalsOf, ZipDamaged, ZipFile, type ByteSource } from '@app/documents';
import { RuleViolated } from '@app/kernel';
import { fileRefused, tableRefused, tableViolation } from '../table-refusal.table.js';

/** The inspection lets no more through. */
const MAX_ENTRIES = 5_000;

/** The parts of a workbook by their path, read in place. */
export class Package {
  private constructor(
    private readonly zip: ZipFile,
    private readonly indexes: ReadonlyMap<string, number>,
  ) {}

  /** @throws RuleViolated when the file is anything but a sound workbook without macros */
  static async open(source: ByteSource): Promise<Package> {
    await requireWorkbook(source);
    const zip = await sound(() => ZipFile.open(source, MAX_ENTRIES));
    if (!zip) throw fileRefused('FILE_BOMB');
    return new Package(zip, new Map(zip.entries.map(({ path }, index) => [keyOf(path), index])));
  }

  has(path: string): boolean {
    return this.indexes.has(keyOf(path));
  }

  /** The bytes of a part, of none when it is not there. @throws RuleViolated where it is damaged */
  async *read(path: string): AsyncGenerator<Buffer> {
    const index = this.indexes.get(keyOf(path));
    if (index === undefined) return;
    try {
      yield* this.zip.inflate(index);
    } catch (error) {
      throw asRefusal(error);
    }
  }
}

/** What a relationship of one part names as its target, as a path of the package. */
export function partPath(from: string, target: string): string {
  return posix.resolve('/', posix.dirname(from), target).slice(1);
}

/** Parts of a package are equal without regard to case (ISO/IEC 29500-2, 6.2.2.3). */
function keyOf(path: string): string {
  return path.toLowerCase();
}

async function requireWorkbook(source: ByteSource): Promise<void> {
  const verdict = await inspectOfficeFile(source);
  if ('kind' in verdict) {
    if (verdict.kind === 'XLSX') return;
    throw tableRefused('TABLE_KIND', { zh: '这是文字文档', en: 'this is a text document' });
  }
  throw new RuleViolated(
    // Which files are kinds of document is not the question here.
    verdict.refusals.flatMap((code) => (code === 'FILE_KIND' ? [tableViolation('TABLE_KIND')] : refusalsOf([code]))),
  );
}

async function sound<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asRefusal(error);
  }
}

function asRefusal(error: unknown): unknown {
  return error instanceof ZipDamaged ? fileRefused('FILE_TRUNCATED') : error;
}
