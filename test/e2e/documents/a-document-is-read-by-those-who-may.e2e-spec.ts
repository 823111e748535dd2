import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { readdir, readFile, readlink, realpath, rm, truncate, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { DocumentAccess } from '@app/documents';
import { Settings } from '@app/platform';
import { jpeg, pdf } from '../../../libs/documents/src/testing/honest-files.js';
import { loginAs, startInProcess } from '../../support/app.js';

const ROUTE = '/api/v1/documents';
const MIB = 1_048_576;

let app: NestFastifyApplication;
let applicant: string;
let officer: string;
const lent = new Set<string>();

beforeAll(async () => {
  app = await startInProcess();
  applicant = await loginAs(app, 'applicant');
  officer = await loginAs(app, 'acceptance');
  app
    .get(DocumentAccess)
    .register((principal, id) => Promise.resolve(principal.username.includes('accept') && lent.has(id)));
});

afterAll(() => app.close());

const server = () => supertest(app.getHttpServer());
const get = (path: string, token: string) => server().get(`${ROUTE}/${path}`).set('authorization', `Bearer ${token}`);

async function uploaded(bytes: Buffer = pdf(), filename = '章程(一).pdf'): Promise<{ id: string; sha256: string }> {
  const request = server().post(ROUTE).set('authorization', `Bearer ${applicant}`);
  return (await request.attach('file', bytes, { filename }).expect(201)).body;
}

async function pathOf(id: string): Promise<string> {
  const [row] = await app.get(DataSource).query('SELECT blob_name FROM documents.document WHERE id = $1', [id]);
  return join(app.get(Settings).dataDir, 'documents', row.blob_name.slice(0, 2), row.blob_name);
}

/** Asks, and is gone after so many milliseconds without having read the answer. */
async function hangUp(path: string, wait: number): Promise<void> {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const asking = httpRequest({ port, path, agent: false, headers: { authorization: `Bearer ${applicant}` } });
  asking.on('error', () => undefined).end();
  await sleep(wait);
  asking.destroy();
}

/** Whether this process holds the file open, where the system can tell. */
async function isOpen(path: string): Promise<boolean> {
  const handles = await readdir('/proc/self/fd').catch(() => []);
  const targets = await Promise.all(handles.map((handle) => readlink(`/proc/self/fd/${handle}`).catch(() => '')));
  return targets.includes(await realpath(path));
}

const audited = (id: string) =>
  app.get(DataSource).query(`SELECT actor, action, detail FROM audit.entry WHERE subject_id = $1 ORDER BY id`, [id]);

describe('a document is read by those who may', () => {
  it('the uploader downloads it byte for byte, as an attachment that no browser will run', async () => {
    const bytes = Buffer.concat([jpeg(), Buffer.alloc(2 * MIB, 'xyz')]);
    const { id, sha256 } = await uploaded(bytes, '照片(一).jpg');
    const answer = await get(`${id}/content`, applicant).responseType('blob').expect(200);
    expect(bytes.equals(answer.body as Buffer)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="__(_).jpg"; filename*=UTF-8''%E7%85%A7%E7%89%87%28%E4%B8%80%29.jpg`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      etag: `"${sha256}"`,
    });
  });

  it("the uploader sees what is known of it, and reading one's own is no event", async () => {
    const { id } = await uploaded();
    expect((await get(id, applicant).expect(200)).body).toMatchObject({ id, kind: 'PDF', fileName: '章程(一).pdf' });
    expect(await audited(id)).toMatchObject([{ action: 'document.upload' }]);
  });

  it('readers who hang up leave no file open', async () => {
    const { id } = await uploaded(Buffer.concat([jpeg(), Buffer.alloc(8 * MIB, 'xyz')]), 'a.jpg');
    const path = await pathOf(id);
    for (const wait of [0, 2, 5, 10, 20, 50]) await hangUp(`${ROUTE}/${id}/content`, wait);
    for (let tries = 0; tries < 50 && (await isOpen(path)); tries += 1) await sleep(100);
    expect(await isOpen(path)).toBe(false);
  });

  it('for anybody else it does not exist', async () => {
    const { id } = await uploaded();
    for (const path of [id, `${id}/content`]) {
      await get(path, officer).expect(404);
      await server().get(`${ROUTE}/${path}`).expect(401);
    }
    expect(await audited(id)).toHaveLength(1);
  });

  it.each([randomUUID(), 'nonsense', '..%2f..%2fkeys.json'])('there is nothing at %s', async (id) => {
    await get(id, applicant).expect(404);
    await get(`${id}/content`, applicant).expect(404);
  });

  it('an officer whom a rule lets reads it, and the audit trail says so', async () => {
    const { id } = await uploaded();
    lent.add(id);
    await get(id, officer).expect(200);
    await get(`${id}/content`, officer).expect(200);
    expect((await audited(id)).slice(1)).toMatchObject([
      { action: 'document.read', detail: { part: 'metadata' } },
      { action: 'document.read', detail: { part: 'content' } },
    ]);
  });
});

describe('stored bytes that were changed are never given out as whole', () => {
  it('a changed first frame, or a missing file, is an error and not an answer', async () => {
    const { id } = await uploaded();
    const path = await pathOf(id);
    const bytes = await readFile(path);
    bytes[50] ^= 1;
    await writeFile(path, bytes);
    await get(`${id}/content`, applicant).expect(500);
    await truncate(path, 10);
    await get(`${id}/content`, applicant).expect(500);
    await rm(path);
    const answer = await get(`${id}/content`, applicant).expect(500);
    expect(answer.headers['content-disposition']).toBeUndefined();
    expect(JSON.stringify(answer.body)).not.toContain(path);
  });

  it('a change further on breaks the connection', async () => {
    const { id } = await uploaded(Buffer.concat([jpeg(), Buffer.alloc(3 * MIB)]), 'a.jpg');
    const path = await pathOf(id);
    const bytes = await readFile(path);
    bytes[2 * MIB] ^= 1;
    await writeFile(path, bytes);
    const { port } = app.getHttpServer().address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}${ROUTE}/${id}/content`, {
      headers: { authorization: `Bearer ${applicant}` },
    });
    expect(answer.status).toBe(200);
    await expect(answer.arrayBuffer()).rejects.toThrow();
  });
});
