import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import supertest from 'supertest';
import { pdf } from '../../libs/documents/src/testing/honest-files.js';
import { environmentOf, testPassword, programAt } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { TestMailServer } from '../support/mail-server.js';
import { ProgramProcess } from '../support/processes.js';
import { APPROVING, Bureau, identityNumber, leader, person, type Registration } from '../support/registrations.js';
import { FULL, report } from './drill.js';
import { findIn, variantsOf, type Found, type Planted } from './personal-values.js';

const ROUNDS = FULL ? 4 : 1;
/** No personal value: it proves that the scan reads what it says it does. */
const CANARY = '促进金丝雀科学普及与交流';
const planted: Planted[] = [];
const answers: { who: string; sent: string; body: string }[] = [];

let database: TestDatabase;
let program: ProgramProcess;
let env: Record<string, string>;
let bureau: Bureau;
let mail: TestMailServer;

beforeAll(async () => {
  database = await TestDatabase.clone();
  mail = await new TestMailServer().start();
  // It says the address in its refusal, and the job is tried again.
  mail.refusing = { at: 'RCPT', code: 451 };
  env = environmentOf(database, {
    ...mail.settings(plant('password of the mail server', mail.password)),
    LOG_LEVEL: 'debug',
  });
  program = await ProgramProcess.start('api', env);
  bureau = new Bureau(programAt(() => program.url));
}, 60_000);

afterAll(async () => {
  await program.stop();
  await mail.stop();
  await database.drop();
});

let serial = 0;
const plant = (what: string, value: string): string => {
  planted.push({ what, value });
  return value;
};
const idNumber = (what: string): string => plant(`identity number ${what}`, identityNumber());
const phone = (what: string): string =>
  plant(`phone ${what}`, `1391970${String((serial += 1) + 1000).padStart(4, '0')}`);
const email = (what: string): string => plant(`e-mail ${what}`, `zhang.san.${(serial += 1) + 1970}@mail.example`);
const home = (what: string): string => plant(`home ${what}`, `梧桐里${(serial += 1)}号楼三单元九〇二室`);

/** Calls, and keeps the answer for the scan together with what was sent: to be told one's own words gives nothing away. */
async function call(who: string | undefined, method: string, path: string, body?: unknown, headers: object = {}) {
  const calls = supertest(program.url);
  const request = calls[method.toLowerCase() as 'post'](path).set(headers as Record<string, string>);
  if (who) request.set('authorization', `Bearer ${await bureau.token(who)}`);
  if (body !== undefined && !('content-type' in headers)) request.set('content-type', 'application/json');
  const answer = await (body === undefined
    ? request
    : request.send(typeof body === 'string' ? body : JSON.stringify(body)));
  const sent = `${path}\n${JSON.stringify(headers)}\n${typeof body === 'string' ? body : JSON.stringify(body ?? '')}`;
  answers.push({ who: who ?? 'the public', sent, body: `${JSON.stringify(answer.headers)}\n${answer.text ?? ''}` });
  return answer;
}

it('finds a value in whatever form it stands somewhere', () => {
  const value = '110101190001011017';
  const wanted = [{ what: 'sample', value }];
  for (const [variant, text] of variantsOf(value)) expect(findIn(variant, `… ${text} …`, wanted)).toHaveLength(1);
  expect(findIn('in groups', '1101 0119-0001 0110 17', wanted)).toHaveLength(1);
  for (const before of ['', 'a', 'ab']) {
    expect(findIn('base64', Buffer.from(`${before}${value}z`).toString('base64'), wanted)).toHaveLength(1);
  }
  expect(findIn('another', '110101190001011018', wanted)).toEqual([]);
});

