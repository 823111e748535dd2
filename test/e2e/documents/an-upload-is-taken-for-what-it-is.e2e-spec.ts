import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { Settings } from '@app/platform';
import { docx, jpeg, pdf, png, xlsx } from '../../../libs/documents/src/testing/honest-files.js';
import { HOSTILE_FILES } from '../../../libs/documents/src/testing/hostile-files.js';
import { loginAs, startInProcess } from '../../support/app.js';

const MIB = 1_048_576;
const ROUTE = '/api/v1/documents';

let app: NestFastifyApplication;
let token: string;

beforeAll(async () => {
  app = await startInProcess();
  token = await loginAs(app, 'applicant');
});

afterAll(() => app.close());

const server = () => supertest(app.getHttpServer());
const post = () => server().post(ROUTE).set('authorization', `Bearer ${token}`);
const upload = (bytes: Buffer, filename = 'a.pdf', contentType = 'application/pdf') =>
  post().attach('file', bytes, { filename, contentType });

const rows = async () => Number((await app.get(DataSource).query('SELECT count(*) FROM documents.document'))[0].count);

/** Every file of the store, wherever it lies. */
async function stored(): Promise<string[]> {
  const root = join(app.get(Settings).dataDir, 'documents');
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('an upload is taken for what its bytes are', () => {
  it.each([
    ['PDF', pdf()],
    ['JPEG', jpeg()],
    ['PNG', png()],
    ['DOCX', docx()],
    ['XLSX', xlsx()],
  ])('a %s, whatever it is called and claims to be', async (kind, bytes) => {
    const answer = await upload(bytes, '../章程 草案.exe', 'text/html').expect(201);
    expect(answer.body).toEqual({
      id: expect.any(String),
      kind,
      fileName: expect.stringMatching(/^章程 草案\.exe\.\w+$/),
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      uploadedAt: expect.stringMatching(/Z$/),
    });
    expect(answer.headers.location).toBe(`${ROUTE}/${answer.body.id}`);
  });

  it('and lies on the disk encrypted, under a name that says nothing', async () => {
    const { body } = await upload(pdf('% a secret that must not be found')).expect(201);
    for (const path of await stored()) {
      expect(path).not.toContain(body.id);
      expect((await readFile(path)).includes('a secret that must not be found')).toBe(false);
    }
  });

  it('and its name is encrypted in the database', async () => {
    const { body } = await upload(pdf(), '张三.pdf').expect(201);
    const [row] = await app.get(DataSource).query('SELECT file_name FROM documents.document WHERE id = $1', [body.id]);
    expect(row.file_name).toMatch(/^v1\./);
  });
});

describe('a hostile upload is refused and leaves nothing', () => {
  it.each(HOSTILE_FILES.map((file) => [file.title, file.code, file] as const))('%s: %s', async (_title, code, file) => {
    const before = [await rows(), await stored()];
    const answer = await upload(file.build(), file.fileName).expect(422);
    expect(answer.body.code).toBe('RULES_VIOLATED');
    expect(answer.body.violations).toContainEqual(
      expect.objectContaining({
        code,
        pointer: '/file',
        citation: expect.objectContaining({ law: '中华人民共和国行政许可法' }),
      }),
    );
    expect([await rows(), await stored()]).toEqual(before);
  });

  it('in the language of the caller', async () => {
    const english = await upload(Buffer.from('x')).set('accept-language', 'en').expect(422);
    expect(english.body.violations[0].message).toMatch(/^By its content/);
    const chinese = await upload(Buffer.from('x')).expect(422);
    expect(chinese.body.violations[0].message).toMatch(/^文件内容不是/);
  });
});

describe('what is not one file of at most 50 MB is refused', () => {
  it('a body that is not multipart: 415', async () => {
    expect((await post().send({ file: 'x' }).expect(415)).body.code).toBe('UNSUPPORTED_MEDIA_TYPE');
  });

  it.each([
    ['no part at all', () => post().set('content-type', 'multipart/form-data; boundary=b').send('--b--\r\n')],
    ['no boundary', () => post().set('content-type', 'multipart/form-data').send('x')],
    ['another field', () => post().attach('picture', pdf(), 'a.pdf')],
    ['a text in place of the file', () => post().field('file', 'x')],
    ['a field before the file', () => post().field('note', 'x').attach('file', pdf(), 'a.pdf')],
    ['a field after the file', () => post().attach('file', pdf(), 'a.pdf').field('note', 'x')],
    ['two files', () => post().attach('file', pdf(), 'a.pdf').attach('file', pdf(), 'b.pdf')],
    [
      'a body that breaks off',
      () =>
        post()
          .set('content-type', 'multipart/form-data; boundary=b')
          .send('--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-'),
    ],
  ])('%s: 400', async (_title, send) => {
    const before = [await rows(), await stored()];
    expect((await send().expect(400)).body.code).toBe('MALFORMED');
    expect([await rows(), await stored()]).toEqual(before);
  });

  it('a body without a login: 401', async () => {
    await server().post(ROUTE).attach('file', pdf(), 'a.pdf').expect(401);
  });

  it('a file of exactly 50 MB is taken, one byte more is not', async () => {
    const whole = Buffer.concat([jpeg(), Buffer.alloc(50 * MIB - jpeg().length)]);
    expect((await upload(whole, 'a.jpg').expect(201)).body.size).toBe(50 * MIB);
    const answer = await upload(Buffer.concat([whole, Buffer.alloc(1)]), 'a.jpg').expect(413);
    expect(answer.body.code).toBe('PAYLOAD_TOO_LARGE');
  });

  it('a stream without a length is cut off at 50 MB, with little memory and nothing left behind', async () => {
    const before = [await rows(), await stored()];
    const memory = process.memoryUsage().rss;
    const { status, peak } = await stream(150 * MIB);
    expect(status).toBe(413);
    expect(peak - memory).toBeLessThan(120 * MIB);
    expect([await rows(), await stored()]).toEqual(before);
  });

  it('an upload that the sender gives up leaves nothing behind', async () => {
    const before = [await rows(), await stored()];
    await abandon(async () => (await stored()).some((path) => path.endsWith('.part')));
    for (let tries = 0; tries < 50 && !isDeepStrictEqual([await rows(), await stored()], before); tries += 1) {
      await sleep(100);
    }
    expect([await rows(), await stored()]).toEqual(before);
  });
});

const HEAD = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n';

function open(onAnswer: (answer: IncomingMessage) => void) {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const headers = { 'content-type': 'multipart/form-data; boundary=b', authorization: `Bearer ${token}` };
  return httpRequest({ port, path: ROUTE, method: 'POST', headers }, onAnswer);
}

/** Sends a body in chunks, as large as one likes, and watches the memory of this process. */
function stream(size: number): Promise<{ status: number; peak: number }> {
  return new Promise((resolve, reject) => {
    let peak = 0;
    let waiting = true;
    const sender = open((answer) => {
      waiting = false;
      answer.resume().on('end', () => {
        sender.destroy();
        resolve({ status: answer.statusCode ?? 0, peak });
      });
    });
    sender.on('error', reject);
    sender.write(HEAD);
    sender.write(jpeg());
    const chunk = Buffer.alloc(MIB);
    const send = (left: number): void => {
      peak = Math.max(peak, process.memoryUsage().rss);
      if (left <= 0 || !waiting) return void sender.end('\r\n--b--\r\n');
      if (sender.write(chunk)) setImmediate(send, left - chunk.length);
      else sender.once('drain', () => send(left - chunk.length));
    };
    send(size);
  });
}

/** Hangs up in the middle, once the upload is seen to be under way. */
async function abandon(isUnderWay: () => Promise<boolean>): Promise<void> {
  const sender = open(() => undefined);
  sender.on('error', () => undefined);
  sender.write(HEAD);
  sender.write(Buffer.alloc(3 * MIB));
  while (!(await isUnderWay())) await sleep(20);
  sender.destroy();
}
