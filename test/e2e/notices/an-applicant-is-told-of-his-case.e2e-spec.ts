import { databaseOf, startApp, testPassword, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { runDueJobs } from '../../support/jobs.js';
import { APPROVING, Bureau, type Registration } from '../../support/registrations.js';
import { signUp } from '../../support/roles.js';

interface Notice {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly body: string;
  readonly resource: string;
  readonly createdAt: string;
  readonly readAt: string | null;
}

let app: TestApp;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
  for (const who of ['shenqing-2', 'shenqing-3', 'shenqing-4', 'shenqing-5']) await signUp(bureau, who, testPassword());
});

afterAll(() => app.close());

async function noticesOf(who: string, query = ''): Promise<Notice[]> {
  const answer = await bureau.call(who, 'get', `/notices${query}`);
  expect(answer.status).toBe(200);
  return (answer.body as { items: Notice[] }).items;
}

const topicsOf = async (who: string) => (await noticesOf(who, '?limit=100')).map(({ topic }) => topic);

async function corrected(who: string): Promise<Registration> {
  const registration = await bureau.draft({}, who);
  await registration.act(who, 'submit', {}, 200);
  const items = [{ pointer: '/scope', message: '请写明业务范围' }];
  await registration.act('acceptance', 'request-correction', { items }, 200);
  await registration.act(who, 'submit', {}, 200);
  return registration;
}

it('is told of each step that an office takes, and of the receipt of what he submits, newest first', async () => {
  const registration = await corrected('applicant');
  await registration.act('acceptance', 'accept', {}, 200);
  await registration.act('review', 'begin-review', {}, 200);
  await registration.act('review', 'pause', { cause: 'HEARING', expectedDays: 20, reason: '依法听证' }, 200);
  await registration.act('review', 'resume', {}, 200);
  await registration.act('review', 'complete-review', APPROVING, 200);
  await registration.act('approval', 'approve', {}, 200);

  const notices = await noticesOf('applicant', '?limit=100');
  expect(notices.map(({ topic }) => topic)).toEqual([
    'approved',
    'review-resumed',
    'review-paused',
    'accepted',
    'case-received',
    'correction-asked',
    'case-received',
  ]);
  const name = registration.body.application.name as string;
  const receipt = registration.body.receiptNumber!;
  for (const { title, body, resource } of notices) {
    expect(title).toContain(name);
    expect(body).toContain(`回执编号：${receipt}。`);
    expect(resource).toBe(`/api/v1${registration.path}`);
    expect((await bureau.call('applicant', 'get', resource.replace('/api/v1', ''))).status).toBe(200);
  }
  expect(notices.at(-1)!.body).toContain('最迟于2026-12-01告知');
  expect(notices.at(-4)!.body).toMatch(/决定最迟于2027-01-\d\d作出。$/);
  const english = await bureau.call('applicant', 'get', `/notices/${notices[0].id}`, undefined, {
    'accept-language': 'en',
  });
  expect(english.body).toMatchObject({ title: `Approved: ${name}`, emailState: 'NONE', emailReason: null });
});

it('pages through them without loss, and lists the unread ones alone', async () => {
  await corrected('shenqing-2');
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const query: string = `?limit=2${cursor ? `&cursor=${cursor}` : ''}`;
    const { body } = await bureau.call('shenqing-2', 'get', `/notices${query}`);
    expect(body).toMatchObject({ total: { value: 3, relation: 'eq' }, unread: 3 });
    seen.push(...(body.items as Notice[]).map(({ id }) => id));
    cursor = body.nextCursor as string | null;
  } while (cursor);
  expect(seen).toEqual((await noticesOf('shenqing-2')).map(({ id }) => id));

  const [, id] = seen;
  const read = await bureau.call('shenqing-2', 'post', `/notices/${id}/actions/read`, {});
  expect(read.status).toBe(200);
  expect((await noticesOf('shenqing-2', '?unread=true')).map((notice) => notice.id)).toEqual([seen[0], seen[2]]);
  expect((await noticesOf('shenqing-2', '?unread=false')).map((notice) => notice.id)).toEqual([id]);
  expect((await bureau.call('shenqing-2', 'get', '/notices?unread=maybe')).status).toBe(400);

  const again = await bureau.call('shenqing-2', 'post', `/notices/${id}/actions/read`, {});
  expect(again.body).toEqual(read.body);
  for (const _ of [1, 2]) {
    expect((await bureau.call('shenqing-2', 'post', '/notices/actions/read-all', {})).status).toBe(204);
  }
  const { body } = await bureau.call('shenqing-2', 'get', '/notices');
  expect(body.unread).toBe(0);
  expect((body.items as Notice[]).find((notice) => notice.id === id)!.readAt).toBe(read.body.readAt);
});

