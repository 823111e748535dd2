import { startApp, testPassword, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { Acted, assign, recognizedHub } from '../../support/hubs.js';
import { runDueJobs } from '../../support/jobs.js';
import { Organization } from '../../support/matters.js';
import { Bureau } from '../../support/registrations.js';
import { grantRole, signUp } from '../../support/roles.js';

interface Recorded {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

const HUB = '/hubs/HUB-1-04';
let app: TestApp;
let bureau: Bureau;
let member: Organization;
let stranger: Organization;
const clock = new SettableClock('2026-11-24');

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
  member = await Organization.establish(bureau);
  stranger = await Organization.establish(bureau);
  await assign(bureau, member.creditCode, { hub: 'HUB-1-04' });
});

afterAll(() => app.close());

it('sees them with their standing, restrictions and deadlines', async () => {
  await bureau.call('enforcement', 'post', '/register/restrictions', {
    subject: { creditCode: member.creditCode },
    effect: 'WARN',
    actions: ['permission.approve'],
    reason: '逾期未报送年度报告',
    citation: { law: '社会团体登记管理条例', article: '第二十八条' },
    from: '2026-11-01',
  });
  const change = await member.draft('CHANGE', { change: { reason: '搬迁', residence: '北京市东城区9号' } });
  await change.act('agent', 'submit', {}, 200);
  const { body } = await bureau.call('hub', 'get', `${HUB}/members`);
  expect(body.items).toMatchObject([
    {
      creditCode: member.creditCode,
      relation: 'PRIMARY',
      status: 'ACTIVE',
      standing: 'REGISTERED',
      restrictions: [{ effect: 'WARN', actions: ['permission.approve'], from: '2026-11-01', until: null }],
      deadlines: [{ kind: 'CASE_DUE', on: change.body.clock.dueOn }],
    },
  ]);
  expect(JSON.stringify(body)).not.toMatch(/13800001234|110101190/);
  expect((await bureau.call('hub', 'get', `${HUB}/members?q=${encodeURIComponent('无此名称')}`)).body.items).toEqual(
    [],
  );
  expect((await bureau.call('hub', 'get', `${HUB}/desk`)).body).toMatchObject({
    members: 1,
    reportYear: 2025,
    reportDueOn: '2026-03-31',
  });
});

it('writes to all or some of them, to nobody else, and sees who has read it', async () => {
  const refused = await bureau.call('hub', 'post', `${HUB}/messages`, {
    title: '通知',
    body: '内容如下',
    to: [stranger.creditCode],
  });
  expect(refused.body.violations).toMatchObject([{ code: 'HUB-MEMBER', pointer: '/to/0' }]);
  const sent = await bureau.call('hub', 'post', `${HUB}/messages`, {
    title: '关于报送年度工作情况的通知',
    body: '请于本月底前报送',
  });
  expect(sent.body).toMatchObject({ toAll: true, recipients: 1, read: 0 });
  await runDueJobs(app);
  const notices = await bureau.call('agent', 'get', '/notices');
  expect(notices.body.items[0].title).toContain('关于报送年度工作情况的通知');
  const received = await bureau.call('agent', 'get', '/hub-messages');
  expect(received.body.items).toMatchObject([{ id: sent.body.id, hub: 'HUB-1-04', readAt: null }]);
  expect((await bureau.call('agent', 'post', `/hub-messages/${sent.body.id}/actions/read`)).status).toBe(204);
  expect((await bureau.call('hub', 'get', `/hub-messages/${sent.body.id}`)).body).toMatchObject({ read: 1 });
  expect((await bureau.call('agent', 'get', `/hub-messages/${sent.body.id}`)).body).toMatchObject({
    recipients: 1,
    read: 1,
  });
});

it('notes its guidance, of members and of days that have come', async () => {
  const note = { creditCode: member.creditCode, heldOn: '2026-11-23', topic: '换届指导', note: '就换届程序提出意见' };
  expect((await bureau.call('hub', 'post', `${HUB}/guidance-notes`, note)).status).toBe(201);
  const late = await bureau.call('hub', 'post', `${HUB}/guidance-notes`, { ...note, heldOn: '2026-11-25' });
  expect(late.body.violations).toMatchObject([{ code: 'HUB-SERVICE', pointer: '/heldOn' }]);
  expect(
    (await bureau.call('hub', 'get', `${HUB}/guidance-notes?creditCode=${member.creditCode}`)).body.items,
  ).toMatchObject([note]);
});