it('keeps numbers, phones, homes and e-mail addresses of persons out of logs, answers, database and files', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    await throughACase();
    await besidesACase();
  }
  const places: Record<string, readonly Found[]> = {
    logs: findIn('output of the process', program.output(), planted),
    answers: answers.flatMap(({ who, sent, body }) =>
      findIn(`answer to ${who}`, body, planted).filter((found) => findIn('', sent, [found]).length === 0),
    ),
    database: await inTheDatabase(),
    files: inFiles(env.DATA_DIR),
    serverLog: findIn('log of PostgreSQL', await serverLog(), planted),
  };
  const counts = Object.fromEntries(Object.entries(places).map(([place, found]) => [place, found.length]));
  report('personal-data', { planted: planted.length, requests: answers.length, logLines: lines(), ...counts });
  expect(Object.values(places).flat()).toEqual([]);
  expect(lines()).toBeGreaterThan(answers.length);
  // The mail server was reached, and said the address.
  expect(program.output()).toContain('SERVER_DEFERS');
}, 600_000);

const lines = (): number => program.output().split('\n').length;

/** A case from draft to approval, read by everybody on its way. */
async function throughACase(): Promise<void> {
  const people = ['plain', 'in full width', 'with blanks', 'of a leader'].map((what) =>
    person({ name: '李华', idNumber: idNumber(what), phone: phone(what) }),
  );
  people[1].idNumber = String(people[1].idNumber).replace(/\d/g, (digit) =>
    String.fromCodePoint(digit.charCodeAt(0) + 0xfee0),
  );
  people[2].idNumber = String(people[2].idNumber).replace(/(.{6})(.{8})/, '$1 $2 ');
  const change = {
    purpose: CANARY,
    initiators: people.slice(0, 3),
    leaders: [
      leader({ ...people[3], name: '王芳' }),
      leader({
        name: '赵强',
        idNumber: idNumber('of a second leader'),
        post: 'SECRETARY_GENERAL',
        postTitle: '秘书长',
        legalRepresentative: false,
      }),
    ],
  };
  await call('applicant', 'PUT', '/api/v1/me/notice-address', { email: email('for notices') });
  const registration = await bureau.draft(change);
  const body = { ...registration.body.application, ...change };
  const key = { 'idempotency-key': `draft-${serial}` };
  for (const _ of [1, 2]) await call('applicant', 'POST', '/api/v1/registrations', body, key);
  await call('applicant', 'PUT', `/api/v1${registration.path}`, body, { 'if-match': `"${registration.body.version}"` });
  await registration.read();
  for (const [who, action, input] of [
    ['applicant', 'submit', { insist: true }],
    ['acceptance', 'accept', {}],
    ['review', 'begin-review', {}],
    ['review', 'complete-review', APPROVING],
    ['approval', 'approve', {}],
  ] as const) {
    await readByAll(registration);
    const headers = { 'if-match': `"${registration.body.version}"`, 'idempotency-key': `${action}-${serial}` };
    const path = `/api/v1${registration.path}/actions/${action}`;
    const answer = await call(who, 'POST', path, input, headers);
    if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${answer.text}`);
    await call(who, 'POST', path, input, headers);
    await registration.read();
    if (action === 'submit') await revealed(registration);
  }
  await readByAll(registration);
  const code = registration.body.decision!.creditCode!;
  for (const path of ['', '/entries']) {
    for (const who of ['acceptance', 'enforcement', 'auditor']) {
      await call(who, 'GET', `/api/v1/organizations/${code}${path}`);
    }
  }
  const past = [`${code}/history`, `${code}/difference`];
  for (const path of [code, `${code}/entries`, ...past, '?q=智能装备', `?q=${String(people[3].idNumber)}`]) {
    await call(undefined, 'GET', `/api/v1/public/organizations${path.startsWith('?') ? '' : '/'}${encodeURI(path)}`);
  }
}

/** The one answer that holds numbers goes to the officer, and is none of those that are scanned. */
async function revealed({ path }: Registration): Promise<void> {
  const wanted = { persons: ['/leaders/0', '/initiators/0'], reason: '核对身份证复印件' };
  const answer = await bureau.call('acceptance', 'post', `${path}/persons/actions/reveal`, wanted, {
    'idempotency-key': `reveal-${serial}`,
  });
  expect(findIn('', JSON.stringify(answer.body), planted).length).toBeGreaterThan(0);
}

async function readByAll({ path, body }: Registration): Promise<void> {
  for (const who of ['applicant', 'agent', 'acceptance', 'review', 'approval', 'auditor', 'administrator', 'hub']) {
    await call(who, 'GET', `/api/v1${path}`);
    await call(who, 'POST', `/api/v1${path}/validate`, {});
    await call(who, 'GET', `/api/v1/cases/${body.id}/consultations`);
    for (const path of ['notices?limit=100', 'me/notice-address']) await call(who, 'GET', `/api/v1/${path}`);
  }
  for (const who of ['acceptance', 'review', 'approval']) await call(who, 'GET', '/api/v1/work-queue');
  await call('auditor', 'GET', '/api/v1/audit?limit=100');
  for (const list of ['jobs', 'accounts', 'role-grants']) await call('administrator', 'GET', `/api/v1/${list}`);
  for (const path of ['/metrics', '/api/v1/public/organizations', '/api/v1/public/hubs'])
    await call(undefined, 'GET', path);
}

/** Places where nobody expects them: queries, headers, requests that are refused, files and their names. */
async function besidesACase(): Promise<void> {
  await uploads();
  const restriction = {
    subject: { name: '孙某', idKind: 'RESIDENT_ID', idNumber: idNumber('of a restricted person') },
    effect: 'WARN',
    actions: ['establishment.approve'],
    reason: '试验限制决定',
    citation: { law: '社会团体登记管理条例', article: '第十三条第(三)项' },
    from: '2026-01-01',
  };
  await call('enforcement', 'POST', '/api/v1/register/restrictions', restriction, {
    'idempotency-key': `restrict-${serial}`,
  });
  await call('enforcement', 'POST', '/api/v1/register/restrictions', {
    ...restriction,
    subject: { ...restriction.subject, name: '钱某' },
  });
  for (const value of [idNumber, phone, home, email]) {
    for (const [who, query] of [
      [undefined, 'public/organizations?q='],
      [undefined, 'public/organizations?cursor='],
      [undefined, 'public/organizations?limit='],
      [undefined, 'public/divisions?parent='],
      [undefined, 'public/organizations/'],
      ['administrator', 'accounts?q='],
      ['administrator', 'accounts?cursor='],
      ['administrator', 'accounts/'],
      ['auditor', 'audit?subjectId='],
      ['auditor', 'audit?accountId='],
      ['acceptance', 'registrations/'],
      ['acceptance', 'documents/'],
      ['applicant', 'registration-grounds?kind='],
      [undefined, 'nowhere/'],
    ] as const) {
      await call(who, 'GET', `/api/v1/${query}${encodeURIComponent(value(`in ${query}`))}`);
    }
    await refusedRequests(value);
  }
  await inHeaders();
}

async function uploads(): Promise<void> {
  const token = await bureau.token('applicant');
  for (const content of [pdf(), Buffer.from('text')]) {
    const file = Buffer.concat([
      content,
      Buffer.from(`\n% ${idNumber('in a file')} ${phone('in a file')} ${home('in a file')}\n`),
    ]);
    const filename = `身份证${idNumber('in a file name')}.pdf`;
    const answer = await supertest(program.url)
      .post('/api/v1/documents')
      .set('authorization', `Bearer ${token}`)
      .attach('file', file, { filename });
    await call('agent', 'GET', `/api/v1/documents/${answer.body.id ?? 'none'}`);
    await call('auditor', 'GET', `/api/v1/documents/${answer.body.id ?? 'none'}/content`);
  }
}

async function refusedRequests(value: (what: string) => string): Promise<void> {
  const drafts = '/api/v1/registrations';
  await call('applicant', 'POST', drafts, `{"name": "${value('in broken JSON')}`);
  await call('applicant', 'POST', drafts, `${value('as the whole body')}`);
  await call('applicant', 'POST', drafts, {
    [value('as a field')]: 1,
    authority: value('in a code'),
    initiators: value('as a list'),
  });
  await call('applicant', 'POST', drafts, {
    name: '甲',
    authority: '999999',
    initiators: [person({ idNumber: value('of a refused draft') })],
  });
  await call('applicant', 'POST', drafts, `name=${value('in a form')}`, {
    'content-type': 'application/x-www-form-urlencoded',
  });
  await call(undefined, 'POST', '/api/v1/auth/login', {
    username: value('as a name'),
    password: value('as a password'),
  });
  await call(undefined, 'POST', '/api/v1/accounts', {
    username: value('as a username'),
    displayName: '某人',
    password: testPassword(),
  });
  await call('applicant', 'POST', '/api/v1/auth/password', {
    currentPassword: value('as the old password'),
    newPassword: value('as the new one'),
  });
  await call('applicant', 'PUT', '/api/v1/me/notice-address', {
    email: `"${value('in quotation marks')}"@mail.example`,
  });
  await call('applicant', 'POST', '/api/v1/agent-claims', {
    creditCode: value('as a credit code'),
    post: '秘书长',
    reason: '受托',
  });
}

async function inHeaders(): Promise<void> {
  for (const value of [idNumber, phone]) {
    for (const name of [
      'x-request-id',
      'user-agent',
      'accept-language',
      'referer',
      'if-match',
      'if-none-match',
      'cookie',
      'idempotency-key',
      'traceparent',
      'x-forwarded-for',
    ]) {
      const headers = { [name]: name === 'cookie' ? `refresh_token=${value('in a cookie')}` : value(`in ${name}`) };
      await call(undefined, 'POST', '/api/v1/auth/login', { username: 'applicant', password: testPassword() }, headers);
      await call(undefined, 'POST', '/api/v1/auth/refresh', {}, headers);
      await call('applicant', 'POST', '/api/v1/registrations', { authority: '999999' }, headers);
      await call(
        'applicant',
        'POST',
        '/api/v1/agent-claims',
        { creditCode: '51110000MJ0101505U', post: '秘书长', reason: '受托办理' },
        headers,
      );
      await call('administrator', 'POST', `/api/v1/jobs/${'9'.repeat(6)}/actions/retry`, {}, headers);
    }
  }
  const somebody = { username: `somebody-${serial}`, displayName: '某人', password: `zhi-you-wo-zhidao-${serial}` };
  await call(undefined, 'POST', '/api/v1/accounts', somebody, { 'idempotency-key': idNumber('as a key that is kept') });
  await call('applicant', 'GET', '/api/v1/auth/sessions');
}

/** Every row of every table of ours as text. */
async function inTheDatabase(): Promise<Found[]> {
  const tables = await database.asSuperuser<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: Found[] = [];
  let canaries = 0;
  for (const { name } of tables) {
    const rows = await database.asSuperuser<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    const text = rows.map(({ row }) => row).join('\n');
    found.push(...findIn(`table ${name}`, text, planted));
    if (text.includes(CANARY)) canaries += 1;
  }
  expect(canaries).toBeGreaterThan(1);
  return found;
}

function inFiles(folder: string): Found[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .flatMap((path) => findIn(`file ${path}`, `${path}\n${readFileSync(path, 'utf8')}`, planted));
}

/** What the database server wrote of the statements that failed; it stands beside the data of a server of the tests' own. */
async function serverLog(): Promise<string> {
  const [{ text }] = await database.asSuperuser<{ text: string | null }>(
    `SELECT pg_read_file(current_setting('data_directory') || '/server.log', 0, 200000000, true) AS text`,
  );
  return text ?? '';
}