it('knows of nobody else’s: they are as if they were not there, and stay unread', async () => {
  await corrected('shenqing-3');
  const [{ id }] = await noticesOf('shenqing-3');
  const missing = '00000000-0000-4000-8000-000000000009';
  for (const who of ['shenqing-4', 'acceptance', 'auditor', 'administrator']) {
    expect(await noticesOf(who)).toEqual([]);
    for (const [method, action] of [
      ['get', ''],
      ['post', '/actions/read'],
    ] as const) {
      const foreign = await bureau.call(who, method, `/notices/${id}${action}`);
      const none = await bureau.call(who, method, `/notices/${missing}${action}`);
      expect([foreign.status, none.status]).toEqual([404, 404]);
      expect(foreign.body.detail).toBe(none.body.detail);
    }
    await bureau.call(who, 'post', '/notices/actions/read-all', {});
  }
  expect((await bureau.call('shenqing-3', 'get', '/notices')).body.unread).toBe(3);
  expect((await bureau.call(undefined, 'get', '/notices')).status).toBe(401);
});

it('is not told of what he did himself, of what stays within the office, or of a step that was refused', async () => {
  const registration = await bureau.draft({}, 'shenqing-4');
  await registration.act('shenqing-4', 'submit', {}, 200);
  await registration.act('acceptance', 'accept', {}, 200);
  await registration.act('review', 'begin-review', {}, 200);
  await registration.act('review', 'complete-review', APPROVING, 200);
  expect((await registration.act('review', 'approve')).status).toBe(403);
  await registration.act('approval', 'return-to-review', { reason: '请补充意见' }, 200);
  await registration.act('shenqing-4', 'withdraw', {}, 200);
  expect(await topicsOf('shenqing-4')).toEqual(['accepted', 'case-received']);
});

it('is told when the registrar’s silence means acceptance', async () => {
  const registration = await bureau.draft({}, 'shenqing-4');
  await registration.act('shenqing-4', 'submit', {}, 200);
  clock.set('2026-12-02');
  await runDueJobs(app);
  const [notice] = await noticesOf('shenqing-4');
  expect(notice).toMatchObject({ topic: 'deemed-accepted', resource: `/api/v1${registration.path}` });
});

it('keeps what he was told and when he read it, whoever writes SQL as the program', async () => {
  const database = databaseOf(app);
  for (const set of [
    `title = '{}'`,
    `body = '{}'`,
    'account_id = account_id',
    'resource = NULL',
    'created_at = now()',
  ]) {
    await expect(database.asApplication(`UPDATE notices.notice SET ${set}`)).rejects.toThrow('permission denied');
  }
  await expect(database.asApplication('DELETE FROM notices.notice')).rejects.toThrow('permission denied');
  const unreading = database.asApplication('UPDATE notices.notice SET read_at = NULL WHERE read_at IS NOT NULL');
  await expect(unreading).rejects.toThrow(/^notice \S+ was read at/);
});

it('is told of what he insists on filing without a name', async () => {
  const registration = await bureau.draft({ name: '' }, 'shenqing-5');
  await registration.act('shenqing-5', 'submit', { insist: true }, 200);
  const told = await noticesOf('shenqing-5', '?limit=100');
  expect(told.find(({ resource }) => resource.endsWith(registration.body.id))?.title).toBe('收到申请：未写明名称');
});
