import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { registry } from '../../support/command-line.js';
import { Bureau, scitechAssociation, type Registration } from '../../support/registrations.js';

const MANY = 50;
let app: TestApp;
let bureau: Bureau;

beforeAll(async () => {
  app = await startApp();
  bureau = new Bureau(app);
});

afterAll(() => app.close());

it('gives 50 approvals at once 50 different codes, without a gap and with nothing half written', async () => {
  const registrations: Registration[] = [];
  for (let index = 0; index < MANY; index += 1) registrations.push(await bureau.reviewed());
  const answers = await Promise.all(registrations.map((registration) => registration.act('approval', 'approve')));
  expect(answers.map(({ status }) => status)).toEqual(Array(MANY).fill(200));

  const bodies = registrations.map(({ body }) => body.decision!.creditCode!.slice(8, 16)).sort();
  expect(bodies).toEqual(Array.from({ length: MANY }, (_, index) => `MJD${String(index).padStart(5, '0')}`));
  const database = databaseOf(app);
  const [counts] = await database.asOwner(`
    SELECT (SELECT count(*)::int FROM register.organization) AS organizations,
           (SELECT count(*)::int FROM disclosure.organization) AS published,
           (SELECT count(*)::int FROM register.entry WHERE kind = 'ESTABLISHED') AS entries,
           (SELECT count(*)::int FROM registration.decision WHERE outcome = 'APPROVED') AS decisions,
           (SELECT count(DISTINCT certificate_number)::int FROM registration.decision) AS certificates`);
  expect(counts).toEqual({ organizations: MANY, published: MANY, entries: MANY, decisions: MANY, certificates: MANY });
  expect(registry(database, 'verify').status).toBe(0);
}, 120_000);

it('gives back the code of an approval that is refused', async () => {
  const refused = await bureau.draft({ funds: 1 });
  await refused.act('applicant', 'submit', { insist: true }, 200);
  await refused.act('acceptance', 'accept', {}, 200);
  await refused.act('review', 'begin-review', {}, 200);
  await refused.act(
    'review',
    'complete-review',
    { recommendation: 'APPROVE', opinion: '同意', categoryConfirmed: true, categoryReason: '属于' },
    200,
  );
  expect((await refused.act('approval', 'approve')).status).toBe(422);
  const next = await bureau.reviewed();
  await next.act('approval', 'approve', {}, 200);
  expect(next.body.decision!.creditCode!.slice(8, 16)).toBe(`MJD${String(MANY).padStart(5, '0')}`);
});

it('makes one application of one Idempotency-Key used 50 times at once', async () => {
  const body = scitechAssociation({ documents: await bureau.socialGroupPapers() });
  const headers = { 'idempotency-key': 'the-same-application' };
  const send = () => bureau.call('applicant', 'post', '/registrations', body, headers);
  const answers = await Promise.all(Array.from({ length: MANY }, send));
  const statuses = new Set(answers.map(({ status }) => status));
  expect([...statuses].filter((status) => status !== 201 && status !== 409)).toEqual([]);
  const made = new Set(answers.filter(({ status }) => status === 201).map(({ body: answer }) => answer.id));
  expect(made.size).toBe(1);

  const again = await send();
  expect(again.status).toBe(201);
  expect(again.headers['idempotent-replayed']).toBe('true');
  expect(made.has(again.body.id)).toBe(true);
  const listed = await bureau.call('applicant', 'get', '/registrations?limit=100');
  expect(listed.body.items.filter(({ name }: { name: string }) => name === body.name)).toHaveLength(1);

  const other = await bureau.call('applicant', 'post', '/registrations', { ...body, funds: 1 }, headers);
  expect(other.status).toBe(422);
  expect(other.body.code).toBe('IDEMPOTENCY_KEY_REUSED');
});