it('fulfils what a member asks for by a service with an outcome, which the public sees once published', async () => {
  const need = { hub: 'HUB-1-04', creditCode: member.creditCode, kind: 'TRAINING', need: '希望参加财务规范培训' };
  const other = await bureau.call('agent', 'post', '/hub-service-requests', {
    ...need,
    creditCode: stranger.creditCode,
  });
  expect(other.body.violations).toMatchObject([{ code: 'HUB-MEMBER', pointer: '/hub' }]);
  const request = await Acted.create<Recorded>(bureau, 'agent', '/hub-service-requests', need);
  expect((await request.act('hub', 'fulfil', { answer: '已办理' })).status).toBe(409);
  await request.act('hub', 'take-up', { answer: '已安排' }, 200);
  const training = { kind: 'TRAINING', title: '财务规范培训', beginsOn: '2026-11-25', endsOn: '2026-11-26' };
  const backwards = await bureau.call('hub', 'post', `${HUB}/services`, {
    ...training,
    endsOn: '2026-11-24',
    participants: [],
  });
  expect(backwards.body.violations).toMatchObject([{ code: 'HUB-SERVICE', pointer: '/endsOn' }]);
  const participants = [member.creditCode];
  const service = await Acted.create<Recorded>(
    bureau,
    'hub',
    `${HUB}/services`,
    { ...training, participants },
    '/hub-services',
  );
  expect((await service.act('hub', 'complete', { outcome: '四十人参加' })).body.violations).toMatchObject([
    { code: 'HUB-SERVICE', pointer: '/outcome' },
  ]);
  clock.set('2026-11-26');
  expect((await service.act('hub', 'publish')).status).toBe(409);
  await service.act('hub', 'complete', { outcome: '四十人参加，全部考核合格' }, 200);
  const unknown = await request.act('hub', 'fulfil', {
    answer: '已办理',
    service: '00000000-0000-4000-8000-000000000001',
  });
  expect(unknown.body.violations).toMatchObject([{ code: 'SERVICE-UNKNOWN' }]);
  await request.act('hub', 'fulfil', { answer: '已参加培训', service: service.body.id }, 200);
  expect(request.body).toMatchObject({ state: 'FULFILLED', allowedActions: [] });
  expect((await bureau.call(undefined, 'get', `/public${HUB}/services`)).body.items).toEqual([]);
  await service.act('hub', 'publish', {}, 200);
  const published = await bureau.call(undefined, 'get', `/public${HUB}/services`);
  expect(published.body.items).toMatchObject([{ title: training.title, outcome: '四十人参加，全部考核合格' }]);
  expect(published.body.items[0]).not.toHaveProperty('participants');
  clock.set('2026-11-24');
});

it('is joined and left by consent: the register says so from that day', async () => {
  const join = {
    hub: 'HUB-1-04',
    creditCode: stranger.creditCode,
    kind: 'JOIN',
    relation: 'PRIMARY',
    reason: '业务领域相同',
  };
  const leave = await bureau.call('agent', 'post', '/hub-memberships', { ...join, kind: 'LEAVE' });
  expect(leave.body.violations).toMatchObject([{ code: 'HUB-MEMBERSHIP', pointer: '/hub' }]);
  const asked = await Acted.create<Recorded>(bureau, 'agent', '/hub-memberships', join);
  const twice = await bureau.call('agent', 'post', '/hub-memberships', join);
  expect(twice.body.violations).toMatchObject([{ code: 'MEMBERSHIP-WAITS' }]);
  expect((await asked.act('agent', 'accept')).status).toBe(403);
  await asked.act('hub', 'accept', {}, 200);
  expect(await stranger.file()).toMatchObject({ hub: 'HUB-1-04' });
  const members = await bureau.call(undefined, 'get', `/public${HUB}/members`);
  expect(members.body.items.map(({ creditCode }: { creditCode: string }) => creditCode).sort()).toEqual(
    [member.creditCode, stranger.creditCode].sort(),
  );
  const left = await Acted.create<Recorded>(bureau, 'agent', '/hub-memberships', { ...join, kind: 'LEAVE' });
  await left.act('hub', 'refuse', { answer: '请先办结服务事项' }, 200);
  const again = await Acted.create<Recorded>(bureau, 'agent', '/hub-memberships', { ...join, kind: 'LEAVE' });
  await again.act('hub', 'accept', { answer: '同意退出' }, 200);
  expect(await stranger.file()).toMatchObject({ hub: null });
  const related = await Acted.create<Recorded>(bureau, 'agent', '/hub-memberships', { ...join, relation: 'RELATED' });
  await related.act('agent', 'withdraw', {}, 200);
  expect(related.body.state).toBe('WITHDRAWN');
});

