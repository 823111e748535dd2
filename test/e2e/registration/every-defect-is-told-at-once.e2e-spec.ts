import { startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { Bureau, codesOf, declarations, leader, scitechAssociation } from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;

beforeAll(async () => {
  app = await startApp({ clock: new SettableClock('2026-11-24') });
  bureau = new Bureau(app);
});

afterAll(() => app.close());

/** 49 members, 29,999 yuan, a barred leader, a missing roster, a forbidden word in the name. */
async function defective() {
  const documents = (await bureau.socialGroupPapers()).filter(({ kind }) => kind !== 'MEMBER_ROSTER');
  return {
    ...scitechAssociation(),
    name: '北京市第一智能装备技术学会',
    members: { individuals: 49, units: 0 },
    funds: 29_999,
    leaders: [leader({ declarations: declarations({ deprivedOfPoliticalRights: true }) })],
    documents,
  };
}

const EXPECTED = [
  ['/members', '第十条第一款第(一)项'],
  ['/funds', '第十条第一款第(五)项'],
  ['/leaders/0/declarations/deprivedOfPoliticalRights', '第十三条第(三)项'],
  ['/documents', undefined],
  ['/name', undefined],
] as const;

function expectAll(violations: { code: string; pointer: string; citation: { law: string; article: string } }[]): void {
  for (const [pointer, article] of EXPECTED) {
    const found = violations.filter((violation) => violation.pointer === pointer);
    expect({ pointer, found: found.length > 0 }).toEqual({ pointer, found: true });
    if (article) expect(found.map(({ citation }) => citation.article)).toContain(article);
  }
  expect(violations.every(({ code, citation }) => code !== '' && citation.law !== '' && citation.article !== '')).toBe(
    true,
  );
}

it('lists all defects with code, pointer, law and article, in validate and in submit', async () => {
  const registration = await bureau.draft(await defective());
  const validated = await bureau.call('applicant', 'post', `${registration.path}/validate`);
  expect(validated.body).toMatchObject({ valid: false });
  expectAll(validated.body.violations);

  const submitted = await registration.act('applicant', 'submit');
  expect(submitted.status).toBe(422);
  expect(submitted.headers['content-type']).toMatch('application/problem+json');
  expectAll(submitted.body.violations);
  expect((await registration.read()).state).toBe('DRAFT');
});

it('receives what the applicant insists on, with a receipt and a running clock, and refuses to grant it with the same list', async () => {
  const registration = await bureau.reviewed(await defective(), true);
  expect(registration.body.receiptNumber).toMatch(/^110000民社收〔2026〕\d+号$/);
  expect(registration.body.clock).toMatchObject({ unit: 'natural', dueOn: '2027-01-23' });

  const validated = await bureau.call('applicant', 'post', `${registration.path}/validate`);
  const granted = await registration.act('approval', 'approve');
  expect(granted.status).toBe(422);
  expect(granted.body.violations).toEqual(validated.body.violations);
  expect((await registration.read('approval')).state).toBe('REVIEWED');
  expect(codesOf(granted).length).toBeGreaterThanOrEqual(5);
});

it('tells what is malformed, unknown fields included, before anything is written', async () => {
  const documents = await bureau.socialGroupPapers();
  const answer = await bureau.call('applicant', 'post', '/registrations', {
    ...scitechAssociation(),
    documents,
    funds: 'plenty',
    colour: 'red',
  });
  expect(answer.status).toBe(400);
  expect(answer.body.violations.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(
    expect.arrayContaining(['/colour', '/funds']),
  );
});
