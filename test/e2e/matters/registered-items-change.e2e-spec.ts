import { startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { runDueJobs } from '../../support/jobs.js';
import { Organization, representative } from '../../support/matters.js';
import { Bureau, codesOf, leader, scitechAssociation } from '../../support/registrations.js';
import { revokeRole } from '../../support/roles.js';

let app: TestApp;
let bureau: Bureau;
let clock: SettableClock;

beforeAll(async () => {
  clock = new SettableClock('2026-11-24');
  app = await startApp({ clock });
  bureau = new Bureau(app);
});
afterAll(() => app.close());

const reason = '办公地点搬迁';

it('changes a residence: decision, entry, new certificate, and the public file of each day (第十八条第一款)', async () => {
  const organization = await Organization.establish(bureau);
  const before = await organization.file();
  clock.set('2026-11-30');
  const matter = await organization.approved('CHANGE', {
    change: { reason, residence: '北京市西城区月坛南街1号', division: '110102' },
  });
  expect(matter.body).toMatchObject({ state: 'APPROVED', decision: { outcome: 'APPROVED', remedies: null } });
  expect(matter.body.decision!.rules.map(({ id }) => id)).toContain('SG-CHANGE-ITEMS');
  const after = await organization.file();
  expect(after).toMatchObject({ residence: '北京市西城区月坛南街1号', division: '110102' });
  expect(after.certificateNumber).toBe(matter.body.decision!.certificateNumber);
  expect(after.certificateNumber).not.toBe(before.certificateNumber);
  expect(await organization.file('?asOf=2026-11-29')).toMatchObject({
    residence: before.residence,
    division: '110108',
  });
  expect((await organization.entries()).map(({ kind }) => kind)).toEqual(['ESTABLISHED', 'CHANGED']);
});

it('owes a decision within twenty working days of acceptance, since the Regulations set none (许可法 第四十二条)', async () => {
  clock.set('2026-11-24');
  const organization = await Organization.establish(bureau);
  const matter = await organization.draft('CHANGE', { change: { reason, scope: '学术交流' } });
  await matter.act('agent', 'submit', {}, 200);
  await matter.act('acceptance', 'accept', {}, 200);
  expect(matter.body.clock).toMatchObject({ dueOn: '2026-12-22', unit: 'working' });
});

describe('a new name', () => {
  it('is examined like that of a new organization, and finds its way into the search', async () => {
    const organization = await Organization.establish(bureau);
    const bad = await organization.draft('CHANGE', { change: { reason, name: '中国智能装备中心' } });
    const answer = await bad.validate();
    expect(answer.body.valid).toBe(false);
    expect(answer.body.violations.map(({ pointer }: { pointer: string }) => pointer)).toContain('/change/name');
    const name = '北京市智能制造装备工程技术学会';
    await organization.approved('CHANGE', { change: { reason, name } });
    const found = await bureau.call(undefined, 'get', `/public/organizations?q=${encodeURIComponent(name)}`);
    expect(found.body.items.map(({ creditCode }: { creditCode: string }) => creditCode)).toEqual([
      organization.creditCode,
    ]);
  });

  it('leaves the old one held for a time, and known as a former name', async () => {
    const organization = await Organization.establish(bureau);
    const { name: old } = await organization.file();
    await organization.approved('CHANGE', { change: { reason, name: '北京市智能焊接装备工程技术学会' } });
    expect(await organization.file()).toMatchObject({ formerNames: [{ name: old, until: '2026-11-24' }] });
    const registration = await bureau.draft({ name: old });
    expect(codesOf(await registration.act('applicant', 'submit'))).toEqual(['NM-HELD']);
    const back = await organization.draft('CHANGE', { change: { reason, name: old } });
    expect((await back.validate()).body.violations).toEqual([]);
  });

  it('is refused when another organization of the registrar bears it', async () => {
    const other = await Organization.establish(bureau);
    const organization = await Organization.establish(bureau);
    const matter = await organization.draft('CHANGE', { change: { reason, name: (await other.file()).name } });
    const answer = await matter.act('agent', 'submit');
    expect(answer.status).toBe(422);
    expect(answer.body.violations.map(({ pointer }: { pointer: string }) => pointer)).toContain('/change/name');
  });
});

describe('a new legal representative', () => {
  it('is refused while he heads another 社会团体 of the register, whatever he declares, and allowed once he does not (第十二条第三款)', async () => {
    const head = leader({ name: '周文海' });
    const other = await Organization.establish(bureau, { leaders: [head] });
    const organization = await Organization.establish(bureau);
    const matter = await organization
      .reviewed('CHANGE', { change: { reason: '届中调整' }, people: [head] })
      .catch((e: Error) => e);
    expect(String(matter)).toContain('SG-12-3-OTHER-GROUPS');
    await other.approved('CHANGE', { change: { reason: '届中调整' }, people: [representative()] });
    const allowed = await organization.approved('CHANGE', { change: { reason: '届中调整' }, people: [head] });
    expect(allowed.body.decision!.rules.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['SG-12-3-OTHER-GROUPS', 'SG-CHANGE-FINANCIAL_AUDIT']),
    );
    expect(allowed.body.filed.people[0].idNumber).toContain('*');
    expect(await organization.file()).toMatchObject({ legalRepresentative: { name: '周文海' } });
    expect(await other.file()).toMatchObject({ legalRepresentative: { name: '孙志远' } });
  });

  it('is found by the register in a new application too', async () => {
    const head = leader({ name: '吴立本' });
    await Organization.establish(bureau, { leaders: [head] });
    const registration = await bureau.draft({
      ...scitechAssociation({ leaders: [head] }),
      documents: await bureau.socialGroupPapers(),
    });
    expect(codesOf(await registration.act('applicant', 'submit'))).toEqual(['SG-12-3-OTHER-GROUPS']);
  });

  it('needs a financial audit first (第二十七条第二款)', async () => {
    const organization = await Organization.establish(bureau);
    const matter = await organization.draft('CHANGE', {
      change: { reason },
      people: [representative()],
      documents: [],
    });
    expect(codesOf(await matter.act('agent', 'submit'))).toContain('SG-CHANGE-FINANCIAL_AUDIT');
  });

  it('is the only one whom two grants at once may give the post of two organizations', async () => {
    const head = leader({ name: '郑一鸣' });
    const matters = [];
    for (let number = 0; number < 2; number += 1) {
      const organization = await Organization.establish(bureau);
      matters.push(await organization.reviewed('CHANGE', { change: { reason }, people: [head] }));
    }
    const answers = await Promise.all(matters.map((matter) => matter.act('approval', 'approve')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });
});

it('takes effect on its future day by job, and not before', async () => {
  clock.set('2026-11-24');
  const organization = await Organization.establish(bureau);
  const change = { reason, residence: '北京市东城区安定门外大街9号', effectiveOn: '2026-12-10' };
  const matter = await organization.reviewed('CHANGE', { change });
  expect((await matter.act('approval', 'approve')).body).toMatchObject({
    status: 409,
    allowedActions: ['approve-for-later'],
  });
  await matter.act('approval', 'approve-for-later', {}, 200);
  expect(matter.body).toMatchObject({ state: 'AWAITING_EFFECT', effectiveOn: '2026-12-10' });
  await runDueJobs(app);
  expect(await organization.entries()).toHaveLength(1);
  clock.set('2026-12-10');
  await runDueJobs(app);
  expect(await matter.read()).toMatchObject({ state: 'APPROVED' });
  expect(await organization.file()).toMatchObject({ residence: change.residence });
  expect(await organization.file('?asOf=2026-12-09')).not.toMatchObject({ residence: change.residence });
  clock.set('2026-11-24');
});

describe('what was approved for a later day', () => {
  const brought = async (organization: Organization, effectiveOn: string, change: object) => {
    const matter = await organization.reviewed('CHANGE', { change: { reason, effectiveOn, ...change } });
    await matter.act('approval', 'approve-for-later', {}, 200);
    return matter;
  };
  afterEach(() => clock.set('2026-11-24'));

  it('changes what was approved, and sets back nothing that was corrected meanwhile', async () => {
    const organization = await Organization.establish(bureau);
    const { scope, certificateNumber } = await organization.file();
    await brought(organization, '2026-12-11', { purpose: '促进智能装备产业发展', scope });
    const correction = { entry: 1, reason: '录入有误', scope: '学术交流' };
    await organization.ordered('CORRECTION', { correction }, 'review');
    clock.set('2026-12-11');
    await runDueJobs(app);
    expect(await organization.file()).toMatchObject({
      purpose: '促进智能装备产业发展',
      scope: '学术交流',
      certificateNumber,
      voidCertificates: [],
    });
  });

  it('ends without effect where the law stands against it on its day, and the organization is told', async () => {
    const organization = await Organization.establish(bureau);
    const matter = await brought(organization, '2026-12-14', { residence: '北京市东城区9号' });
    const liquidation = { cause: 'DISSOLVED', causeOn: '2026-10-01', groupFormedOn: '2026-10-10', groupMembers: 5 };
    await organization.recorded('LIQUIDATION', { liquidation });
    clock.set('2026-12-14');
    await runDueJobs(app);
    expect(await matter.read()).toMatchObject({ state: 'INEFFECTIVE' });
    const { items } = (await bureau.call('agent', 'get', '/notices?limit=100')).body;
    expect(items.map(({ resource }: { resource: string }) => resource)).toContain(`/api/v1${matter.path}`);
  });

  it('is barred by what was imposed on the organization in between', async () => {
    const organization = await Organization.establish(bureau);
    const matter = await brought(organization, '2026-12-15', { residence: '北京市东城区9号' });
    await bureau.call('enforcement', 'post', '/register/restrictions', {
      subject: { creditCode: organization.creditCode },
      effect: 'BAR',
      actions: ['change.approve-for-later'],
      reason: '2026年京民罚字第3号决定',
      citation: { law: '社会团体登记管理条例', article: '第三十条' },
      from: '2026-11-24',
    });
    clock.set('2026-12-15');
    await runDueJobs(app);
    expect((await matter.read()).state).toBe('INEFFECTIVE');
  });
});

it('is the organization’s and not one agent’s: a successor goes on with it, and who is agent no longer knows it no more', async () => {
  const organization = await Organization.establish(bureau);
  const matter = await organization.draft('CHANGE', { change: { reason, residence: '北京市东城区9号' } });
  await organization.speakThrough('applicant');
  expect((await matter.read('applicant')).id).toBe(matter.body.id);
  const written = await bureau.call(
    'applicant',
    'put',
    matter.path,
    { ...matter.body.filed, change: { reason, residence: '北京市东城区10号' } },
    { 'if-match': `"${matter.body.version}"` },
  );
  expect(written.status).toBe(200);
  await revokeRole(bureau, 'agent', 'ORGANIZATION_AGENT', organization.creditCode);
  expect((await bureau.call('agent', 'get', matter.path)).status).toBe(404);
  await matter.read('applicant');
  expect((await matter.act('agent', 'withdraw')).status).toBe(404);
  await matter.act('applicant', 'submit', {}, 200);
  await matter.act('applicant', 'withdraw', {}, 200);
});

it('takes no persons that it does not need, and no part of another matter', async () => {
  const organization = await Organization.establish(bureau);
  const sealAndAccount = { sealFiled: true };
  const people = [representative({ idNumber: '' })];
  const matter = await organization.draft('SEAL_AND_ACCOUNT', { sealAndAccount, people, change: { reason } });
  expect(codesOf(await matter.act('agent', 'submit', { insist: true }))).toEqual(['MATTER-CONTENT', 'MATTER-PEOPLE']);
});

it('refuses a change that changes nothing, and tells all else that is wrong at once', async () => {
  const organization = await Organization.establish(bureau);
  const { residence } = await organization.file();
  const matter = await organization.draft('CHANGE', {
    change: { reason, residence, effectiveOn: '2020-01-01' },
    documents: [],
  });
  expect(codesOf(await matter.act('agent', 'submit'))).toEqual(
    expect.arrayContaining(['SG-CHANGE-ITEMS', 'CHANGE-EFFECTIVE-ON', 'SG-CHANGE-APPLICATION_FORM']),
  );
});

it('takes a supervising unit on, whose consent is then asked for, and ends its supervision', async () => {
  const organization = await Organization.establish(bureau);
  await organization.approved('CHANGE', { change: { reason, supervisingUnit: '北京市科学技术协会' } });
  expect(await organization.file()).toMatchObject({ supervisingUnit: '北京市科学技术协会' });
  const alone = await organization.draft('CHANGE', { change: { reason, endsSupervision: true } });
  expect(codesOf(await alone.act('agent', 'submit'))).toEqual(['SG-CHANGE-CONSENT']);
  const change = { reason: '脱钩', endsSupervision: true, supervisorConsentOn: '2026-11-20' };
  await organization.approved('CHANGE', { change });
  expect(await organization.file()).toMatchObject({ supervisingUnit: null });
});

it('shows what stands beside what is asked for', async () => {
  const organization = await Organization.establish(bureau);
  const before = await organization.file();
  const matter = await organization.draft('CHANGE', { change: { reason, funds: 50_000 }, people: [representative()] });
  expect((await matter.validate()).body.difference).toEqual([
    { item: 'funds', before: before.funds, after: 50_000 },
    { item: 'legalRepresentative', before: '张明', after: '孙志远' },
  ]);
});

it('is nobody’s to ask for but the organization’s own agent', async () => {
  const organization = await Organization.establish(bureau);
  const body = { type: 'CHANGE', creditCode: organization.creditCode, change: { reason } };
  for (const who of ['review', 'enforcement']) {
    expect((await bureau.call(who, 'post', '/matters', body)).status).toBe(403);
  }
  expect((await bureau.call('applicant', 'post', '/matters', body)).status).toBe(403);
});