it('is left by who belongs to it, not by who has moved on since he asked', async () => {
  const mover = await Organization.establish(bureau);
  await assign(bureau, mover.creditCode, { hub: 'HUB-1-04' });
  const leave = {
    hub: 'HUB-1-04',
    creditCode: mover.creditCode,
    kind: 'LEAVE',
    relation: 'PRIMARY',
    reason: '业务调整',
  };
  const asked = await Acted.create<Recorded>(bureau, 'agent', '/hub-memberships', leave);
  const related = await bureau.call('agent', 'post', '/hub-memberships', {
    ...leave,
    kind: 'JOIN',
    relation: 'RELATED',
  });
  expect(related.body.violations).toMatchObject([{ code: 'HUB-MEMBERSHIP' }]);
  await assign(bureau, mover.creditCode, { hub: 'HUB-2-05' });
  expect((await bureau.call('agent', 'get', `/hub-memberships/${asked.body.id}`)).body).toMatchObject({
    state: 'WITHDRAWN',
    answer: '枢纽归属已经变更',
  });
  expect((await asked.act('hub', 'accept')).status).toBe(412);
  expect(await mover.file()).toMatchObject({ hub: 'HUB-2-05' });
});

it('reports party building in members, the newest of each counting, and its own joint organization', async () => {
  const report = { creditCode: member.creditCode, form: 'NONE', partyMembers: 3, asOf: '2026-06-30' };
  const wrong = [{ ...report, creditCode: stranger.creditCode }, report];
  expect((await bureau.call('hub', 'post', `${HUB}/party-reports`, { members: wrong })).body.violations).toMatchObject([
    { code: 'HUB-MEMBER', pointer: '/members/0/creditCode' },
  ]);
  const future = await bureau.call('hub', 'post', `${HUB}/party-reports`, {
    members: [{ ...report, asOf: '2026-12-01' }],
  });
  expect(future.body.violations).toMatchObject([{ code: 'HUB-PARTY', pointer: '/members/0/asOf' }]);
  await bureau.call('hub', 'post', `${HUB}/party-reports`, { members: [report] });
  await bureau.call('hub', 'post', `${HUB}/party-reports`, {
    members: [{ ...report, form: 'JOINT', partyMembers: 5, asOf: '2026-11-20' }],
  });
  await bureau.call('hub', 'post', `${HUB}/joint-party-reports`, {
    established: true,
    name: '联合党委',
    asOf: '2026-11-01',
  });
  expect((await bureau.call('hub', 'get', `${HUB}/party-coverage`)).body).toMatchObject({
    members: 1,
    reported: 1,
    joint: 1,
    none: 0,
    partyMembers: 5,
    jointOrganization: { established: true, asOf: '2026-11-01' },
  });
  // Nobody belonged to it then, so nobody is counted of whom it reported.
  const before = await bureau.call('hub', 'get', `${HUB}/party-coverage?asOf=2026-10-01`);
  expect(before.body).toMatchObject({ members: 0, reported: 0, jointOrganization: null });
  const indicator = await bureau.call('leading-group', 'get', '/hub-coverage/indicators/26');
  expect(indicator.body).toMatchObject({
    hubs: 36,
    reported: 1,
    established: 1,
    percent: 2.78,
    target: 100,
    status: 'SELF_REPORTED_DEFINITION_PENDING',
  });
});

it('is seen by its own officer, the tiers above it and the registrar, and run by its own officer alone', async () => {
  const district = await recognizedHub(bureau);
  await signUp(bureau, 'haidian', testPassword());
  await grantRole(bureau, 'haidian', 'HUB_OFFICER', district);
  await signUp(bureau, 'canlian', testPassword());
  await grantRole(bureau, 'canlian', 'HUB_OFFICER', 'HUB-1-05');
  const seen = async (who: string, path: string) => (await bureau.call(who, 'get', path)).status;
  expect(await seen('hub', `/hubs/${district}/desk`)).toBe(200);
  expect(await seen('review', `/hubs/${district}/desk`)).toBe(200);
  expect(await seen('auditor', `/hubs/${district}/members`)).toBe(200);
  for (const who of ['haidian', 'canlian']) {
    for (const part of [
      'desk',
      'members',
      'messages',
      'guidance-notes',
      'services',
      'service-requests',
      'memberships',
      'work-reports',
      'party-coverage',
    ]) {
      expect([who, part, await seen(who, `${HUB}/${part}`)]).toEqual([who, part, 404]);
    }
  }
  const message = { title: '通知', body: '内容如下' };
  expect((await bureau.call('hub', 'post', `/hubs/${district}/messages`, message)).status).toBe(403);
  expect((await bureau.call('canlian', 'post', `/hubs/${district}/messages`, message)).status).toBe(404);
});
