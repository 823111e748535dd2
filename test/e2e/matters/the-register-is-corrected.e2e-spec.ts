import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { registry } from '../../support/command-line.js';
import { Organization } from '../../support/matters.js';
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

const WRONG = '北京市海淀区学院路1号';
const RIGHT = '北京市海淀区学院路11号';

it('corrects a wrong residence from the day on which it was entered; what was believed then stays readable', async () => {
  const organization = await Organization.establish(bureau);
  const believed = new Date(clock.now()).toISOString();
  clock.set('2027-01-10');
  const correction = { entry: 1, reason: '录入时门牌号有误', residence: RIGHT };
  await organization.ordered('CORRECTION', { correction }, 'review');
  expect(await organization.file()).toMatchObject({ residence: RIGHT });
  expect(await organization.file('?asOf=2026-12-01')).toMatchObject({ residence: RIGHT });
  expect(await organization.file(`?asOf=2026-12-01&knownAt=${believed}`)).toMatchObject({ residence: WRONG });
  expect((await organization.entries()).map(({ kind, corrects }) => [kind, corrects])).toEqual([
    ['ESTABLISHED', null],
    ['CORRECTED', 1],
  ]);
});

it('starts from the register as it is now: a correction keeps what a correction before it said', async () => {
  const organization = await Organization.establish(bureau);
  await organization.ordered(
    'CORRECTION',
    { correction: { entry: 1, reason: '门牌号有误', residence: RIGHT } },
    'review',
  );
  await organization.ordered(
    'CORRECTION',
    { correction: { entry: 1, reason: '资金数额有误', funds: 31_000 } },
    'review',
  );
  expect(await organization.file()).toMatchObject({ residence: RIGHT, funds: 31_000 });
});

it('leaves what was changed afterwards as it is', async () => {
  const organization = await Organization.establish(bureau);
  const residence = '北京市西城区月坛南街1号';
  clock.set('2026-12-01');
  await organization.approved('CHANGE', { change: { reason: '搬迁', residence } });
  await organization.ordered(
    'CORRECTION',
    { correction: { entry: 1, reason: '门牌号有误', residence: RIGHT } },
    'review',
  );
  expect(await organization.file()).toMatchObject({ residence });
  expect(await organization.file('?asOf=2026-11-30')).toMatchObject({ residence: RIGHT });
});

it('refuses a correction that changes nothing, names no entry, or an item that the entry does not have', async () => {
  const organization = await Organization.establish(bureau);
  await organization.approved('CHANGE', { change: { reason: '增资', funds: 40_000 } });
  const codes = async (correction: object) => {
    const matter = await organization.draft(
      'CORRECTION',
      { correction: { reason: '录入有误', ...correction } },
      'review',
    );
    return codesOf(await matter.act('review', 'propose'));
  };
  expect(await codes({ entry: 1, residence: WRONG })).toEqual(['REGISTER-CORRECTION-CHANGES']);
  expect(await codes({ entry: 9, residence: RIGHT })).toEqual(['REGISTER-ENTRY-KNOWN']);
  expect(await codes({ entry: 2, residence: RIGHT })).toEqual(['REGISTER-ITEM-OF-ENTRY']);
  expect(await codes({ entry: 1, division: '119999' })).toEqual(['REGISTER-DIVISION']);
});

it('annotates without changing an item, also after the end', async () => {
  const organization = await Organization.establish(bureau);
  const before = await organization.file();
  const sanction = { ground: 'FRAUD', paperNumber: '京民罚字〔2026〕4号', decidedOn: '2026-11-20' };
  await organization.ordered('ANNOTATION', { annotation: { text: '信函被退回', about: 1 } }, 'review');
  const { annotations, ...after } = await organization.file();
  expect(annotations).toEqual([{ on: '2026-11-24', text: '信函被退回', about: 1 }]);
  expect({ ...after, annotations: [] }).toEqual(before);
  await organization.ordered('ANNULMENT', { sanction });
  await organization.ordered('ANNOTATION', { annotation: { text: '证书已收缴' } }, 'review');
  expect((await organization.file()).annotations).toHaveLength(2);
  expect((await organization.entries()).map(({ kind }) => kind)).toEqual([
    'ESTABLISHED',
    'ANNOTATED',
    'ANNULLED',
    'ANNOTATED',
  ]);
});

