import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import {
  byHub,
  drafted,
  filedGroup,
  groupName,
  online,
  persons,
  published,
  recorded,
  territorial,
} from '../../support/filings.js';
import { Bureau, codesOf } from '../../support/registrations.js';
import { grantRole, signUp } from '../../support/roles.js';

let app: TestApp;
let bureau: Bureau;

beforeAll(async () => {
  app = await startApp({ clock: new SettableClock('2026-11-24') });
  bureau = new Bureau(app);
  for (const [name, street] of [
    ['officer-a', '110101002'],
    ['officer-b', '110101002'],
  ] as const) {
    await signUp(bureau, name, (await import('../../support/app.js')).testPassword());
    await grantRole(bureau, name, 'STREET_OFFICER', street);
  }
});

afterAll(() => app.close());

interface Pair {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly signs: string[];
  readonly first: { filingNumber: string };
  readonly second: { filingNumber: string };
}

async function pairOf(one: string, other: string, who = 'review'): Promise<Pair | undefined> {
  const { body } = await bureau.call(who, 'get', '/filing-duplicates?limit=100');
  return (body.items as Pair[]).find(
    ({ first, second }) => [first.filingNumber, second.filingNumber].sort().join() === [one, other].sort().join(),
  );
}

const decide = (pair: Pair, who: string, input: object) =>
  bureau.call(who, 'post', `/filing-duplicates/${pair.id}/actions/decide`, input, { 'if-match': `"${pair.version}"` });

/** Files a group although others look like it, as another office would that judges them to be different. */
async function filedAnyway(input: Record<string, unknown>, officers: readonly [string, string]): Promise<string> {
  const filing = await drafted(bureau, input);
  await filing.act('applicant', 'submit', {}, 200);
  await filing.act(officers[0], 'check', { finding: '已走访，情况属实' }, 200);
  const alike = ((await bureau.call(officers[1], 'get', `/filings/${filing.body.id}`)).body.alike ?? []) as {
    filingNumber: string;
  }[];
  const different = alike.map(({ filingNumber }) => ({ filingNumber, reason: '先予备案，另行认定' }));
  await filing.act(officers[1], 'record', { different }, 200);
  return filing.body.filingNumber!;
}

it('is shown to the officer before he records, who must say why each is another group', async () => {
  const name = groupName('合唱队');
  const first = await filedGroup(bureau, territorial({ name }));
  const filing = await drafted(bureau, territorial({ name: name.replace('合唱队', '合唱团') }));
  await filing.act('applicant', 'submit', {}, 200);
  expect(filing.body.alike).toBeNull();
  await filing.act('street', 'check', { finding: '已走访' }, 200);
  expect(filing.body.alike).toEqual([expect.objectContaining({ filingNumber: first, signs: ['SAME_NAME'] })]);
  expect(codesOf(await filing.act('street2', 'record'))).toEqual(['FILING-ONCE']);
  const different = [{ filingNumber: first, reason: '成员和活动地均不同' }];
  await filing.act('street2', 'record', { different }, 200);
  expect(await pairOf(first, filing.body.filingNumber!)).toMatchObject({ state: 'DIFFERENT', signs: ['SAME_NAME'] });
});

it('filed at two streets by the same leader is found, and merged by the registrar above: both histories stay', async () => {
  const who = persons();
  const name = groupName();
  const one = await filedGroup(bureau, { ...territorial({ name }), persons: who });
  const there = { ...territorial({ name, division: '110101002' }), office: '110101002', persons: who };
  const filing = await drafted(bureau, there);
  await filing.act('applicant', 'submit', {}, 200);
  await filing.act('officer-a', 'check', { finding: '已走访' }, 200);
  expect(filing.body.alike).toEqual([
    expect.objectContaining({ filingNumber: one, signs: ['SAME_NAME', 'SAME_LEADER'] }),
  ]);
  await filing.act('officer-a', 'withdraw').catch(() => undefined);
  const other = await filedLater(there, filing.body.id);
  const pair = (await pairOf(one, other))!;
  expect(pair).toMatchObject({ state: 'OPEN', signs: ['SAME_NAME', 'SAME_LEADER'] });
  const input = { decision: 'MERGE', keep: one, reason: '同一负责人、同一批成员' };
  expect((await decide(pair, 'street', input)).status).toBe(403);
  expect((await decide(pair, 'hub', input)).status).toBe(404);
  expect((await decide(pair, 'review', { ...input, keep: undefined })).status).toBe(422);
  const merged = await decide(pair, 'review', input);
  expect(merged.body).toMatchObject({ state: 'MERGED', keptNumber: one });
  expect((await published(bureau, one)).body).toMatchObject({ status: 'ACTIVE', predecessors: [other] });
  expect((await published(bureau, other)).body).toMatchObject({
    status: 'CANCELLED',
    ending: { cause: 'MERGED', successors: [one] },
  });
  for (const number of [one, other]) {
    const { body } = await bureau.call(undefined, 'get', `/public/organizations/${number}/entries`);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['FILED', 'FILING_MERGED']);
  }
  expect((await decide({ ...pair, version: pair.version + 1 }, 'review', input)).status).toBe(409);
});

/** Two offices at the same moment see nothing of each other: both record, and the pair is found afterwards. */
async function filedLater(input: Record<string, unknown>, earlier: string): Promise<string> {
  await bureau.call(
    'applicant',
    'post',
    `/filings/${earlier}/actions/withdraw`,
    {},
    {
      'if-match': (await bureau.call('applicant', 'get', `/filings/${earlier}`)).headers.etag,
    },
  );
  const number = await filedAnyway(input, ['officer-a', 'officer-b']);
  // What was judged in haste is asked again.
  await databaseOf(app).asSuperuser(
    `UPDATE filing.duplicate SET state = 'OPEN', reason = NULL, decided_by = NULL, decided_on = NULL WHERE state = 'DIFFERENT'
       AND reason = '先予备案，另行认定'`,
  );
  return number;
}

it('filed by street and hub is found; the second filing ends as the same', async () => {
  const who = persons();
  const street = await filedGroup(bureau, { ...territorial(), persons: who });
  const filing = await drafted(bureau, { ...byHub(), persons: who });
  const hub = await recorded(filing, 'applicant', [{ filingNumber: street, reason: '先予备案，另行认定' }]);
  expect(await pairOf(street, hub)).toMatchObject({ state: 'DIFFERENT', signs: ['SAME_LEADER'] });
});

it('filed online twice under one number of one platform is found', async () => {
  const first = await filedGroup(bureau, online({ name: groupName('群') }));
  const again = await drafted(bureau, online({ name: groupName('群') }));
  await again.act('applicant', 'submit', {}, 200);
  await again.act('street', 'check', { finding: '群号相同' }, 200);
  expect(again.body.alike).toEqual([expect.objectContaining({ filingNumber: first, signs: ['SAME_ONLINE_GROUP'] })]);
  await again.act('street2', 'not-record', { ground: 'DUPLICATE', reason: '该群已经备案' }, 200);
});
