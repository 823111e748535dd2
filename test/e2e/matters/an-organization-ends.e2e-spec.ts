import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { runDueJobs } from '../../support/jobs.js';
import { Organization, type Matter } from '../../support/matters.js';
import { Bureau, codesOf } from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;
let clock: SettableClock;

beforeAll(async () => {
  clock = new SettableClock('2026-11-24');
  app = await startApp({ clock });
  bureau = new Bureau(app);
});
afterAll(() => app.close());
beforeEach(() => clock.set('2026-11-24'));

const liquidation = { cause: 'DISSOLVED', causeOn: '2026-10-01', groupFormedOn: '2026-10-10', groupMembers: 5 };
const deregistration = {
  liquidationEndedOn: '2027-01-10',
  claimsSettled: true,
  creditorsToldOn: '2026-12-01',
  leftovers: { amount: 0, basis: 'NONE', toFoundersOrMembers: false },
  certificateReturned: true,
  sealsReturned: true,
  vouchersReturned: true,
};
const sanction = { ground: 'SERIOUS', paperNumber: '京民罚字〔2026〕3号', decidedOn: '2026-11-20' };

/** Every matter that an organization may ask for, as far as asking goes. */
const ASKED = [
  ['CHANGE', { change: { reason: '搬迁', residence: '北京市东城区1号' } }],
  ['CHARTER_APPROVAL', { charter: { text: '第一条', charterItems: [1, 2, 3, 4, 5, 6, 7, 8, 9] } }],
  ['BRANCH_RECORD', { branch: { action: 'ADD', name: '某会', type: 'BRANCH', scope: '某' } }],
  ['SEAL_AND_ACCOUNT', { sealAndAccount: { sealFiled: true } }],
  ['CERTIFICATE_REPLACEMENT', { replacement: { cause: 'DAMAGED' } }],
  ['MERGER', { merger: { absorbed: ['51110000MJ0101505U'] } }],
  ['SPLIT', { split: { into: ['某会'], dissolves: false } }],
  ['LIQUIDATION', { liquidation }],
] as const;

async function refusedForStanding(organization: Organization): Promise<string[]> {
  const refused: string[] = [];
  for (const [type, parts] of ASKED) {
    const body = { type, creditCode: organization.creditCode, ...parts };
    const answer = await bureau.call('agent', 'post', '/matters', body);
    if (codesOf(answer).includes('SG-20-STANDING')) refused.push(type);
  }
  return refused;
}

async function openCases(organization: Organization): Promise<number> {
  const [{ open }] = await databaseOf(app).asApplication<{ open: number }>(
    `SELECT count(*)::int AS open FROM registration.matter m JOIN casework.case c ON c.id = m.case_id
      WHERE m.credit_code = $1 AND NOT c.closed`,
    [organization.creditCode],
  );
  return open;
}

