import { startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { Organization } from '../../support/matters.js';
import { Bureau, codesOf, leader } from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;
let clock: SettableClock;
let organization: Organization;
let name: string;

beforeAll(async () => {
  clock = new SettableClock('2026-11-24');
  app = await startApp({ clock });
  bureau = new Bureau(app);
  organization = await Organization.establish(bureau);
  name = String((await organization.file()).name);
});
afterAll(() => app.close());

it('has its charter approved, and the next one compared with it article by article (第十八条第二款)', async () => {
  const charterItems = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const text = '第一条 本会是学术团体。\n第二条 会费每年一百元。\n第三条 本会住所在海淀区。';
  const lacking = await organization.draft('CHARTER_APPROVAL', { charter: { text, charterItems: [1, 2] } });
  expect(codesOf(await lacking.act('agent', 'submit'))).toContain('SG-14-9');
  await organization.approved('CHARTER_APPROVAL', { charter: { text, charterItems } });
  expect(await organization.file()).toMatchObject({ charterApprovedOn: '2026-11-24' });
  const next = text.replace('一百元', '二百元').replace('\n第三条 本会住所在海淀区。', '');
  const matter = await organization.draft('CHARTER_APPROVAL', { charter: { text: next, charterItems } });
  expect((await matter.validate()).body.difference).toEqual([
    { item: '第二条', before: '会费每年一百元。', after: '会费每年二百元。' },
    { item: '第三条', before: '本会住所在海淀区。', after: null },
  ]);
});

it('files its leaders after an election, for a term, and delays the next one by a year at most', async () => {
  const leaders = { electedOn: '2026-11-20', termFrom: '2026-11-20', termUntil: '2031-11-20' };
  const people = [
    leader({ name: '钱伯安' }),
    leader({ name: '冯远', legalRepresentative: false, postTitle: '副会长' }),
  ];
  const early = await organization.draft('ELECTION_DELAY', { delay: { delayedUntil: '2031-11-20', reason: '疫情' } });
  expect(codesOf(await early.act('agent', 'submit'))).toEqual(['TERM-KNOWN']);
  const long = await organization.draft('LEADERS_FILING', { leaders: { ...leaders, termUntil: '2031-11-21' }, people });
  expect(codesOf(await long.act('agent', 'submit'))).toEqual(['SG-TERM']);
  await organization.recorded('LEADERS_FILING', { leaders, people });
  expect(await organization.file()).toMatchObject({
    term: { from: '2026-11-20', until: '2031-11-20' },
    leaders: [{ name: '钱伯安' }, { name: '冯远', post: '副会长' }],
  });
  const tooLong = await organization.draft('ELECTION_DELAY', {
    delay: { delayedUntil: '2032-11-21', reason: '未选齐代表' },
  });
  expect(codesOf(await tooLong.act('agent', 'submit'))).toEqual(['TERM-DELAY']);
  await organization.recorded('ELECTION_DELAY', { delay: { delayedUntil: '2032-11-20', reason: '未选齐代表' } });
  expect(await organization.file()).toMatchObject({ term: { from: '2026-11-20', until: '2032-11-20' } });
});

it('has a branch recorded, no territorial one, none below a branch, none with a charter or account (第十七条, 京民社发〔2014〕256号)', async () => {
  const branch = {
    action: 'ADD',
    name: `${name}机器人专业委员会`,
    type: 'BRANCH',
    scope: '机器人',
    resolvedOn: '2026-11-20',
  };
  const refused = await organization.draft('BRANCH_RECORD', {
    branch: {
      ...branch,
      name: `${name}上海分会`,
      under: branch.name,
      ownCharter: true,
      ownAccount: true,
      resolvedOn: undefined,
    },
  });
  expect(codesOf(await refused.act('agent', 'submit'))).toEqual(
    [
      'BR-2014-COUNCIL',
      'BR-2014-NO-ACCOUNT',
      'BR-2014-NO-CHARTER',
      'SG-17-1-NO-SUB-BRANCH',
      'SG-17-2-NOT-TERRITORIAL',
    ].sort(),
  );
  await organization.recorded('BRANCH_RECORD', { branch });
  expect(await organization.file()).toMatchObject({ branches: [{ name: branch.name, since: '2026-11-24' }] });
  await organization.recorded('BRANCH_RECORD', { branch: { ...branch, action: 'CLOSE' } });
  expect((await organization.file()).branches).toEqual([]);
});

it('files seal and account, of which the public sees the day alone (第十六条)', async () => {
  const sealAndAccount = { sealFiled: true, bank: '中国工商银行北京学院路支行', accountEnding: '4711' };
  await organization.recorded('SEAL_AND_ACCOUNT', { sealAndAccount });
  const file = JSON.stringify(await organization.file()) + JSON.stringify(await organization.entries());
  expect(file).toContain('"sealFiledOn":"2026-11-24"');
  expect(file).not.toContain('4711');
});

it('has a lost certificate replaced once its loss is public; the old one stands no longer', async () => {
  const { certificateNumber: old } = await organization.file();
  const untold = await organization.draft('CERTIFICATE_REPLACEMENT', { replacement: { cause: 'LOST' } });
  expect(codesOf(await untold.act('agent', 'submit'))).toEqual(['CERTIFICATE-LOSS-NOTICE']);
  const replacement = { cause: 'LOST', noticePublishedOn: '2026-11-18', publishedIn: '北京日报' };
  const matter = await organization.recorded('CERTIFICATE_REPLACEMENT', { replacement });
  const file = await organization.file();
  expect(file.certificateNumber).toBe(matter.body.decision!.certificateNumber);
  expect(file.voidCertificates).toEqual([{ number: old, cause: 'LOST', on: '2026-11-24' }]);
});

it('is recognized as a charity within twenty days of acceptance, and may raise funds in public after a year (慈善法 第十条、第二十二条)', async () => {
  const recognition = {
    charityCharterItems: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    nonProfit: true,
    effectiveGovernance: true,
  };
  const none = await organization.draft('FUNDRAISING_QUALIFICATION', { recognition });
  expect(codesOf(await none.act('agent', 'submit'))).toEqual(['CH-22-1-CHARITY']);
  const matter = await organization.draft('CHARITY_RECOGNITION', { recognition });
  await matter.act('agent', 'submit', {}, 200);
  await matter.act('acceptance', 'accept', {}, 200);
  expect(matter.body.clock).toMatchObject({ dueOn: '2026-12-14', unit: 'natural' });
  await matter.act('review', 'begin-review', {}, 200);
  await matter.act('review', 'complete-review', { recommendation: 'APPROVE', opinion: '符合条件' }, 200);
  await matter.act('approval', 'approve', {}, 200);
  expect(await organization.file()).toMatchObject({ charity: true });
  clock.set('2027-11-24');
  const early = await organization.draft('FUNDRAISING_QUALIFICATION', { recognition });
  expect(codesOf(await early.act('agent', 'submit'))).toEqual(['CH-22-1-YEAR']);
  clock.set('2027-11-25');
  await organization.approved('FUNDRAISING_QUALIFICATION', { recognition });
  expect(await organization.file()).toMatchObject({ publicFundraisingSince: '2027-11-25' });
  clock.set('2026-11-24');
});

it('is refused a permission on a ground of the law, with the rights against it (许可法 第三十八条第二款)', async () => {
  const matter = await organization.reviewed('CHANGE', { change: { reason: '增资', funds: 60_000 } });
  expect((await matter.act('approval', 'refuse', { ground: 'R2', reason: '没有必要' })).status).toBe(422);
  await matter.act('approval', 'refuse', { ground: 'M2', reason: '验资报告虚假' }, 200);
  expect(matter.body.decision).toMatchObject({ outcome: 'REFUSED', ground: 'AL-78-M2' });
  expect(matter.body.decision!.remedies).toMatchObject([
    { type: 'REVIEW', bodies: ['北京市人民政府'] },
    { type: 'SUIT' },
  ]);
  expect((await bureau.call('agent', 'get', '/registration-grounds?kind=SOCIAL_GROUP')).body.matter).toHaveLength(3);
});

it('is refused a record with a reason, and told its rights', async () => {
  const matter = await organization.draft('SEAL_AND_ACCOUNT', { sealAndAccount: { sealFiled: true } });
  await matter.act('agent', 'submit', {}, 200);
  await matter.act('acceptance', 'not-record', { reason: '印章式样模糊' }, 200);
  expect(matter.body).toMatchObject({ state: 'NOT_RECORDED', decision: { outcome: 'NOT_RECORDED' } });
  expect(matter.body.decision!.remedies!.map(({ type }) => type)).toEqual(['REVIEW', 'SUIT']);
});
