import { startApp, testPassword, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { Acted, assign, recognizedHub } from '../../support/hubs.js';
import { runDueJobs } from '../../support/jobs.js';
import { Organization } from '../../support/matters.js';
import { Bureau } from '../../support/registrations.js';
import { grantRole, signUp } from '../../support/roles.js';

interface ProposalBody {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly candidates: { hub: string; score: number; reasons: { where: string; word: string; at: number }[] }[];
  readonly chosen: string | null;
}

let app: TestApp;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
  await signUp(bureau, 'tiyu', testPassword());
  await grantRole(bureau, 'tiyu', 'HUB_OFFICER', 'HUB-2-05');
  await signUp(bureau, 'review-haidian', testPassword());
  await grantRole(bureau, 'review-haidian', 'REVIEW_OFFICER', '110108');
});

afterAll(() => app.close());

/** A new organization, and the proposal that its registration brought. */
async function proposed(change: object = {}): Promise<{ organization: Organization; proposal: Acted<ProposalBody> }> {
  const organization = await Organization.establish(bureau, change);
  await runDueJobs(app);
  const { body } = await bureau.call(
    'review',
    'get',
    `/hub-proposals?creditCode=${organization.creditCode}&state=PROPOSED`,
  );
  return { organization, proposal: new Acted(bureau, '/hub-proposals', body.items[0] as ProposalBody) };
}

const hubsOf = async (organization: Organization) =>
  (await bureau.call('review', 'get', `/organizations/${organization.creditCode}/hubs`)).body;

it('is proposed three hubs as soon as it is registered, each reason true of it, and belongs to the first when an officer confirms', async () => {
  const { organization, proposal } = await proposed();
  const file = await organization.file();
  expect(proposal.body).toMatchObject({ state: 'PROPOSED', cause: 'REGISTRATION', vocabulary: 'HUB-VOCABULARY-1' });
  expect(proposal.body.candidates).toHaveLength(3);
  expect(proposal.body.candidates[0].hub).toBe('HUB-1-04');
  for (const { where, word, at } of proposal.body.candidates.flatMap(({ reasons }) => reasons)) {
    const said = { NAME: file.name, SCOPE: file.scope, FORMER_SUPERVISOR: file.supervisingUnit, KIND: file.kind }[
      where
    ] as string;
    expect(said.slice(at, at + word.length)).toBe(word);
  }
  await proposal.act('review', 'confirm', { related: ['HUB-4-01'] }, 200);
  expect(await organization.file()).toMatchObject({
    hub: 'HUB-1-04',
    relatedHubs: [{ hub: 'HUB-4-01', since: '2026-11-24' }],
  });
  expect((await bureau.call('agent', 'get', '/notices')).body.items[0].title).toContain('北京市科学技术协会');
  expect(await hubsOf(organization)).toMatchObject({
    primary: 'HUB-1-04',
    related: ['HUB-4-01'],
    history: expect.arrayContaining([
      { relation: 'PRIMARY', hub: 'HUB-1-04', from: '2026-11-24', until: null },
      { relation: 'RELATED', hub: 'HUB-4-01', from: '2026-11-24', until: null },
    ]),
  });
  const entries = await bureau.call(undefined, 'get', `/public/organizations/${organization.creditCode}/entries`);
  expect(entries.body.items.at(-1)).toMatchObject({
    kind: 'HUB_ASSIGNED',
    citation: { law: '京办发〔2016〕43号', article: '四(一)' },
  });
  expect((await proposal.act('review', 'decline', { reason: '重新考虑' })).status).toBe(409);
});

it('is confirmed by the hub itself where that is proposed first, and by no other hub', async () => {
  const { organization, proposal } = await proposed();
  expect((await proposal.act('tiyu', 'confirm')).status).toBe(404);
  await proposal.act('hub', 'confirm', {}, 200);
  expect(proposal.body).toMatchObject({ state: 'CONFIRMED', answeredFor: 'HUB-1-04' });
  expect((await hubsOf(organization)).primary).toBe('HUB-1-04');
});