describe('deregistration (第十九条至第二十一条)', () => {
  let organization: Organization;
  let pending: Matter;

  beforeAll(async () => {
    organization = await Organization.establish(bureau);
  });

  it('begins with a liquidation group, from when on nothing else may be asked for (第二十条)', async () => {
    const without = await organization.draft('LIQUIDATION', { liquidation: { ...liquidation, groupMembers: 0 } });
    expect(codesOf(await without.act('agent', 'submit'))).toEqual(['SG-LIQUIDATION-GROUP']);
    pending = await organization.reviewed('CHANGE', { change: { reason: '搬迁', residence: '北京市东城区1号' } });
    await organization.recorded('LIQUIDATION', { liquidation });
    expect(await organization.file()).toMatchObject({ status: 'LIQUIDATING' });
    const late = { type: 'SEAL_AND_ACCOUNT', creditCode: organization.creditCode, sealAndAccount: { sealFiled: true } };
    expect((await bureau.call('agent', 'post', '/matters', late)).status).toBe(422);
    expect(await refusedForStanding(organization)).toEqual(ASKED.map(([type]) => type));
    expect(codesOf(await pending.act('approval', 'approve'))).toEqual(['SG-20-STANDING']);
  });

  it('is refused until liquidation has ended, claims are settled, creditors told, and what is left has a place to go (民法典 第七十条至第七十二条)', async () => {
    clock.set('2027-01-20');
    const hasty = {
      ...deregistration,
      liquidationEndedOn: '2027-01-21',
      claimsSettled: false,
      creditorsToldOn: undefined,
      leftovers: { amount: 10_000, basis: 'NONE', toFoundersOrMembers: true },
      sealsReturned: false,
    };
    const matter = await organization.draft('DEREGISTRATION', { deregistration: hasty });
    expect(codesOf(await matter.act('agent', 'submit'))).toEqual(
      ['CC-71-CREDITORS', 'CC-72-CLAIMS', 'CC-95-RECIPIENT', 'SG-LIQUIDATION-ENDED'].sort(),
    );
  });

  it('ends the organization and every case that was open about it, told late or not (第二十一条)', async () => {
    clock.set('2027-01-20');
    const dangling = await organization.draft('DEREGISTRATION', { deregistration });
    const matter = await organization.draft('DEREGISTRATION', { deregistration });
    expect((await matter.validate()).body).toMatchObject({ valid: true, remarks: [] });
    clock.set('2027-01-26');
    expect((await matter.validate()).body.remarks).toMatchObject([{ code: 'SG-DEREGISTRATION-LATE' }]);
    await matter.act('agent', 'submit', {}, 200);
    await matter.act('acceptance', 'accept', {}, 200);
    await matter.act('review', 'begin-review', {}, 200);
    await matter.act('review', 'complete-review', { recommendation: 'APPROVE', opinion: '清算完结' }, 200);
    await matter.act('approval', 'approve', {}, 200);
    expect(await organization.file()).toMatchObject({
      status: 'DEREGISTERED',
      ending: { on: '2027-01-26', cause: 'DISSOLVED', paper: matter.body.decision!.number },
    });
    expect((await dangling.read()).state).toBe('LAPSED');
    expect((await pending.read()).state).toBe('LAPSED');
    expect(await openCases(organization)).toBe(0);
    expect(await refusedForStanding(organization)).toEqual(ASKED.map(([type]) => type));
  });

  it('leaves its name to others after a year (令69号)', async () => {
    const { name } = await organization.file();
    const registration = await bureau.draft({ name });
    clock.set('2028-01-26');
    expect(codesOf(await registration.act('applicant', 'submit'))).toEqual(['NM-HELD']);
    clock.set('2028-01-27');
    expect(codesOf(await registration.act('applicant', 'submit'))).toEqual([]);
  });
});

it('merges two into one, which takes over rights and duties; the other ends without liquidation (民法典 第六十七条第一款)', async () => {
  const [survivor, absorbed] = [await Organization.establish(bureau), await Organization.establish(bureau)];
  const merger = { absorbed: [absorbed.creditCode], creditorsToldOn: '2026-10-01', resolvedOn: '2026-11-01' };
  const nobody = await survivor.draft('MERGER', {
    merger: { ...merger, absorbed: [survivor.creditCode, '51110000MJ0101505U'] },
  });
  expect(codesOf(await nobody.act('agent', 'submit'))).toEqual(['CC-67-1-KNOWN', 'CC-67-1-KNOWN']);
  const dangling = await absorbed.draft('SEAL_AND_ACCOUNT', { sealAndAccount: { sealFiled: true } });
  const unasked = await survivor.draft('MERGER', { merger });
  expect(codesOf(await unasked.act('agent', 'submit'))).toEqual(['CC-67-1-CONSENTED']);
  await absorbed.recorded('MERGER_CONSENT', { consent: { into: survivor.creditCode, resolvedOn: '2026-11-01' } });
  await survivor.approved('MERGER', { merger });
  expect(await survivor.file()).toMatchObject({ status: 'ACTIVE', predecessors: [absorbed.creditCode] });
  expect(await absorbed.file()).toMatchObject({
    status: 'DEREGISTERED',
    ending: { cause: 'MERGED', successors: [survivor.creditCode] },
  });
  expect((await dangling.read()).state).toBe('LAPSED');
});

