import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The hashes of a backup's files, in the form that `sha256sum --check` reads. */
export const SUMS_FILE = 'SHA256SUMS';

/** Collects what is written into a backup, and its hashes. */
export class Sums {
  private readonly lines: string[] = [];

  constructor(private readonly folder: string) {}

  /** Copies a file and hashes what it writes. @throws Error (ENOENT) when it is not there. */
  async copy(from: string, to: string): Promise<void> {
    const path = join(this.folder, to);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const hash = createHash('sha256');
    const source = createReadStream(from).on('data', (bytes) => hash.update(bytes));
    await pipeline(source, createWriteStream(path, { mode: 0o600, flush: true }));
    this.lines.push(`${hash.digest('hex')}  ${to}`);
  }

  /** Takes up a file that another program has written. */
  async add(path: string): Promise<void> {
    this.lines.push(`${await sha256Of(join(this.folder, path))}  ${path}`);
  }

  async write(): Promise<void> {
    await writeFile(join(this.folder, SUMS_FILE), `${this.lines.join('\n')}\n`, { mode: 0o600, flush: true });
  }
}

/** Checks every file of a backup. @returns their paths. @throws Error naming the first that is gone or altered. */
export async function checkSums(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const line of readFileSync(join(folder, SUMS_FILE), 'utf8').split('\n').filter(Boolean)) {
    const [expected, path] = [line.slice(0, 64), line.slice(66)];
    // A backup comes from outside: it may not name a file beyond its own folder.
    if (relative(folder, join(folder, path)).startsWith('..')) throw new Error(`${path} lies outside of the backup`);
    if ((await sha256Of(join(folder, path))) !== expected) throw new Error(`${path} is not as it was backed up`);
    paths.push(path);
  }
  return paths;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}
