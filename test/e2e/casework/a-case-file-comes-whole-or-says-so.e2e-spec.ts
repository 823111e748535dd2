import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createCipheriv } from 'node:crypto';
import { readdir, readFile, readlink, realpath, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { Settings } from '@app/platform';
import { jpeg } from '../../../libs/documents/src/testing/honest-files.js';
import { databaseOf, startInProcess } from '../../support/app.js';
import { DownloadedFile } from '../../support/case-file.js';
import { runDueJobs } from '../../support/jobs.js';
import { Bureau } from '../../support/registrations.js';

const MIB = 1_048_576;
/**
 * Nothing of it can be compressed, so that a reader who does not read holds up whoever writes; and it is the same each
 * time, for by chance such bytes look like another format now and then, which no upload may.
 */
const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16, 1), Buffer.alloc(16)).update(Buffer.alloc(24 * MIB));
const photo = Buffer.concat([jpeg(), noise]);

let app: NestFastifyApplication;
let bureau: Bureau;
let caseId: string;
let path: string;

beforeAll(async () => {
  app = await startInProcess();
  bureau = new Bureau(app);
  const upload = supertest(app.getHttpServer()).post('/api/v1/documents');
  const token = await bureau.token('applicant');
  const photographed = await upload
    .set('authorization', `Bearer ${token}`)
    .attach('file', photo, { filename: 'a.jpg' });
  const { id } = photographed.body as { id: string };
  const documents = [
    { kind: 'CHARTER_DRAFT', documentId: id },
    { kind: 'MEMBER_ROSTER', documentId: await bureau.paper('applicant') },
  ];
  const registration = await bureau.draft({ documents });
  await registration.act('applicant', 'submit', { insist: true }, 200);
  caseId = registration.body.id;
  const [row] = await app.get(DataSource).query('SELECT blob_name FROM documents.document WHERE id = $1', [id]);
  path = join(app.get(Settings).dataDir, 'documents', row.blob_name.slice(0, 2), row.blob_name);
});

afterAll(() => app.close());

/** Asks, and is gone after so many milliseconds without having read the answer. */
async function hangUp(wait: number): Promise<void> {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const headers = { authorization: `Bearer ${await bureau.token('review')}` };
  const asking = httpRequest({ port, path: `/api/v1/cases/${caseId}/file`, agent: false, headers });
  asking.on('error', () => undefined).on('response', (answer) => answer.pause());
  asking.end();
  await sleep(wait);
  asking.destroy();
}

/** Whether this process holds the file open, where the system can tell. */
async function isOpen(): Promise<boolean> {
  const handles = await readdir('/proc/self/fd').catch(() => []);
  const targets = await Promise.all(handles.map((handle) => readlink(`/proc/self/fd/${handle}`).catch(() => '')));
  return targets.includes(await realpath(path));
}

it('is given of an open case as it stands, twice the same, and without a seal', async () => {
  const [first, second] = [
    await DownloadedFile.of(bureau, 'review', caseId),
    await DownloadedFile.of(bureau, 'acceptance', caseId),
  ];
  expect(first.index).toMatchObject({ sealedOn: null, intact: true });
  expect(first.index.parts.some(({ sealed }) => sealed)).toBe(false);
  expect(second.hashes).toEqual(first.hashes);
  expect(first.contents.get('005-a.jpg')?.equals(photo)).toBe(true);
});

it('leaves no paper open when its reader hangs up', async () => {
  for (const wait of [0, 5, 10, 20, 40, 80]) await hangUp(wait);
  for (let tries = 0; tries < 200 && (await isOpen()); tries += 1) await sleep(100);
  expect(await isOpen()).toBe(false);
});

it('comes without the rest of a paper that was changed on the disk, and names it', async () => {
  const bytes = await readFile(path);
  bytes[4 * MIB] ^= 1;
  await writeFile(path, bytes);
  const file = await DownloadedFile.of(bureau, 'review', caseId);
  expect(JSON.parse(file.contents.get('999-damaged.json')!.toString())).toEqual({ damaged: ['005-a.jpg'] });
  const broken = file.index.parts.filter(({ name, sha256 }) => file.sha256(name) !== sha256);
  expect(broken.map(({ name }) => name)).toEqual(['005-a.jpg']);
});

it('is sealed on a later day when it could not be at the end of the case', async () => {
  const withdrawn = await bureau.draft();
  await withdrawn.act('applicant', 'submit', {}, 200);
  await withdrawn.act('applicant', 'withdraw', {}, 200);
  await runDueJobs(app);
  const { id } = withdrawn.body;
  await databaseOf(app).asSuperuser(`DELETE FROM casework.file_seal WHERE case_id = '${id}'`);
  await databaseOf(app).asSuperuser(`DELETE FROM platform.outbox WHERE topic = 'daily:casework.find-unsealed'`);
  expect((await DownloadedFile.of(bureau, 'review', id)).index.sealedOn).toBeNull();
  await runDueJobs(app);
  expect((await DownloadedFile.of(bureau, 'review', id)).index).toMatchObject({
    intact: true,
    sealedOn: expect.any(String),
  });
});
