import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { Notices } from '@app/notices';
import { SYSTEM, UnitOfWork } from '@app/platform';
import { databaseOf, startInProcess } from '../../support/app.js';
import { runDueJobs } from '../../support/jobs.js';
import { TestMailServer } from '../../support/mail-server.js';
import { until } from '../../support/processes.js';
import { Bureau } from '../../support/registrations.js';

const ADDRESS = 'li.hua@mail.example';
const mail = new TestMailServer();
let app: NestFastifyApplication;
let bureau: Bureau;
let accountId: string;

beforeAll(async () => {
  await mail.start();
  app = await startInProcess({ settings: { ...mail.settings(), PUBLIC_URL: 'https://registry.example/' } });
  bureau = new Bureau(app);
  accountId = (await bureau.call('applicant', 'get', '/auth/me')).body.id as string;
});

afterAll(async () => {
  await app.close();
  await mail.stop();
});

beforeEach(async () => {
  await bureau.call('applicant', 'put', '/me/notice-address', { email: ADDRESS });
  mail.letters.length = 0;
  mail.refusing = undefined;
  mail.delayMs = 0;
});

const send = (data = { title: '北京市智能装备技术学会' }) =>
  app.get(UnitOfWork).run(SYSTEM, (tx) => app.get(Notices).send(tx, { accountId, template: 'accepted', data }));
const emailOf = async (id: string) => {
  const { emailState, emailReason } = (await bureau.call('applicant', 'get', `/notices/${id}`)).body;
  return [emailState, emailReason];
};
const jobOf = async (id: string) =>
  (
    await databaseOf(app).asOwner<{ state: string; attempts: number; last_error: string | null }>(
      `SELECT state, attempts, last_error FROM platform.outbox WHERE topic = 'notices.email' AND unique_key = $1`,
      [id],
    )
  )[0];
const makeDue = (id: string) =>
  databaseOf(app).asOwner(`UPDATE platform.outbox SET due_at = now() WHERE unique_key = $1`, [id]);
const settled = (id: string, ...wanted: string[]) =>
  until(`the e-mail is ${wanted.join(' or ')}`, async () => wanted.includes((await emailOf(id))[0] as string), 10_000);

it('arrives in Chinese, with the English beside and the way to the case', async () => {
  const registration = await bureau.draft();
  await registration.act('applicant', 'submit', {}, 200);
  await until('the letter is there', async () => mail.letters.length === 1, 10_000);
  const [letter] = mail.letters;
  const { name } = registration.body.application as { name: string };
  expect(letter).toMatchObject({ to: [ADDRESS], from: 'tongzhi@registry.example', subject: `收到申请：${name}` });
  expect(letter.text).toContain(`您提交的申请“${name}”已经收到。回执编号：${registration.body.receiptNumber}。`);
  expect(letter.text).toContain(`Your application "${name}" has been received.`);
  expect(letter.text).toContain(`https://registry.example/api/v1${registration.path}`);
  const { items } = (await bureau.call('applicant', 'get', '/notices')).body;
  await settled(items[0].id as string, 'SENT');
  expect(letter.header).toContain(`Message-ID: <${items[0].id}@registry.example>`);
});

it('does not keep the request waiting, and goes out once though the request had an Idempotency-Key', async () => {
  const registration = await bureau.draft();
  mail.delayMs = 3_000;
  const headers = { 'if-match': `"${registration.body.version}"`, 'idempotency-key': 'submit-with-letter' };
  const begun = performance.now();
  const answer = await bureau.call('applicant', 'post', `${registration.path}/actions/submit`, {}, headers);
  expect(answer.status).toBe(200);
  expect(performance.now() - begun).toBeLessThan(mail.delayMs);
  const { id } = (await bureau.call('applicant', 'get', '/notices')).body.items[0] as { id: string };
  await settled(id, 'SENT');
  await runDueJobs(app);
  expect(mail.letters).toHaveLength(1);
  expect(await jobOf(id)).toMatchObject({ state: 'DONE', attempts: 0 });
});

it('is tried again while the server is down, and arrives once it is back', async () => {
  await mail.stop();
  const id = await send();
  await until('it failed once', async () => (await jobOf(id)).attempts > 0, 10_000);
  expect(await jobOf(id)).toMatchObject({ state: 'WAITING', last_error: 'SERVER_UNREACHABLE' });
  expect(await emailOf(id)).toEqual(['QUEUED', null]);
  await mail.start();
  await makeDue(id);
  await runDueJobs(app);
  expect(mail.letters.map(({ subject }) => subject)).toEqual(['受理：北京市智能装备技术学会']);
  expect(await emailOf(id)).toEqual(['SENT', null]);
});

