import { createHash } from 'node:crypto';
import { canonicalJson } from '@app/kernel';
import { startApp, testPassword, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { Acted, assign, DECISION, proposedMeasure, recognizedHub } from '../../support/hubs.js';
import { Organization } from '../../support/matters.js';
import { Bureau } from '../../support/registrations.js';
import { grantRole, signUp } from '../../support/roles.js';

interface Report {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly figures: Record<string, unknown>;
  readonly texts: Record<string, string>;
  readonly contentHash: string | null;
}

const TEXTS = {
  summary: '全年联系服务成员组织',
  activities: '开展培训、咨询活动',
  partyBuilding: '推动成员组织党建工作',
  funds: '收支平衡，无违规情况',
  risks: '未发现重大风险',
  plan: '扩大服务覆盖面',
};

let app: TestApp;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
});

afterAll(() => app.close());

async function write(report: Acted<Report>, texts: object): Promise<void> {
  const answer = await bureau.call('hub', 'put', `/hub-work-reports/${report.body.id}`, texts, {
    'if-match': `"${report.body.version}"`,
  });
  expect(answer.status).toBe(200);
  report.body = answer.body as Report;
}

it('of a city hub: counted from the data, written, signed, submitted to the leading group, returned, accepted, published', async () => {
  const member = await Organization.establish(bureau);
  const leaver = await Organization.establish(bureau);
  await assign(bureau, member.creditCode, { hub: 'HUB-1-04' });
  await assign(bureau, leaver.creditCode, { hub: 'HUB-1-04' });
  clock.set('2026-12-01');
  await assign(bureau, leaver.creditCode, { hub: 'HUB-2-05' });
  const training = {
    kind: 'TRAINING',
    title: '培训',
    beginsOn: '2026-12-01',
    endsOn: '2026-12-01',
    participants: [member.creditCode],
  };
  await bureau.call('hub', 'post', '/hubs/HUB-1-04/services', training);
  clock.set('2027-01-15');
  // Comes too late for the year that is reported on.
  await assign(bureau, (await Organization.establish(bureau)).creditCode, { hub: 'HUB-1-04' });
  clock.set('2027-02-01');
  const report = await Acted.create<Report>(
    bureau,
    'hub',
    '/hubs/HUB-1-04/work-reports',
    { year: 2026 },
    '/hub-work-reports',
  );
  expect(report.body.figures).toMatchObject({
    year: 2026,
    asOf: '2026-12-31',
    members: 1,
    membersByKind: { SOCIAL_GROUP: 1 },
    joined: 2,
    left: 1,
    servicesByKind: { TRAINING: 1 },
    participations: 1,
    party: { members: 1, reported: 0 },
  });
  expect((await bureau.call('hub', 'post', '/hubs/HUB-1-04/work-reports', { year: 2026 })).status).toBe(409);
  const early = await bureau.call('hub', 'post', '/hubs/HUB-1-04/work-reports', { year: 2028 });
  expect(early.body.violations).toMatchObject([{ code: 'HUB-REPORT', pointer: '/year' }]);

  await write(report, { ...TEXTS, funds: undefined });
  expect((await report.act('hub', 'sign')).body.violations).toMatchObject([
    { code: 'HUB-REPORT', pointer: '/texts/funds' },
  ]);
  await write(report, { funds: TEXTS.funds });
  await report.act('hub', 'assemble', {}, 200);
  await report.act('hub', 'sign', {}, 200);
  const { figures, texts } = report.body;
  expect(report.body.contentHash).toBe(createHash('sha256').update(canonicalJson({ figures, texts })).digest('hex'));
  expect(
    (
      await bureau.call('hub', 'put', `/hub-work-reports/${report.body.id}`, TEXTS, {
        'if-match': `"${report.body.version}"`,
      })
    ).status,
  ).toBe(409);
  await report.act('hub', 'reopen', {}, 200);
  await report.act('hub', 'sign', {}, 200);
  await report.act('hub', 'submit', {}, 200);
  expect((await report.act('hub', 'accept')).status).toBe(403);
  await report.act('leading-group', 'return', { answer: '请补充经费收支情况' }, 200);
  expect(report.body).toMatchObject({ state: 'RETURNED', contentHash: null });
  await write(report, { funds: '收入二百万元，支出一百八十万元' });
  expect(report.body.state).toBe('DRAFT');
  await report.act('hub', 'sign', {}, 200);
  await report.act('hub', 'submit', {}, 200);
  await report.act('leading-group', 'accept', { answer: '已收悉' }, 200);
  const open = await bureau.call(undefined, 'get', '/public/hubs/HUB-1-04/work-reports');
  expect(open.body.items).toEqual([]);
  await report.act('hub', 'publish', {}, 200);
  const published = await bureau.call(undefined, 'get', '/public/hubs/HUB-1-04/work-reports');
  expect(published.body.items).toMatchObject([{ year: 2026, texts: { funds: '收入二百万元，支出一百八十万元' } }]);
  expect(published.body.items[0]).not.toHaveProperty('answer');
  expect((await bureau.call('hub', 'get', '/hubs/HUB-1-04/desk')).body).toMatchObject({
    reportYear: 2026,
    reportState: 'PUBLISHED',
    reportDueOn: '2027-03-31',
  });
});

