import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import supertest from 'supertest';
import { docx, jpeg, pdf, png, xlsx } from '../../libs/documents/src/testing/honest-files.js';
import { HOSTILE_FILES, type HostileFile } from '../../libs/documents/src/testing/hostile-files.js';
import { environmentOf, testPassword } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { ProgramProcess } from '../support/processes.js';
import { FULL, report } from './drill.js';
import { memoryOf } from './memory.js';

const MIB = 1_048_576;
/** What hostile files may cost a process beyond what it needs when it is idle, in MiB: eight at once, with their bodies. */
const MEMORY_BOUND = 200;
const AT_ONCE = FULL ? 8 : 2;
const ROUNDS = FULL ? 3 : 1;
const counts = { tried: 0, taken: 0, wrongVerdicts: 0, stored: 0, honestLost: 0, idleMiB: 0, peakMiB: 0 };

let database: TestDatabase;
let api: ProgramProcess;
let token: string;
let folder: string;

beforeAll(async () => {
  database = await TestDatabase.clone();
  const env = environmentOf(database);
  folder = join(env.DATA_DIR, 'documents');
  api = await ProgramProcess.start('api', env);
  token = await login();
  counts.idleMiB = memoryOf(api.pid).now;
}, 60_000);

afterAll(async () => {
  counts.peakMiB = memoryOf(api.pid).peak;
  report('uploads', { files: HOSTILE_FILES.length, boundMiB: MEMORY_BOUND, ...counts });
  await api.stop();
  await database.drop();
});

async function login(): Promise<string> {
  const body = { username: 'applicant', password: testPassword() };
  return (await supertest(api.url).post('/api/v1/auth/login').send(body).expect(200)).body.accessToken as string;
}

const upload = (bytes: Buffer, filename: string) =>
  supertest(api.url)
    .post('/api/v1/documents')
    .set('authorization', `Bearer ${token}`)
    .attach('file', bytes, { filename });

/** How many documents there are, and how many files lie in the store, unfinished ones included. */
async function stored(): Promise<{ rows: number; files: number }> {
  const [{ rows }] = await database.asOwner<{ rows: number }>('SELECT count(*)::int AS rows FROM documents.document');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return { rows, files: entries.filter((entry) => entry.isFile()).length };
}

/** All of them, or one of each code. */
const FILES = FULL
  ? HOSTILE_FILES
  : [...new Map(HOSTILE_FILES.map((file) => [file.code, file] as const)).values()].filter(
      ({ code }) => code !== 'FILE_BOMB',
    );

async function tryFile({ build, fileName, code, title }: HostileFile): Promise<void> {
  const answer = await upload(build(), fileName);
  const codes = ((answer.body as { violations?: { code: string }[] }).violations ?? []).map((each) => each.code);
  counts.tried += 1;
  if (answer.status === 201) counts.taken += 1;
  if (answer.status !== 422 || !codes.includes(code)) counts.wrongVerdicts += 1;
  expect({ title, status: answer.status, codes }).toEqual({
    title,
    status: 422,
    codes: expect.arrayContaining([code]) as string[],
  });
}

it('refuses every hostile file by its code and stores none of them', async () => {
  const before = await stored();
  for (let round = 0; round < ROUNDS; round += 1) {
    // A token lives for ten minutes.
    token = await login();
    for (let index = 0; index < FILES.length; index += AT_ONCE)
      await Promise.all(FILES.slice(index, index + AT_ONCE).map(tryFile));
  }
  const after = await stored();
  counts.stored += after.rows - before.rows + (after.files - before.files);
  expect(after).toEqual(before);
}, 1_800_000);

it('takes honest files under hostile names, and gives them harmless ones', async () => {
  const names = [
    '../../etc/passwd',
    '/etc/cron.d/x',
    'C:\\Windows\\system32\\a.exe',
    '..\\..\\a.pdf',
    'a\u0000.exe',
    '合同\u202efdp.exe',
    'con.pdf',
    '.htaccess',
    `${'长'.repeat(3_000)}.pdf`,
    '"; filename="b.exe',
    '<script>alert(1)</script>.html',
    '%2e%2e%2fa.pdf',
    '   ',
  ];
  for (const [index, name] of names.entries()) {
    const bytes = [pdf, jpeg, png, docx, xlsx][index % 5]();
    const answer = await upload(bytes, name);
    counts.tried += 1;
    counts.honestLost += answer.status === 201 ? 0 : 1;
    const given = (answer.body as { fileName: string }).fileName;
    expect([name, answer.status, given]).toEqual([
      name,
      201,
      expect.stringMatching(/^[^/\\<>:"|?*\p{Cc}\p{Cf}]{1,196}\.(pdf|jpe?g|png|docx|xlsx)$/u) as string,
    ]);
  }
  expect((await stored()).rows).toBe(names.length);
}, 120_000);

it('refuses a file of more than 50 MB, whether it says its length, lies about it or tells none', async () => {
  const before = await stored();
  const size = FULL ? 150 * MIB : 52 * MIB;
  expect(await send({ 'content-length': String(200 * MIB) }, 0)).toBe(413);
  expect(await send({ 'transfer-encoding': 'chunked' }, size)).toBe(413);
  // Less than it says: the sender hangs up, and nobody is there to be answered.
  expect(await send({ 'content-length': String(MIB) }, 1_000, true)).toBe(0);
  counts.tried += 3;
  // What was cut off is cleared away a moment later.
  for (let tries = 0; tries < 50 && (await stored()).files > before.files; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await stored()).toEqual(before);
}, 120_000);

it('is alive after all of it, and its memory stayed within the bound', async () => {
  const { now, peak } = memoryOf(api.pid);
  await supertest(api.url).get('/health/ready').expect(200);
  expect((await upload(pdf(), '章程.pdf')).status).toBe(201);
  if (!Number.isNaN(now)) expect(peak - counts.idleMiB).toBeLessThan(MEMORY_BOUND);
  expect(counts).toMatchObject({ taken: 0, wrongVerdicts: 0, stored: 0, honestLost: 0 });
});

/** Sends the head of a file and then so many bytes. @returns the status; 0 when there was no answer. */
function send(headers: Record<string, string>, bytes: number, hangUp = false): Promise<number> {
  return new Promise((resolve) => {
    const sender = request(
      `${api.url}/api/v1/documents`,
      {
        method: 'POST',
        headers: { ...headers, 'content-type': 'multipart/form-data; boundary=b', authorization: `Bearer ${token}` },
      },
      (answer) => {
        answer.resume().on('end', () => sender.destroy());
        resolve(answer.statusCode ?? 0);
      },
    );
    sender.on('error', () => resolve(0));
    sender.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n');
    sender.write(jpeg());
    const push = (left: number): void => {
      if (sender.destroyed) return;
      if (left <= 0) {
        if (hangUp) setTimeout(() => sender.destroy(), 200);
        else if (bytes > 0) sender.end('\r\n--b--\r\n');
        return;
      }
      if (sender.write(Buffer.alloc(Math.min(left, MIB)))) setImmediate(push, left - MIB);
      else sender.once('drain', () => push(left - MIB));
    };
    push(bytes);
  });
}
