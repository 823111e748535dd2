import { startApp, testPassword, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { assign, DECISION, proposedMeasure, recognizedHub, reviewedNomination } from '../../support/hubs.js';
import { runDueJobs } from '../../support/jobs.js';
import { Organization } from '../../support/matters.js';
import { Bureau } from '../../support/registrations.js';
import { grantRole, signUp } from '../../support/roles.js';

let app: TestApp;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
});

afterAll(() => app.close());

const page = async (code: string, query = '') =>
  (await bureau.call(undefined, 'get', `/public/hubs/${code}${query}`)).body;

it('is warned first, and the warning is lifted; each only where it fits (HUB-STANDING)', async () => {
  const lift = await bureau.call('review', 'post', '/hub-measures', {
    hub: 'HUB-4-08',
    type: 'WARNING_LIFTED',
    facts: '已经整改',
    documents: [],
  });
  const refused = await bureau.call(
    'review',
    'post',
    `/hub-measures/${lift.body.id}/actions/propose`,
    {},
    { 'if-match': '"1"' },
  );
  expect(refused.body.violations).toMatchObject([{ code: 'HUB-STANDING', pointer: '/type' }]);
  const warning = await proposedMeasure(bureau, 'HUB-4-08', { type: 'WARNING' });
  expect((await warning.act('review', 'order', DECISION)).status).toBe(403);
  await warning.act('leading-group', 'order', DECISION, 200);
  expect(await page('HUB-4-08')).toMatchObject({ standing: 'WARNED', warnedOn: '2026-11-24' });
  const lifted = await proposedMeasure(bureau, 'HUB-4-08', { type: 'WARNING_LIFTED' });
  await lifted.act('leading-group', 'return', { reason: '请补充整改证明' }, 200);
  await lifted.act('review', 'propose', {}, 200);
  await lifted.act('leading-group', 'order', DECISION, 200);
  expect(await page('HUB-4-08')).toMatchObject({ standing: 'RECOGNIZED', warnedOn: null });
});

it('keeps its place in the tree by dates when it is moved below another hub', async () => {
  const code = await recognizedHub(bureau, { name: '海淀区体育科技联合会' });
  const nowhere = await proposedMeasure(bureau, code, { type: 'MOVE', parent: 'HUB-2-05' });
  clock.set('2026-11-26');
  await nowhere.act('leading-group', 'order', { ...DECISION, decidedOn: '2026-11-26' }, 200);
  expect(await page(code)).toMatchObject({ parent: 'HUB-2-05', parentSince: '2026-11-26' });
  expect(await page(code, '?asOf=2026-11-25')).toMatchObject({ parent: 'HUB-1-04' });
  clock.set('2026-11-24');
});

it('is decided on no day before what the register says of it already (HUB-DECISION)', async () => {
  const code = await recognizedHub(bureau, { name: '海淀区生态科技联合会' });
  const [first, second] = [
    await proposedMeasure(bureau, code, { type: 'MOVE', parent: 'HUB-2-05' }),
    await proposedMeasure(bureau, code, { type: 'MOVE', parent: 'HUB-1-08' }),
  ];
  clock.set('2026-11-28');
  await first.act('leading-group', 'order', { ...DECISION, decidedOn: '2026-11-27' }, 200);
  const late = await second.act('leading-group', 'order', { ...DECISION, decidedOn: '2026-11-26' });
  expect(late.body.violations).toMatchObject([{ code: 'HUB-DECISION', pointer: '/decidedOn' }]);
  await second.act('leading-group', 'order', { ...DECISION, decidedOn: '2026-11-28' }, 200);
  expect(await page(code)).toMatchObject({ parent: 'HUB-1-08', parentSince: '2026-11-28' });
  clock.set('2026-11-24');
});

it('of the city is withdrawn once no hub stands below it, and a measure stays what the hub was heard on', async () => {
  const withdrawal = await proposedMeasure(bureau, 'HUB-1-08', { type: 'WITHDRAWAL' });
  clock.set('2026-11-28');
  const orphans = await withdrawal.act('leading-group', 'order', { ...DECISION, decidedOn: '2026-11-28' });
  expect(orphans.body.violations).toMatchObject([{ code: 'HUB-TREE', pointer: '/hub' }]);
  const warning = await proposedMeasure(bureau, 'HUB-4-07', { type: 'WARNING' });
  await warning.act('leading-group', 'return', { reason: '请补充事实' }, 200);
  const other = { type: 'WITHDRAWAL', facts: '连续两年未报送年度工作报告', documents: [] };
  const answer = await bureau.call('review', 'put', `/hub-measures/${warning.body.id}`, other, {
    'if-match': `"${warning.body.version}"`,
  });
  expect(answer.body.violations).toMatchObject([{ code: 'MEASURE-IDENTITY', pointer: '/type' }]);
  clock.set('2026-11-24');
});