it('is given no hub by another hub: neither as related, nor while it belongs to a third', async () => {
  const { organization, proposal } = await proposed();
  expect((await proposal.act('hub', 'confirm', { related: ['HUB-2-05'] })).status).toBe(403);
  await assign(bureau, organization.creditCode, { hub: 'HUB-2-05' });
  const anew = await bureau.call('review', 'post', '/hub-proposals', { creditCode: organization.creditCode });
  const second = new Acted<ProposalBody>(bureau, '/hub-proposals', anew.body as ProposalBody);
  expect((await second.act('hub', 'confirm')).status).toBe(403);
  const again = new Acted<ProposalBody>(bureau, '/hub-proposals', anew.body as ProposalBody);
  const officers = await Promise.all([second.act('review', 'confirm'), again.act('approval', 'confirm')]);
  expect(officers.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await hubsOf(organization)).primary).toBe('HUB-1-04');
});

it('gets another hub by an officer, with a reason; an unknown one is refused', async () => {
  const { organization, proposal } = await proposed();
  const reason = '主要开展体育科研';
  expect((await proposal.act('review', 'change', { hub: 'HUB-9-99', reason })).body.violations).toMatchObject([
    { code: 'HUB-UNKNOWN', pointer: '/hub' },
  ]);
  expect((await proposal.act('review', 'change', { hub: 'HUB-1-04', reason })).body.violations).toMatchObject([
    { code: 'HUB-NOT-CHANGED' },
  ]);
  const twice = await proposal.act('review', 'change', { hub: 'HUB-2-05', related: ['HUB-2-05'], reason });
  expect(twice.body.violations).toMatchObject([{ code: 'HUB-ASSIGNMENT', pointer: '/related/0' }]);
  await proposal.act('review', 'change', { hub: 'HUB-2-05', reason }, 200);
  expect(proposal.body).toMatchObject({ state: 'CHANGED', chosen: 'HUB-2-05' });
  expect((await hubsOf(organization)).primary).toBe('HUB-2-05');
});

it('is proposed to the next hub when the first declines, and stays without one when an officer does', async () => {
  const { organization, proposal } = await proposed();
  await proposal.act('hub', 'decline', { reason: '不属于本枢纽领域' }, 200);
  expect(proposal.body.state).toBe('DECLINED');
  const next = await bureau.call(
    'review',
    'get',
    `/hub-proposals?creditCode=${organization.creditCode}&state=PROPOSED`,
  );
  expect(next.body.items[0]).toMatchObject({ cause: 'HUB_DECLINED' });
  expect(next.body.items[0].candidates.map(({ hub }: { hub: string }) => hub)).not.toContain('HUB-1-04');
  const second = new Acted<ProposalBody>(bureau, '/hub-proposals', next.body.items[0]);
  await second.act('review', 'decline', { reason: '待章程修订后再议' }, 200);
  expect((await hubsOf(organization)).primary).toBeNull();
  const gaps = await bureau.call('leading-group', 'get', '/hub-coverage/gaps?limit=100');
  expect(gaps.body.items).toContainEqual(
    expect.objectContaining({ creditCode: organization.creditCode, proposal: null }),
  );
});

it('of a district is proposed to the hub of its field in that district, before the hub above', async () => {
  const district = await recognizedHub(bureau);
  const organization = await registeredByHaidian();
  const anew = await bureau.call('review', 'post', '/hub-proposals', { creditCode: organization.creditCode });
  expect(anew.status).toBe(201);
  expect(anew.body.candidates[0]).toMatchObject({ hub: district });
  expect(anew.body.candidates[0].reasons).toContainEqual({ where: 'DIVISION', word: '110108', at: 0, weight: 1 });
  expect(anew.body.candidates[1].hub).toBe('HUB-1-04');
  const handedOn = new Acted<ProposalBody>(bureau, '/hub-proposals', anew.body as ProposalBody);
  expect((await handedOn.act('hub', 'change', { hub: 'HUB-2-05', reason: '不属于本会' })).status).toBe(403);
  await handedOn.act('hub', 'change', { hub: 'HUB-1-04', reason: '由市级枢纽直接联系' }, 200);
});

