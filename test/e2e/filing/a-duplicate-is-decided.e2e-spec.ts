import { startApp, testPassword, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import {
  about,
  byHub,
  drafted,
  filedGroup,
  groupName,
  online,
  persons,
  published,
  territorial,
} from '../../support/filings.js';
import { csv, filingRow, IntakeBatch } from '../../support/intake.js';
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
    await signUp(bureau, name, testPassword());
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

/** Brings a group in by a table, as an office does that has many: what looks like it is decided afterwards. */
async function broughtIn(
  row: Record<string, string>,
  office: string,
  officers: readonly [string, string],
): Promise<string> {
  const batch = await IntakeBatch.judged(bureau, csv([filingRow(row)]), { who: officers[0], office });
  await batch.act(officers[1], 'commit', {}, 200);
  expect(batch.body.counts).toMatchObject({ TAKEN: 1 });
  const { body } = await bureau.call('review', 'get', `/filed-groups?q=${encodeURIComponent(row['名称'])}&limit=100`);
  return (body.items as { filingNumber: string }[])
    .map(({ filingNumber }) => filingNumber)
    .sort()
    .at(-1)!;
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
  const { name: leader, idNumber } = who.leader as { name: string; idNumber: string };
  const name = groupName();
  const one = await filedGroup(bureau, { ...territorial({ name }), persons: who });
  const row = { 名称: name, 活动地街道: '110101002', 负责人姓名: leader, 负责人身份证号: idNumber };
  const other = await broughtIn(row, '110101002', ['officer-a', 'officer-b']);
  const pair = (await pairOf(one, other))!;
  expect(pair).toMatchObject({ state: 'OPEN', signs: ['SAME_NAME', 'SAME_LEADER'] });
  const input = { decision: 'MERGE', keep: one, reason: '同一负责人、同一批成员' };
  expect((await decide(pair, 'street', input)).status).toBe(403);
  expect((await decide(pair, 'hub', input)).status).toBe(404);
  expect(codesOf(await decide(pair, 'review', { ...input, keep: undefined }))).toEqual(['FILING-KEEP']);
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

it('filed by street and hub is found; its own street ends the second filing as the same', async () => {
  const who = persons();
  const { name: leader, idNumber } = who.leader as { name: string; idNumber: string };
  const hub = await filedGroup(bureau, { ...byHub(), persons: who });
  const row = { 名称: groupName(), 负责人姓名: leader, 负责人身份证号: idNumber };
  const street = await broughtIn(row, '110101001', ['street', 'street2']);
  const pair = (await pairOf(hub, street, 'hub'))!;
  expect(pair).toMatchObject({ state: 'OPEN', signs: ['SAME_LEADER'] });
  const input = { decision: 'SAME', keep: hub, reason: '街道重复录入' };
  expect((await decide(pair, 'hub', input)).status).toBe(403);
  expect((await decide(pair, 'street', input)).body).toMatchObject({ state: 'SAME', keptNumber: hub });
  expect((await published(bureau, street)).body).toMatchObject({
    status: 'CANCELLED',
    ending: { cause: 'DUPLICATE', successors: [hub] },
  });
});

it('needs no decision any longer when one of the two has ended', async () => {
  const name = groupName('书画社');
  const first = await filedGroup(bureau, territorial({ name }));
  const second = await broughtIn({ 名称: name.replace('社', '班') }, '110101001', ['street', 'street2']);
  expect(await pairOf(first, second)).toMatchObject({ state: 'OPEN' });
  const ended = await about(bureau, second, 'cancellations', { cause: 'DISSOLVED', reason: '已无成员' }, 'street');
  await ended.act('street', 'propose', {}, 200);
  await ended.act('street2', 'record', {}, 200);
  expect(await pairOf(first, second)).toMatchObject({ state: 'SETTLED' });
});

it('filed online twice under one number of one platform is found', async () => {
  const first = await filedGroup(bureau, online({ name: groupName('群') }));
  const again = await drafted(bureau, online({ name: groupName('群') }));
  await again.act('applicant', 'submit', {}, 200);
  await again.act('street', 'check', { finding: '群号相同' }, 200);
  expect(again.body.alike).toEqual([expect.objectContaining({ filingNumber: first, signs: ['SAME_ONLINE_GROUP'] })]);
  await again.act('street2', 'not-record', { ground: 'DUPLICATE', reason: '该群已经备案' }, 200);
});