it('of a district hub goes to the hub above it, which alone answers', async () => {
  clock.set('2027-03-01');
  const district = await recognizedHub2027();
  await signUp(bureau, 'haidian', testPassword());
  await grantRole(bureau, 'haidian', 'HUB_OFFICER', district);
  const running = await Acted.create<Report>(
    bureau,
    'haidian',
    `/hubs/${district}/work-reports`,
    { year: 2027 },
    '/hub-work-reports',
  );
  const early = await bureau.call('haidian', 'put', `/hub-work-reports/${running.body.id}`, TEXTS, {
    'if-match': '"1"',
  });
  running.body = early.body as Report;
  expect((await running.act('haidian', 'sign')).body.violations).toMatchObject([
    { code: 'HUB-REPORT', pointer: '/figures/asOf' },
  ]);
  const report = await Acted.create<Report>(
    bureau,
    'haidian',
    `/hubs/${district}/work-reports`,
    { year: 2026 },
    '/hub-work-reports',
  );
  const written = await bureau.call('haidian', 'put', `/hub-work-reports/${report.body.id}`, TEXTS, {
    'if-match': '"1"',
  });
  report.body = written.body as Report;
  await report.act('haidian', 'sign', {}, 200);
  await report.act('haidian', 'submit', {}, 200);
  expect(report.body).toMatchObject({ submittedTo: 'HUB-1-04' });
  expect((await report.act('leading-group', 'accept')).status).toBe(403);
  await report.act('haidian', 'recall', {}, 200);
  expect(report.body).toMatchObject({ state: 'DRAFT', submittedTo: null });
  await report.act('haidian', 'sign', {}, 200);
  await report.act('haidian', 'submit', {}, 200);
  // Whoever stands above it now takes it, not whoever stood there when it was submitted.
  const move = await proposedMeasure(bureau, district, { type: 'MOVE', parent: 'HUB-2-05' });
  await move.act('leading-group', 'order', { ...DECISION, decidedOn: '2027-03-01' }, 200);
  expect((await report.act('hub', 'accept')).status).toBe(404);
  await signUp(bureau, 'tiyu', testPassword());
  await grantRole(bureau, 'tiyu', 'HUB_OFFICER', 'HUB-2-05');
  await report.act('tiyu', 'accept', {}, 200);
  expect(report.body.state).toBe('ACCEPTED');
});

async function recognizedHub2027(): Promise<string> {
  clock.set('2026-11-24');
  const code = await recognizedHub(bureau);
  clock.set('2027-03-01');
  return code;
}