it('is withdrawn after it was heard: its members are released and proposed elsewhere, its hubs stand below its own', async () => {
  const district = await recognizedHub(bureau, { name: '北京市东城区科学技术协会', division: '110101' });
  const street = await recognizedHub(
    bureau,
    { name: '东华门街道科技社团之家', tier: 'STREET', division: '110101001', parent: district },
    'street',
  );
  await signUp(bureau, 'dongcheng', testPassword());
  await grantRole(bureau, 'dongcheng', 'HUB_OFFICER', district);
  const organization = await Organization.establish(bureau);
  const linked = await Organization.establish(bureau);
  await assign(bureau, organization.creditCode, { hub: district });
  await assign(bureau, linked.creditCode, { hub: 'HUB-1-04', related: [district] });

  const withdrawal = await proposedMeasure(bureau, district, { type: 'WITHDRAWAL' });
  const unheard = await withdrawal.act('leading-group', 'order', DECISION);
  expect(unheard.body.violations).toMatchObject([{ code: 'HUB-HEARD', pointer: '/hub' }]);
  const question = { addresseeType: 'HUB', addressee: district, question: '拟取消贵会的枢纽认定，请陈述意见' };
  const asked = await bureau.call('leading-group', 'post', `/cases/${withdrawal.body.id}/consultations`, question);
  expect(asked.status).toBe(201);
  const answer = { opinion: 'DISAGREE', answer: '本会正在整改' };
  await bureau.call('dongcheng', 'post', `/consultations/${asked.body.id}/actions/answer`, answer, {
    'if-match': '"1"',
  });
  await withdrawal.act('leading-group', 'order', DECISION, 200);
  expect(await page(district)).toMatchObject({ standing: 'WITHDRAWN', withdrawnOn: '2026-11-24' });
  expect(await page(street)).toMatchObject({ parent: 'HUB-1-04', parentSince: '2026-11-24' });

  await runDueJobs(app);
  const hubs = (await bureau.call('review', 'get', `/organizations/${organization.creditCode}/hubs`)).body;
  expect(hubs).toMatchObject({ primary: null });
  expect((await bureau.call('review', 'get', `/organizations/${linked.creditCode}/hubs`)).body).toMatchObject({
    primary: 'HUB-1-04',
    related: [],
  });
  const { body } = await bureau.call(
    'review',
    'get',
    `/hub-proposals?creditCode=${organization.creditCode}&state=PROPOSED`,
  );
  expect(body.items).toMatchObject([{ cause: 'HUB_WITHDRAWN' }]);
  expect(body.items[0].candidates.map(({ hub }: { hub: string }) => hub)).not.toContain(district);
  const waiting = await bureau.call('auditor', 'get', `/hub-proposals?state=PROPOSED&hub=${district}`);
  expect(waiting.body.items).toEqual([]);
  const message = { title: '不得再发', body: '枢纽已被取消认定' };
  expect((await bureau.call('dongcheng', 'post', `/hubs/${district}/messages`, message)).status).toBe(409);
  const again = await bureau.call('review', 'post', '/hub-assignments', {
    creditCode: organization.creditCode,
    hub: district,
    reason: '再次归入',
  });
  expect(again.body.violations).toMatchObject([{ code: 'HUB-UNKNOWN' }]);
});

it('leaves nobody behind who is assigned to it, joins it or is placed below it at the very moment', async () => {
  const organization = await Organization.establish(bureau);
  for (const round of [1, 2, 3, 4]) {
    const hub = await recognizedHub(bureau, { name: `海淀区轮次${'甲乙丙丁'[round - 1]}科技联合会` });
    const below = await reviewedNomination(
      bureau,
      { name: `海淀街道轮次${round}科技之家`, tier: 'STREET', division: '110108001', parent: hub },
      'acceptance',
    );
    await below.act('leading-group', 'recognize', DECISION, 200);
    const withdrawal = await proposedMeasure(bureau, hub, { type: 'WITHDRAWAL' });
    const assignment = { creditCode: organization.creditCode, hub, reason: '试验需要' };
    const [ordered, assigned, published] = await Promise.all([
      withdrawal.act('leading-group', 'order', DECISION),
      bureau.call('review', 'post', '/hub-assignments', assignment),
      below.act('review', 'publish'),
    ]);
    expect(ordered.status).toBe(200);
    expect([200, 422]).toContain(assigned.status);
    expect([200, 422]).toContain(published.status);
    await runDueJobs(app);
    const hubs = (await bureau.call('review', 'get', `/organizations/${organization.creditCode}/hubs`)).body;
    expect(hubs).toMatchObject({ primary: null });
    if (published.status === 200) expect(await page(below.body.hub!)).toMatchObject({ parent: 'HUB-1-04' });
  }
});