it('has failed after eight attempts, with its reason, and is sent when an operator tries it again', async () => {
  mail.refusing = { at: 'RCPT', code: 451 };
  const id = await send();
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await until(`attempt ${attempt}`, async () => (await jobOf(id)).attempts >= attempt, 10_000);
    if (attempt < 8) await makeDue(id).then(() => runDueJobs(app));
  }
  expect(await jobOf(id)).toMatchObject({ state: 'DEAD', last_error: 'SERVER_DEFERS' });
  expect(await emailOf(id)).toEqual(['FAILED', 'SERVER_DEFERS']);
  mail.refusing = undefined;
  const dead = (await bureau.call('administrator', 'get', '/jobs?state=DEAD')).body.items as { id: string }[];
  await bureau.call('administrator', 'post', `/jobs/${dead[0].id}/actions/retry`, {});
  await settled(id, 'SENT');
  expect(mail.letters).toHaveLength(1);
});

it.each([
  ['ADDRESS_REFUSED', { at: 'RCPT', code: 550 }],
  ['LETTER_REFUSED', { at: 'DATA', code: 554 }],
] as const)('is not tried again where the server refuses for good: %s', async (reason, refusing) => {
  mail.refusing = refusing;
  const id = await send();
  await settled(id, 'FAILED');
  expect(await emailOf(id)).toEqual(['FAILED', reason]);
  await until('the job is done', async () => (await jobOf(id)).state === 'DONE', 10_000);
  // What the server said holds the address.
  const [{ found }] = await databaseOf(app).asOwner<{ found: number }>(
    `SELECT count(*)::int AS found FROM platform.outbox WHERE last_error LIKE '%' || $1 || '%'`,
    [ADDRESS],
  );
  expect(found).toBe(0);
});

it('is sent neither before the transaction commits nor when it rolls back', async () => {
  let id = '';
  const work = app.get(UnitOfWork).run(SYSTEM, async (tx) => {
    id = await app.get(Notices).send(tx, { accountId, template: 'accepted', data: { title: '甲' } });
    await runDueJobs(app);
    await sleep(300);
    throw new Error('not to be');
  });
  await expect(work).rejects.toThrow('not to be');
  await runDueJobs(app);
  await sleep(300);
  expect(mail.letters).toEqual([]);
  expect(await jobOf(id)).toBeUndefined();
  expect((await bureau.call('applicant', 'get', `/notices/${id}`)).status).toBe(404);
});

it('cannot be given another header or recipient by what it tells of', async () => {
  const evil = 'evil@mail.example';
  const id = await send({
    title: `甲\r\nBcc: ${evil}\r\n\r\n.\r\nRCPT TO:<${evil}>\r\n=?utf-8?q?=0d=0aBcc:_${evil}?=`,
  });
  await settled(id, 'SENT');
  expect(mail.letters).toHaveLength(1);
  const [{ to, header, subject, text }] = mail.letters;
  expect(to).toEqual([ADDRESS]);
  expect(header.filter((line) => /^(b?cc|x-|reply-to)/i.test(line))).toEqual([]);
  expect(header.map((line) => line.split(':')[0]).sort()).toEqual([
    'Auto-Submitted',
    'Content-Transfer-Encoding',
    'Content-Type',
    'Date',
    'From',
    'MIME-Version',
    'Message-ID',
    'Subject',
    'To',
  ]);
  expect(subject).toMatch(/^受理：甲 Bcc: evil/);
  expect(text).toMatch(/^申请“甲 Bcc: evil/);
});

it('goes to where its account wants it when it is sent, and nowhere when the address is gone', async () => {
  await mail.stop();
  const moved = await send();
  await until('it failed once', async () => (await jobOf(moved)).attempts > 0, 10_000);
  await bureau.call('applicant', 'put', '/me/notice-address', { email: 'new@mail.example' });
  await mail.start();
  await makeDue(moved);
  await runDueJobs(app);
  expect(mail.letters.map(({ to }) => to)).toEqual([['new@mail.example']]);

  await mail.stop();
  const gone = await send();
  await until('it failed once', async () => (await jobOf(gone)).attempts > 0, 10_000);
  await bureau.call('applicant', 'delete', '/me/notice-address');
  await mail.start();
  await makeDue(gone);
  await runDueJobs(app);
  expect(await emailOf(gone)).toEqual(['FAILED', 'ADDRESS_REMOVED']);
  const silent = await send();
  expect(await emailOf(silent)).toEqual(['NONE', null]);
  expect(await jobOf(silent)).toBeUndefined();
  expect(mail.letters).toHaveLength(1);
});

// The last one: what hangs is taken in the end, when nobody waits for it any more.
it('is given up for this time when the server hangs, so that other jobs are done', async () => {
  mail.delayMs = 12_000;
  const begun = performance.now();
  const id = await send();
  await until('it failed once', async () => (await jobOf(id)).attempts > 0, 12_000);
  expect(performance.now() - begun).toBeLessThan(11_500);
  expect(await jobOf(id)).toMatchObject({ state: 'WAITING', last_error: 'SERVER_UNREACHABLE' });
  mail.delayMs = 0;
  await makeDue(id);
  await runDueJobs(app);
  expect(await emailOf(id)).toEqual(['SENT', null]);
});