it('keeps its history when it moves and leaves; who may not assign is refused, and nothing is overwritten', async () => {
  const { organization } = await proposed();
  await assign(bureau, organization.creditCode, { hub: 'HUB-1-04', related: ['HUB-4-01'] });
  clock.set('2026-12-01');
  await assign(bureau, organization.creditCode, { hub: 'HUB-4-01' });
  clock.set('2026-12-10');
  await assign(bureau, organization.creditCode, { release: true });
  expect(await hubsOf(organization)).toMatchObject({
    primary: null,
    related: [],
    history: expect.arrayContaining([
      { relation: 'PRIMARY', hub: 'HUB-1-04', from: '2026-11-24', until: '2026-11-30' },
      { relation: 'RELATED', hub: 'HUB-4-01', from: '2026-11-24', until: '2026-11-30' },
      { relation: 'PRIMARY', hub: 'HUB-4-01', from: '2026-12-01', until: '2026-12-09' },
    ]),
  });
  expect((await organization.file('?asOf=2026-11-25')).hub).toBe('HUB-1-04');
  const input = { creditCode: organization.creditCode, hub: 'HUB-1-04', reason: '不属于其管辖' };
  expect((await bureau.call('review-haidian', 'post', '/hub-assignments', input)).status).toBe(404);
  expect((await bureau.call('tiyu', 'get', `/organizations/${organization.creditCode}/hubs`)).status).toBe(404);
  const again = await bureau.call('review', 'post', '/hub-assignments', { ...input, hub: undefined, release: true });
  expect(again.body.violations).toMatchObject([{ code: 'ENTRY_EMPTY' }]);
  clock.set('2026-11-24');
});

it('is proposed with the whole register by a job that tells how far it is, and not twice for the same', async () => {
  const started = await bureau.call('review', 'post', '/hub-proposal-runs', { division: '110000', all: true });
  expect(started.status).toBe(202);
  await runDueJobs(app);
  expect((await bureau.call('review', 'get', `/jobs/${started.body.jobId}`)).body).toMatchObject({ state: 'DONE' });
  const before = await bureau.call('review', 'get', '/hub-proposals?state=PROPOSED&limit=100');
  expect(before.body.total.value).toBeGreaterThan(3);
  await bureau.call('review', 'post', '/hub-proposal-runs', { division: '110000', all: true });
  await runDueJobs(app);
  const after = await bureau.call('review', 'get', '/hub-proposals?state=PROPOSED&limit=100');
  expect(after.body.items.map(({ id }: { id: string }) => id)).toEqual(
    before.body.items.map(({ id }: { id: string }) => id),
  );
  expect((await bureau.call('review-haidian', 'post', '/hub-proposal-runs', { division: '110000' })).status).toBe(403);
});

it('is proposed nothing any longer once it has ended', async () => {
  const { organization, proposal } = await proposed();
  await organization.ordered('ANNULMENT', {
    sanction: { ground: 'FRAUD', paperNumber: '京民罚字〔2026〕3号', decidedOn: '2026-11-20' },
  });
  expect((await proposal.act('review', 'confirm')).status).toBe(412);
  const { body } = await bureau.call('review', 'get', `/hub-proposals/${proposal.body.id}`);
  expect(body.state).toBe('SUPERSEDED');
});

/** Registered by the district: its officers are the city's, whose jurisdiction covers it. */
async function registeredByHaidian(): Promise<Organization> {
  const organization = await Organization.establish(bureau, {
    authority: '110108',
    name: '北京市海淀区智能装备工程技术学会',
    activityArea: '北京市海淀区',
  });
  await runDueJobs(app);
  return organization;
}
