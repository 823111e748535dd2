import { startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { about, byHub, filedGroup, group, persons, published, recorded, territorial } from '../../support/filings.js';
import { DECISION, proposedMeasure, recognizedHub } from '../../support/hubs.js';
import { runDueJobs } from '../../support/jobs.js';
import { Bureau, codesOf } from '../../support/registrations.js';
import { grantRole } from '../../support/roles.js';

let app: TestApp;
let bureau: Bureau;

beforeAll(async () => {
  app = await startApp({ clock: new SettableClock('2026-11-24') });
  bureau = new Bureau(app);
});

afterAll(() => app.close());

const write = (id: string, version: number, content: object) =>
  bureau.call('applicant', 'put', `/filings/${id}`, content, { 'if-match': `"${version}"` });

it('brings nothing back: a change drafted before another was recorded is drafted anew (四(二))', async () => {
  const [content, who] = [group(), persons()];
  const number = await filedGroup(bureau, { ...territorial(), group: content, persons: who });
  const change = (memberCount: number) => ({
    group: { ...content, memberCount },
    persons: who,
    reason: '成员增加',
  });
  const [first, second] = [
    await about(bureau, number, 'changes', change(25)),
    await about(bureau, number, 'changes', change(30)),
  ];
  await recorded(first);
  expect(codesOf(await second.act('applicant', 'submit'))).toEqual(['FILING-MOVED-ON']);
  const anew = await write(second.body.id, second.body.version, { route: 'TERRITORIAL', ...change(31) });
  expect(anew.status).toBe(200);
  second.body = anew.body;
  await recorded(second);
  expect((await published(bureau, number)).body.memberCount).toBe(31);
});

it('ends for the cause that was given, whatever else is written over the reason', async () => {
  const number = await filedGroup(bureau);
  const ending = await about(bureau, number, 'cancellations', { cause: 'OWN_WISH', reason: '不再活动' });
  const written = await write(ending.body.id, ending.body.version, {
    route: 'TERRITORIAL',
    group: group(),
    persons: persons(),
    reason: '成员已经散去',
  });
  expect(written.status).toBe(200);
  ending.body = written.body;
  await recorded(ending);
  const page = (await published(bureau, number)).body;
  expect(page).toMatchObject({ status: 'CANCELLED', ending: { cause: 'OWN_WISH' } });
});

it('of a hub that is withdrawn goes on with the street where it meets; the hub records nothing more', async () => {
  const hub = await recognizedHub(bureau, { name: '北京市东城区科学技术协会', division: '110101' });
  await grantRole(bureau, 'hub', 'HUB_OFFICER', hub);
  const [content, who] = [{ ...(byHub() as { group: object }).group }, persons()];
  const number = await filedGroup(bureau, { ...byHub(), office: hub, group: content, persons: who });
  const input = { group: { ...content, memberCount: 25 }, persons: who, reason: '成员增加' };
  const waiting = await about(bureau, number, 'changes', input);
  await waiting.act('applicant', 'submit', {}, 200);

  const withdrawal = await proposedMeasure(bureau, hub, { type: 'WITHDRAWAL' });
  const question = { addresseeType: 'HUB', addressee: hub, question: '拟取消贵会的枢纽认定，请陈述意见' };
  const asked = await bureau.call('leading-group', 'post', `/cases/${withdrawal.body.id}/consultations`, question);
  const opinion = { opinion: 'DISAGREE', answer: '本会正在整改' };
  const path = `/consultations/${asked.body.id}/actions/answer`;
  expect((await bureau.call('hub', 'post', path, opinion, { 'if-match': '"1"' })).status).toBe(200);
  await withdrawal.act('leading-group', 'order', DECISION, 200);
  await runDueJobs(app);

  expect(codesOf(await waiting.act('hub', 'record'))).toContain('FILING-OFFICE');
  const next = await about(bureau, number, 'changes', input);
  expect(next.body.office).toBe('110101001');
});
