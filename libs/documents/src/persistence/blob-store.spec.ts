import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyRing, newKeyFile, type Settings } from '@app/platform';
import { BlobStore, type IncomingBlob } from './blob-store.js';
import { BlobDamaged } from './sealed-file.js';

const MIB = 1_048_576;
const FRAME = MIB + 28;

let dataDir: string;
let store: BlobStore;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'blob-store-'));
  store = new BlobStore({ dataDir } as Settings, new KeyRing(newKeyFile()));
});

afterEach(() => rm(dataDir, { recursive: true }));

async function keep(plain: Buffer, step = 70_000): Promise<{ blob: IncomingBlob; path: string }> {
  const blob = await store.receive(randomUUID(), pieces(plain, step));
  await store.keep(blob);
  return { blob, path: join(dataDir, 'documents', blob.blobName.slice(0, 2), blob.blobName) };
}

async function* pieces(plain: Buffer, step: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < plain.length; at += step) yield await Promise.resolve(plain.subarray(at, at + step));
}

async function readAll(blob: IncomingBlob): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of store.read(blob)) parts.push(part);
  return Buffer.concat(parts);
}

describe('BlobStore', () => {
  it.each([1, 1_000, MIB - 1, MIB, MIB + 1, 2 * MIB, 3 * MIB + 5])('gives %i bytes back as they came', async (size) => {
    const plain = randomBytes(size);
    const { blob } = await keep(plain);
    expect(blob.size).toBe(size);
    expect((await readAll(blob)).equals(plain)).toBe(true);
  });

  it('reads any part of a received file across frames', async () => {
    const plain = randomBytes(2 * MIB + 100);
    const blob = await store.receive(randomUUID(), pieces(plain, 1_000_000));
    const file = await store.openIncoming(blob);
    for (const [offset, length] of [
      [0, 10],
      [MIB - 5, 10],
      [MIB, MIB + 100],
      [2 * MIB + 90, 500],
      [9 * MIB, 5],
      [0, 9 * MIB],
    ]) {
      expect((await file.read(offset, length)).equals(plain.subarray(offset, offset + length))).toBe(true);
    }
    await file.close();
  });

  it('leaves nothing readable in the folder: no plain bytes, no id in a name, no right for others', async () => {
    const { blob, path } = await keep(Buffer.from('%PDF- secret secret secret'));
    expect((await readFile(path)).includes('secret')).toBe(false);
    expect(path.includes(blob.id)).toBe(false);
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect(await readdir(join(dataDir, 'documents', 'incoming'))).toEqual([]);
  });

  it.each([
    [
      'a changed byte',
      async (path: string) => {
        const bytes = await readFile(path);
        bytes[bytes.length - 20] ^= 1;
        await writeFile(path, bytes);
      },
    ],
    ['a file cut at the edge of a frame', (path: string) => truncate(path, FRAME)],
    [
      'two frames that changed places',
      async (path: string) => {
        const bytes = await readFile(path);
        const [a, b, rest] = [bytes.subarray(0, FRAME), bytes.subarray(FRAME, 2 * FRAME), bytes.subarray(2 * FRAME)];
        await writeFile(path, Buffer.concat([b, a, rest]));
      },
    ],
    [
      'a file that grew',
      async (path: string) => writeFile(path, Buffer.concat([await readFile(path), Buffer.alloc(9)])),
    ],
  ])('notices %s', async (_title, damage) => {
    const { blob, path } = await keep(randomBytes(2 * MIB + 9));
    await damage(path);
    await expect(readAll(blob)).rejects.toThrow(BlobDamaged);
  });

  it('does not take a file cut at a frame for a smaller one, whatever the row says', async () => {
    const { blob, path } = await keep(randomBytes(2 * MIB));
    await truncate(path, FRAME);
    await expect(readAll({ ...blob, size: MIB })).rejects.toThrow(BlobDamaged);
  });

  it('notices the file of one document under the name of another', async () => {
    const { path } = await keep(Buffer.from('one'));
    const other = await keep(Buffer.from('two'));
    await writeFile(other.path, await readFile(path));
    await expect(readAll(other.blob)).rejects.toThrow(BlobDamaged);
  });

  it('leaves nothing of an upload that breaks off', async () => {
    const broken = async function* () {
      yield await Promise.resolve(Buffer.alloc(3 * MIB));
      throw new Error('gone');
    };
    await expect(store.receive(randomUUID(), broken())).rejects.toThrow('gone');
    expect(await readdir(join(dataDir, 'documents', 'incoming'))).toEqual([]);
  });

  it('lists old blobs only, and removes old leftovers of uploads only', async () => {
    const old = await keep(Buffer.from('old'));
    await keep(Buffer.from('new'));
    await utimes(old.path, new Date(0), new Date(0));
    const stale = await store.receive(randomUUID(), pieces(Buffer.from('x'), 1));
    await store.receive(randomUUID(), pieces(Buffer.from('y'), 1));
    await utimes(stale.path, new Date(0), new Date(0));
    const before = new Date(Date.now() - 1_000);
    const names: string[] = [];
    for await (const some of store.namesOlderThan(before)) names.push(...some);
    expect(names).toEqual([old.blob.blobName]);
    expect(await store.removeIncomingOlderThan(before)).toBe(1);
  });
});
