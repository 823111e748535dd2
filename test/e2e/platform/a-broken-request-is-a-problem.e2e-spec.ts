import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { connect } from 'node:net';
import supertest from 'supertest';
import { startInProcess } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { Bureau, declarations, leader, person, scitechAssociation } from '../../support/registrations.js';

let app: NestFastifyApplication;
let bureau: Bureau;

beforeAll(async () => {
  app = await startInProcess({ clock: new SettableClock('2026-11-24') });
  bureau = new Bureau(app);
});

afterAll(() => app.close());

function expectProblem(answer: supertest.Response, status: number, code: string): void {
  expect([answer.status, answer.headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8']);
  expect(answer.headers['x-request-id']).toBe(answer.body.traceId);
  expect(answer.body).toMatchObject({ status, code, type: expect.stringMatching(/^urn:shuniu:problem:/) as string });
}

/** What comes back when the bytes of a request are written as they are. */
function raw(bytes: string): Promise<string> {
  const { port } = app.getHttpServer().address() as { port: number };
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
    socket.on('error', reject);
  });
}

describe('what the framework itself refuses', () => {
  const get = (path: string) => supertest(app.getHttpServer()).get(`/api/v1${path}`);

  it('is a problem when the path is not validly encoded, or too long', async () => {
    expectProblem(await get('/x/%zz'), 400, 'MALFORMED');
    expectProblem(await get(`/public/organizations/${'1'.repeat(201)}`), 414, 'URI_TOO_LONG');
    const english = await get('/x/%zz').set('accept-language', 'en').set('x-request-id', 'my-own-id-1');
    expectProblem(english, 400, 'MALFORMED');
    expect(english.body).toMatchObject({ title: 'Malformed request', traceId: 'my-own-id-1' });
  });

  it('is a problem when there is no such route, or no such type of body', async () => {
    expectProblem(await get('/nowhere'), 404, 'NOT_FOUND');
    const login = () => supertest(app.getHttpServer()).post('/api/v1/auth/login');
    expectProblem(await login().type('text/plain').send('hello'), 415, 'UNSUPPORTED_MEDIA_TYPE');
    expectProblem(await login().type('application/json').send('{"a":'), 400, 'MALFORMED');
  });

  it.each([
    [`GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'],
    ['HELLO\r\n\r\n', 400, 'MALFORMED'],
  ])('is a problem when it cannot be read as a request', async (bytes, status, code) => {
    const [head, body] = (await raw(bytes)).split('\r\n\r\n');
    const problem = JSON.parse(body) as { traceId: string };
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head).toContain('content-type: application/problem+json; charset=utf-8');
    expect(head).toContain(`x-request-id: ${problem.traceId}`);
    expect(problem).toMatchObject({ status, code });
  });
});

describe('a text that cannot be kept', () => {
  it.each(['a\u0000b', '\ud800'])('is refused in a body, a query and a path: %j', async (text) => {
    const body = scitechAssociation({ name: text, leaders: [leader({ postTitle: text })] });
    const drafted = await bureau.call('applicant', 'post', '/registrations', body);
    expectProblem(drafted, 400, 'MALFORMED');
    expect((drafted.body.violations as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual([
      '/leaders/0/postTitle',
      '/name',
    ]);
    const login = await bureau.call(undefined, 'post', '/auth/login', { username: text, password: 'x' });
    expectProblem(login, 400, 'MALFORMED');
  });

  it('is refused in a query, a path and a cursor', async () => {
    for (const path of ['?q=a%00b', '?a%00b=1', '/5111%00', `?cursor=${cursor([0, 1, '\0'])}`]) {
      expectProblem(await bureau.call(undefined, 'get', `/public/organizations${path}`), 400, 'MALFORMED');
    }
  });

  function cursor(key: unknown[]): string {
    return Buffer.from(JSON.stringify(key)).toString('base64url');
  }
});

it('tells the defects of form in the caller’s language', async () => {
  const body = { kind: 'X', track: 'DIRECT', authority: '1', extra: 1 };
  const chinese = await bureau.call('applicant', 'post', '/registrations', body);
  expect(chinese.body.violations).toEqual([
    { code: 'WHITELIST_VALIDATION', pointer: '/extra', message: '没有此字段' },
    expect.objectContaining({
      pointer: '/kind',
      message: expect.stringMatching(/^应为以下之一：SOCIAL_GROUP、/) as string,
    }),
    { code: 'MATCHES', pointer: '/authority', message: '格式不符，例如 110000' },
  ]);
  const english = await bureau.call('applicant', 'post', '/registrations', body, { 'accept-language': 'en' });
  expect(english.body.violations[2].message).toBe('Does not have the right form, e.g. 110000');
});

const SHAPES: [string, unknown][] = [
  ['null', null],
  ['[]', []],
  ['[[]]', [[]]],
  ['[null]', [null]],
  ['{}', {}],
  ['x', 'x'],
  ['1e400', '1e400'],
  ['-0', -0],
  ['missing', undefined],
];

describe.each(SHAPES)('%s in the place of a part', (_, value) => {
  it('never breaks an application, now or when it is filed', async () => {
    const parts = ['members', 'nature', 'council', 'supervisingUnit', 'leaders', 'initiators', 'documents', 'organs'];
    const changes: object[] = [
      ...parts.map((part) => ({ [part]: value })),
      { leaders: [leader({ declarations: value })] },
      { initiators: [person({ declarations: declarations({ representsSocialGroups: value }) })] },
      { funds: value },
      { supervisingUnit: { name: '某局', consentedOn: '0000-01-01' } },
    ];
    for (const change of changes) {
      const drafted = await bureau.call('applicant', 'post', '/registrations', scitechAssociation(change));
      expect([change, [201, 400].includes(drafted.status)]).toEqual([change, true]);
      if (drafted.status === 400) continue;
      const path = `/registrations/${drafted.body.id as string}`;
      expect((await bureau.call('applicant', 'post', `${path}/validate`)).status).toBe(200);
      const headers = { 'if-match': drafted.headers.etag };
      const filed = await bureau.call('applicant', 'post', `${path}/actions/submit`, { insist: true }, headers);
      expect([change, filed.status]).toEqual([change, 200]);
      expect((await bureau.call('applicant', 'get', path)).status).toBe(200);
    }
  });

  it('never breaks a restriction', async () => {
    const good = {
      subject: { creditCode: '51110000MJ0101505U' },
      effect: 'WARN',
      actions: ['establishment.approve'],
      reason: '2026年第3号决定',
      citation: { law: '社会团体登记管理条例', article: '第十三条' },
      from: '2026-11-24',
    };
    for (const field of Object.keys(good)) {
      const answer = await bureau.call('enforcement', 'post', '/register/restrictions', { ...good, [field]: value });
      expect([field, [400, 404, 422].includes(answer.status), answer.status]).toEqual([field, true, answer.status]);
    }
  });
});
