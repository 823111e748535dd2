import { startApp, testPassword, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { Bureau, type Registration } from '../../support/registrations.js';
import { grantRole, signUp } from '../../support/roles.js';

let app: TestApp;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');
const officers: Record<string, string> = {};

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
  for (const [username, division] of [
    ['colleague', '110000'],
    ['chaoyang', '110105'],
    ['shanghai', '310000'],
  ] as const) {
    officers[username] = await signUp(bureau, username, testPassword());
    await grantRole(bureau, username, 'ACCEPTANCE_OFFICER', division);
  }
});

afterAll(() => app.close());

interface Item {
  id: string;
  queue: string;
  handler: string;
  version: number;
  clock: { light: string; lightWord: string; dueOn: string | null };
}

async function queueOf(who: string, query = ''): Promise<Item[]> {
  const answer = await bureau.call(who, 'get', `/work-queue?limit=100${query}`);
  expect(answer.status).toBe(200);
  return answer.body.items as Item[];
}

async function submitted(change: object = {}): Promise<Registration> {
  const registration = await bureau.draft(change);
  await registration.act('applicant', 'submit', { insist: true }, 200);
  return registration;
}

const holders = async (id: string, people: string[]) => {
  const queues = await Promise.all(
    people.map(async (who) => [who, (await queueOf(who)).some((item) => item.id === id)] as const),
  );
  return queues.filter(([, there]) => there).map(([who]) => who);
};

it('holds each open case in the queue of exactly one office', async () => {
  const people = ['acceptance', 'review', 'approval'];
  const registration = await bureau.draft();
  const { id } = registration.body;
  expect(await holders(id, people)).toEqual([]);
  await registration.act('applicant', 'submit', {}, 200);
  expect(await holders(id, people)).toEqual(['acceptance']);
  await registration.act('acceptance', 'accept', {}, 200);
  expect(await holders(id, people)).toEqual(['review']);
  await registration.act('review', 'begin-review', {}, 200);
  await registration.act(
    'review',
    'complete-review',
    { recommendation: 'APPROVE', opinion: '同意', categoryConfirmed: true, categoryReason: '属于工程技术' },
    200,
  );
  expect(await holders(id, people)).toEqual(['approval']);
  await registration.act('approval', 'approve', {}, 200);
  expect(await holders(id, people)).toEqual([]);
});

it('shows a district’s cases to the district and to the city above it, not to another place', async () => {
  const { id } = (await submitted({ authority: '110105', division: '110105' })).body;
  expect(await holders(id, ['acceptance', 'colleague', 'chaoyang', 'shanghai'])).toEqual([
    'acceptance',
    'colleague',
    'chaoyang',
  ]);
  const hidden = await bureau.call('shanghai', 'get', `/registrations/${id}`);
  const missing = await bureau.call('shanghai', 'get', '/registrations/00000000-0000-4000-8000-000000000000');
  expect([hidden.status, missing.status]).toEqual([404, 404]);
  expect({ ...hidden.body, instance: '', traceId: '' }).toEqual({ ...missing.body, instance: '', traceId: '' });
});

it('puts the most urgent first, each with a light and a word', async () => {
  clock.set('2026-12-01');
  const later = await submitted();
  clock.set('2026-11-30');
  const earlier = await submitted();
  const ids = (await queueOf('acceptance')).map(({ id }) => id);
  expect(ids.indexOf(earlier.body.id)).toBeLessThan(ids.indexOf(later.body.id));
  expect((await queueOf('acceptance')).every(({ clock: reading }) => reading.lightWord !== '')).toBe(true);
  clock.set('2026-11-24');
});

it('gives a claimed case to one officer, who can hand it over', async () => {
  const registration = await submitted();
  const path = `/work-queue/${registration.body.id}/actions`;
  const claimed = await bureau.call('acceptance', 'post', `${path}/claim`, undefined, {
    'if-match': `"${registration.body.version}"`,
  });
  expect(claimed.body).toMatchObject({ handler: 'YOU' });
  expect((await queueOf('acceptance', '&mine=true')).map(({ id }) => id)).toEqual([registration.body.id]);

  const etag = { 'if-match': claimed.headers.etag };
  expect((await bureau.call('colleague', 'post', `${path}/claim`, undefined, etag)).status).toBe(409);
  await registration.read('colleague');
  expect(registration.body.allowedActions).toEqual([]);
  expect((await registration.act('colleague', 'accept')).body.detail).toContain('由其他人员承办');

  const toStranger = await bureau.call(
    'acceptance',
    'post',
    `${path}/hand-over`,
    { to: officers.shanghai, reason: '出差' },
    etag,
  );
  expect(toStranger.status).toBe(403);
  const handed = await bureau.call(
    'acceptance',
    'post',
    `${path}/hand-over`,
    { to: officers.colleague, reason: '出差' },
    etag,
  );
  expect(handed.body).toMatchObject({ handler: 'ANOTHER' });
  await registration.read('colleague');
  await registration.act('colleague', 'accept', {}, 200);
});

it('refuses a claim at a version that was not read', async () => {
  const registration = await submitted();
  const path = `/work-queue/${registration.body.id}/actions/claim`;
  expect((await bureau.call('acceptance', 'post', path)).status).toBe(428);
  expect((await bureau.call('acceptance', 'post', path, undefined, { 'if-match': '"1"' })).status).toBe(412);
  expect((await bureau.call('acceptance', 'post', path, undefined, { 'if-match': 'W/"x"' })).status).toBe(400);
});

it('pages through the queue without losing or repeating a case', async () => {
  for (let index = 0; index < 5; index += 1) await submitted();
  const all = (await queueOf('acceptance')).map(({ id }) => id);
  const walked: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await bureau.call('acceptance', 'get', `/work-queue?limit=2${cursor && `&cursor=${cursor}`}`);
    walked.push(...(page.body.items as Item[]).map(({ id }) => id));
    cursor = page.body.nextCursor as string | null;
  }
  expect(walked).toEqual(all);
  expect((await bureau.call('acceptance', 'get', '/work-queue?cursor=rubbish')).status).toBe(400);
});