describe('the outcome of a review or suit', () => {
  const remedy = {
    remedy: 'REVIEW',
    entry: 2,
    body: '北京市人民政府',
    paperNumber: '京政复字〔2026〕12号',
    decidedOn: '2026-11-24',
  };
  let organization: Organization;

  beforeEach(async () => {
    organization = await Organization.establish(bureau);
    const sanction = { ground: 'FRAUD', paperNumber: '京民罚字〔2026〕5号', decidedOn: '2026-11-20' };
    await organization.ordered('ANNULMENT', { sanction });
  });

  it('upholds the entry, and says so', async () => {
    await organization.ordered('REMEDY_OUTCOME', { remedy: { ...remedy, result: 'UPHELD' } });
    const file = await organization.file();
    expect(file).toMatchObject({ status: 'ANNULLED' });
    expect(JSON.stringify(file.annotations)).toContain('维持第2号记载');
  });

  it('takes an annulled entry out of its place: the organization stands as if it had never been made', async () => {
    await organization.ordered('REMEDY_OUTCOME', { remedy: { ...remedy, result: 'ANNULLED' } });
    expect(await organization.file()).toMatchObject({ status: 'ACTIVE', ending: null });
    expect((await organization.entries()).map(({ kind }) => kind)).toEqual([
      'ESTABLISHED',
      'ANNULLED',
      'VOIDED',
      'ANNOTATED',
    ]);
  });

  it('brings an entry back that an earlier judgment took away, and takes none away twice', async () => {
    await organization.ordered('REMEDY_OUTCOME', { remedy: { ...remedy, result: 'ANNULLED' } });
    const twice = await organization.draft(
      'REMEDY_OUTCOME',
      { remedy: { ...remedy, result: 'ANNULLED' } },
      'enforcement',
    );
    expect(codesOf(await twice.act('enforcement', 'propose'))).toEqual(['REGISTER-VOID-ALREADY']);
    await organization.ordered('REMEDY_OUTCOME', { remedy: { ...remedy, remedy: 'SUIT', result: 'UPHELD' } });
    expect(await organization.file()).toMatchObject({ status: 'ANNULLED', ending: { cause: 'FRAUD' } });
  });

  it('takes a correction away by the number of what it corrects only', async () => {
    const other = await Organization.establish(bureau);
    await other.ordered('CORRECTION', { correction: { entry: 1, reason: '门牌号有误', residence: RIGHT } }, 'review');
    const matter = await other.draft('REMEDY_OUTCOME', { remedy: { ...remedy, result: 'ANNULLED' } }, 'enforcement');
    expect(codesOf(await matter.act('enforcement', 'propose'))).toEqual(['REGISTER-ENTRY-KNOWN']);
  });

  it('cannot take the establishment itself away', async () => {
    const matter = await organization.draft(
      'REMEDY_OUTCOME',
      { remedy: { ...remedy, entry: 1, result: 'ANNULLED' } },
      'enforcement',
    );
    expect(codesOf(await matter.act('enforcement', 'propose'))).toEqual(['REGISTER-FOUNDING-STANDS']);
  });
});

it('corrects no name into nothing, nor into that of another organization', async () => {
  const other = await Organization.establish(bureau);
  const organization = await Organization.establish(bureau);
  const { name } = await other.file();
  const correction = { entry: 1, reason: '录入有误' };
  const taken = await organization.draft('CORRECTION', { correction: { ...correction, name } }, 'review');
  expect(codesOf(await taken.act('review', 'propose'))).toEqual(['NM-16-IDENTICAL']);
  const body = { type: 'CORRECTION', creditCode: organization.creditCode, correction: { ...correction, name: ' ' } };
  expect((await bureau.call('review', 'post', '/matters', body)).status).toBe(400);
});

it('takes away the one branch whose entry was annulled, and no other', async () => {
  const organization = await Organization.establish(bureau);
  const { name } = await organization.file();
  const branch = { action: 'ADD', type: 'BRANCH', scope: '机器人', resolvedOn: '2026-11-20' };
  for (const field of ['机器人', '仪器']) {
    await organization.recorded('BRANCH_RECORD', { branch: { ...branch, name: `${name}${field}专业委员会` } });
  }
  const remedy = { remedy: 'SUIT', entry: 2, body: '某法院', paperNumber: '（2026）行初1号', decidedOn: '2026-11-24' };
  await organization.ordered('REMEDY_OUTCOME', { remedy: { ...remedy, result: 'ANNULLED' } });
  expect((await organization.file()).branches).toMatchObject([{ name: `${name}仪器专业委员会` }]);
});

it('verifies and rebuilds to the same with every kind of entry in it', () => {
  const verified = registry(databaseOf(app), 'verify');
  expect(`${verified.stdout}${verified.stderr}`).toContain('verified');
  expect(verified.status).toBe(0);
});