it('refuses a second split before the first is done, and one of an organization that has ended', async () => {
  const old = await Organization.establish(bureau);
  const split = { into: ['北京市智能水务技术学会'], dissolves: false, creditorsToldOn: '2026-10-01' };
  await old.approved('SPLIT', { split });
  const again = await old.draft('SPLIT', { split: { ...split, into: ['北京市智能燃气技术学会'] } });
  expect(codesOf(await again.act('agent', 'submit'))).toEqual(['CC-67-2-ONE-AT-A-TIME']);
  const registration = await bureau.reviewed({ name: split.into[0], splitFrom: old.creditCode });
  await old.ordered('ANNULMENT', { sanction: { ...sanction, ground: 'FRAUD' } });
  expect(codesOf(await registration.act('approval', 'approve'))).toEqual(['CC-67-2-SPLIT-NAMED']);
  expect(await old.file()).toMatchObject({ status: 'ANNULLED', ending: { cause: 'FRAUD' } });
});

it('splits one into two, each established in a case of its own, and ends with the last (第六十七条第二款)', async () => {
  const old = await Organization.establish(bureau);
  const into = ['北京市智能仪器仪表技术学会', '北京市智能传感技术学会'];
  const stranger = await bureau.draft({ name: into[0], splitFrom: old.creditCode });
  await stranger.act('applicant', 'submit', {}, 200);
  await old.approved('SPLIT', { split: { into, dissolves: true, creditorsToldOn: '2026-10-01' } });
  expect(await old.file()).toMatchObject({ status: 'ACTIVE', split: { into, dissolves: true } });
  const codes: string[] = [];
  for (const name of into) {
    const registration = await bureau.reviewed({ name, splitFrom: old.creditCode });
    await registration.act('approval', 'approve', {}, 200);
    codes.push(registration.body.decision!.creditCode!);
  }
  expect(await old.file()).toMatchObject({ status: 'DEREGISTERED', ending: { cause: 'SPLIT', successors: codes } });
  const born = new Organization(bureau, codes[0]);
  expect(await born.file()).toMatchObject({ predecessors: [old.creditCode] });
  const late = await bureau.reviewed({ name: '北京市智能显示技术学会', splitFrom: old.creditCode });
  expect(codesOf(await late.act('approval', 'approve'))).toEqual(['CC-67-2-SPLIT-NAMED']);
});

