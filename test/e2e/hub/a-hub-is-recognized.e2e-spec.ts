import { startApp, testPassword, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import {
  Acted,
  DECISION,
  findings,
  nomination,
  recognizedHub,
  reviewedNomination,
  type HubCaseBody,
} from '../../support/hubs.js';
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

it('of the city: nominated by the registrar, found to meet the four conditions, decided by the leading group, published', async () => {
  const city = { name: '北京市环境保护产业联合会', tier: 'CITY', division: '110000', parent: undefined };
  const nominated = await reviewedNomination(bureau, city, 'acceptance');
  expect((await bureau.call(undefined, 'get', '/public/hubs?tier=CITY')).body.total.value).toBe(36);
  await nominated.act('leading-group', 'recognize', { ...DECISION, batch: 5 }, 200);
  expect(nominated.body).toMatchObject({ state: 'DECIDED', decision: { decidedBy: '北京市社会建设工作领导小组' } });
  await nominated.act('review', 'publish', {}, 200);
  expect(nominated.body).toMatchObject({ state: 'PUBLISHED', hub: 'HUB-5-01' });
  expect(await page('HUB-5-01')).toMatchObject({
    name: city.name,
    batch: 5,
    orderInBatch: 1,
    standing: 'RECOGNIZED',
    recognizedOn: '2026-11-24',
    documentNumber: DECISION.documentNumber,
    parent: null,
    members: 0,
  });
  expect(nominated.body).toMatchObject({
    steps: [{ action: 'nominate' }, {}, {}, { citation: { law: '中华人民共和国政府信息公开条例' } }],
  });
});

it('of a district by the hub above it, of a street by its office, each below the other since its day', async () => {
  const district = await recognizedHub(bureau);
  expect(district).toBe('HUB-110108-01');
  const street = await recognizedHub(
    bureau,
    {
      name: '东华门街道科技社团服务中心',
      tier: 'STREET',
      division: '110101001',
      parent: await recognizedHub(bureau, { name: '北京市东城区科学技术协会', division: '110101' }),
    },
    'street',
  );
  expect(await page(street)).toMatchObject({ tier: 'STREET', parent: 'HUB-110101-01', parentSince: '2026-11-24' });
  expect((await page('HUB-1-04')).below).toEqual(['HUB-110101-01', 'HUB-110108-01']);
  expect((await page('HUB-1-04', '?asOf=2026-11-23')).below).toEqual([]);
  expect((await bureau.call(undefined, 'get', `/public/hubs/${street}?asOf=2026-11-23`)).status).toBe(404);
});

it('which is an organization of the register under its own name', async () => {
  const organization = await Organization.establish(bureau);
  const { name } = await organization.file();
  const input = { parent: undefined, tier: 'CITY', division: '110000', organization: organization.creditCode };
  const wrong = await Acted.create<HubCaseBody>(
    bureau,
    'acceptance',
    '/hub-recognitions',
    nomination({ ...input, name: '北京市别名协会' }),
  );
  expect((await wrong.act('acceptance', 'nominate')).body.violations).toMatchObject([
    { code: 'HUB-LEGAL-PERSON', pointer: '/name' },
  ]);
  const code = await recognizedHub(bureau, { ...input, name }, 'acceptance');
  expect(await page(code)).toMatchObject({ organization: organization.creditCode });
});

describe('is refused', () => {
  it('with every defect at once: tier, place in the tree, name, organization (四(一))', async () => {
    const input = nomination({
      division: '110101001',
      parent: 'HUB-9-99',
      organization: '51110000500000000X',
      name: '北京市科学技术协会',
    });
    const draft = await Acted.create<HubCaseBody>(bureau, 'acceptance', '/hub-recognitions', input);
    const answer = await draft.act('acceptance', 'nominate');
    expect(answer.status).toBe(422);
    expect(answer.body.violations.map(({ code }: { code: string }) => code)).toEqual([
      'HUB-DIVISION',
      'HUB-TREE',
      'HUB-LEGAL-PERSON',
    ]);
    const same = await Acted.create<HubCaseBody>(
      bureau,
      'acceptance',
      '/hub-recognitions',
      nomination({ name: '北京市总工会', tier: 'CITY', division: '110000', parent: 'HUB-1-01' }),
    );
    const refused = await same.act('acceptance', 'nominate');
    expect(refused.body.violations).toMatchObject([{ code: 'HUB-TREE', pointer: '/parent' }, { code: 'HUB-NAME' }]);
  });

  it('while a condition is not met, or has no finding (暂行办法 四)', async () => {
    const nominated = await Acted.create<HubCaseBody>(
      bureau,
      'hub',
      '/hub-recognitions',
      nomination({ name: '海淀区科技社团联合会' }),
    );
    await nominated.act('hub', 'nominate', {}, 200);
    const three = { findings: (findings() as { findings: object[] }).findings.slice(1) };
    expect((await nominated.act('review', 'complete-review', three)).body.violations).toMatchObject([
      { code: 'HUB-CONDITIONS' },
    ]);
    await nominated.act('review', 'complete-review', findings(['PARTY_ORGANIZATION']), 200);
    const answer = await nominated.act('leading-group', 'recognize', DECISION);
    expect(answer.body.violations).toMatchObject([{ code: 'HUB-CONDITIONS', pointer: '/findings' }]);
    const refusal = { ...DECISION, reason: '党组织尚未建立' };
    await nominated.act('leading-group', 'refuse', refusal, 200);
    expect(nominated.body.state).toBe('REFUSED');
  });

  it('where the decision lies in the future or before the nomination', async () => {
    const nominated = await reviewedNomination(bureau, { name: '海淀区青年科技工作者协会' });
    for (const decidedOn of ['2026-11-25', '2026-11-23']) {
      const answer = await nominated.act('leading-group', 'recognize', { ...DECISION, decidedOn });
      expect(answer.body.violations).toMatchObject([{ code: 'HUB-DECISION', pointer: '/decidedOn' }]);
    }
  });

  it('after all, when the decision cannot be published any more', async () => {
    const nominated = await reviewedNomination(bureau, { name: '海淀区能源技术协会' });
    const twin = await reviewedNomination(bureau, { name: '海淀区能源技术协会' });
    await nominated.act('leading-group', 'recognize', DECISION, 200);
    await twin.act('leading-group', 'recognize', DECISION, 200);
    await nominated.act('review', 'publish', {}, 200);
    expect((await twin.act('review', 'publish')).body.violations).toMatchObject([{ code: 'HUB-NAME' }]);
    await twin.act('leading-group', 'annul', { reason: '与已公布的枢纽同名' }, 200);
    expect(twin.body).toMatchObject({ state: 'REFUSED', hub: null });
  });

  it('to who nominates what is not his to nominate, and who reviews what he nominated', async () => {
    const street = await bureau.call('street', 'post', '/hub-recognitions', nomination());
    const hub = await bureau.call('hub', 'post', '/hub-recognitions', nomination({ parent: 'HUB-1-05' }));
    expect([street.status, hub.status]).toEqual([403, 403]);
    await signUp(bureau, 'both', testPassword());
    for (const role of ['ACCEPTANCE_OFFICER', 'REVIEW_OFFICER', 'LEADING_GROUP_OFFICER'])
      await grantRole(bureau, 'both', role, '110000');
    const own = await Acted.create<HubCaseBody>(
      bureau,
      'both',
      '/hub-recognitions',
      nomination({ name: '海淀区生物技术协会' }),
    );
    await own.act('both', 'nominate', {}, 200);
    expect((await own.act('both', 'complete-review', findings())).status).toBe(403);
    const other = await Acted.create<HubCaseBody>(
      bureau,
      'hub',
      '/hub-recognitions',
      nomination({ name: '海淀区化学技术协会' }),
    );
    await other.act('hub', 'nominate', {}, 200);
    await other.act('both', 'complete-review', findings(), 200);
    expect((await other.act('both', 'recognize', DECISION)).status).toBe(403);
  });
});

it('waits in the queue of the leading group, and its file holds nomination, findings, decision and entry', async () => {
  const nominated = await reviewedNomination(bureau, { name: '海淀区信息技术协会' });
  const queue = await bureau.call('leading-group', 'get', '/work-queue?limit=100');
  expect(queue.body.items.map(({ id }: { id: string }) => id)).toContain(nominated.body.id);
  expect((await bureau.call('hub', 'get', `/hub-recognitions/${nominated.body.id}`)).body.findings).toBeNull();
  await nominated.act('leading-group', 'recognize', DECISION, 200);
  await nominated.act('review', 'publish', {}, 200);
  const index = await bureau.call('leading-group', 'get', `/cases/${nominated.body.id}/file/index`);
  const keys = index.body.parts.map(({ key }: { key: string }) => key);
  expect(keys).toEqual(
    expect.arrayContaining(['nomination', 'findings', 'decision', expect.stringMatching(/^entry-/)]),
  );
});