describe('sanctions, as enforcement has decided them', () => {
  it('suspends for a time that ends by itself (第三十条)', async () => {
    const organization = await Organization.establish(bureau);
    await organization.ordered('SUSPENSION', { suspension: { from: '2026-11-24', until: '2026-12-24' }, sanction });
    expect(await organization.file()).toMatchObject({ status: 'SUSPENDED', suspension: { until: '2026-12-24' } });
    clock.set('2026-12-24');
    await runDueJobs(app);
    expect(await organization.file()).toMatchObject({ status: 'SUSPENDED' });
    clock.set('2026-12-25');
    await runDueJobs(app);
    expect(await organization.file()).toMatchObject({ status: 'ACTIVE', suspension: null });
    expect((await organization.entries()).map(({ kind }) => kind)).toEqual([
      'ESTABLISHED',
      'SUSPENDED',
      'SUSPENSION_ENDED',
    ]);
  });

  it('annuls a registration on a ground of its kind, with the rights against it, and closes what is open (第二十九条)', async () => {
    const organization = await Organization.establish(bureau);
    const dangling = await organization.draft('SEAL_AND_ACCOUNT', { sealAndAccount: { sealFiled: true } });
    const wrong = await organization.draft(
      'ANNULMENT',
      { sanction: { ...sanction, ground: 'CONSENT_GONE' } },
      'enforcement',
    );
    expect(codesOf(await wrong.act('enforcement', 'propose'))).toEqual(['SANCTION-GROUND']);
    const matter = await organization.ordered('ANNULMENT', { sanction: { ...sanction, ground: 'FRAUD' } });
    expect(await organization.file()).toMatchObject({
      status: 'ANNULLED',
      ending: { cause: 'FRAUD', paper: sanction.paperNumber },
    });
    expect(matter.body.decision!.remedies).toMatchObject([
      { type: 'REVIEW', bodies: ['北京市人民政府'] },
      { type: 'SUIT' },
    ]);
    expect((await dangling.read()).state).toBe('LAPSED');
    const winding = ASKED.map(([type]) => type).filter((type) => type !== 'LIQUIDATION');
    expect(await refusedForStanding(organization)).toEqual(winding);
  });

  it('has whoever was annulled wound up and deregistered as what he is (慈善法 第十八条, 许可法 第七十条)', async () => {
    const organization = await Organization.establish(bureau);
    await organization.ordered('ANNULMENT', { sanction: { ...sanction, ground: 'FRAUD' } });
    const early = await organization.draft('DEREGISTRATION', { deregistration });
    expect(codesOf(await early.act('agent', 'submit'))).toContain('SG-LIQUIDATION-ENDED');
    await organization.recorded('LIQUIDATION', { liquidation });
    expect(await organization.file()).toMatchObject({ status: 'ANNULLED', liquidation: { cause: 'DISSOLVED' } });
    clock.set('2027-01-20');
    await organization.approved('DEREGISTRATION', {
      deregistration: { ...deregistration, certificateReturned: false },
    });
    expect(await organization.file()).toMatchObject({ status: 'DEREGISTERED', ending: { cause: 'FRAUD' } });
  });

  it('tells whoever acts for the organization what was entered, on what paper, and where it can be challenged', async () => {
    const organization = await Organization.establish(bureau);
    await organization.ordered('ANNULMENT', { sanction: { ...sanction, ground: 'FRAUD' } });
    const { items } = (await bureau.call('agent', 'get', '/notices?limit=100')).body as {
      items: { title: string; body: string; resource: string }[];
    };
    const told = items.find(({ resource }) => resource?.includes(organization.creditCode))!;
    expect(told.title).toContain('撤销登记');
    expect(told.body).toContain('北京市人民政府');
    expect(told.body).toContain('2027-01-25');
  });

  it('revokes the certificate of a charity only (慈善法 第一百零九条)', async () => {
    const organization = await Organization.establish(bureau);
    const none = await organization.draft('REVOCATION', { sanction }, 'enforcement');
    expect(codesOf(await none.act('enforcement', 'propose'))).toEqual(['SANCTION-GROUND']);
    const recognition = {
      charityCharterItems: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      nonProfit: true,
      effectiveGovernance: true,
    };
    await organization.approved('CHARITY_RECOGNITION', { recognition });
    await organization.ordered('REVOCATION', { sanction });
    expect(await organization.file()).toMatchObject({ status: 'REVOKED' });
  });

  it('is ordered by another than who proposed it', async () => {
    const organization = await Organization.establish(bureau);
    const matter = await organization.draft('ANNULMENT', { sanction: { ...sanction, ground: 'FRAUD' } }, 'enforcement');
    await matter.act('enforcement', 'propose', {}, 200);
    expect(matter.body.allowedActions).toEqual(['withdraw']);
    expect((await matter.act('enforcement', 'order')).status).toBe(403);
    expect((await matter.act('enforcement2', 'order')).status).toBe(403);
    await matter.act('approval', 'reject', { reason: '证据不足' }, 200);
    expect(matter.body).toMatchObject({ state: 'REJECTED', decision: { outcome: 'REJECTED' } });
    expect(await organization.file()).toMatchObject({ status: 'ACTIVE' });
  });
});
