import type { Response } from 'supertest';
import { ManyProcesses } from '../support/app.js';
import { registry } from '../support/command-line.js';
import { APPROVING, Bureau, scitechAssociation, type Registration } from '../support/registrations.js';
import { grantRole } from '../support/roles.js';
import { FULL, report } from './drill.js';
import { columnsHolding } from './personal-data.js';

const MANY = FULL ? 200 : 10;
const counts = { tried: 0, lost: 0, doubled: 0, wronglyRefused: 0, halfWritten: 0, leaked: 0 };

let apis: ManyProcesses;
let bureau: Bureau;
/** At a registrar that was allotted one code. */
const cases: Registration[] = [];

beforeAll(async () => {
  apis = await ManyProcesses.start({ apis: 2, workers: 0 });
  bureau = new Bureau(apis);
  await grantRole(bureau, 'acceptance', 'ACCEPTANCE_OFFICER', '120000');
  await grantRole(bureau, 'review', 'REVIEW_OFFICER', '120000');
  await grantRole(bureau, 'approval', 'APPROVAL_OFFICER', '120000');
  await allot(0, 0);
  for (let index = 0; index < MANY; index += 1) {
    const name = `天津市智能装备${WORDS[index % 20]}${WORDS[Math.floor(index / 20)]}技术学会`;
    cases.push(await bureau.draft({ name, authority: '120000', division: '120101', activityArea: '天津市' }));
  }
}, 1_200_000);

afterAll(async () => {
  report('races', counts);
  await apis.close();
});

const WORDS = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'];

async function allot(firstSerial: number, lastSerial: number): Promise<void> {
  const range = { authority: '120000', prefix: 'MJT', firstSerial, lastSerial };
  expect((await bureau.call('administrator', 'post', '/register/code-ranges', range)).status).toBe(201);
}

async function one<Row extends Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row> {
  return (await apis.database.asOwner<Row>(sql, parameters))[0];
}

/** Counts how a race ended that one should win: a second winner is a double, none a loss. */
function judge(answers: readonly Response[], won: number, refusals: readonly number[]): Response[] {
  const winners = answers.filter(({ status }) => status === won);
  counts.tried += answers.length;
  counts.doubled += Math.max(0, winners.length - 1);
  counts.lost += winners.length === 0 ? 1 : 0;
  counts.wronglyRefused += answers.filter(({ status }) => status !== won && !refusals.includes(status)).length;
  return winners;
}

const statusesOf = (answers: readonly Response[]) => [...new Set(answers.map(({ status }) => status))].sort();

it('gives everybody who files at once a number of his own, without a gap', async () => {
  const answers = await Promise.all(cases.map((each) => each.act('applicant', 'submit')));
  counts.tried += MANY;
  counts.wronglyRefused += answers.filter(({ status }) => status !== 200).length;
  expect(statusesOf(answers)).toEqual([200]);
  const numbers = cases.map(({ body }) => Number(/(\d+)号?$/.exec(body.receiptNumber!)![1])).sort((a, b) => a - b);
  counts.doubled += MANY - new Set(numbers).size;
  expect(numbers).toEqual(Array.from({ length: MANY }, (_, index) => index + 1));
}, 600_000);

it('lets one of many take a step, once', async () => {
  const { body } = cases[0];
  const answers = await Promise.all(
    Array.from({ length: MANY }, () =>
      bureau.call(
        'acceptance',
        'post',
        `/registrations/${body.id}/actions/accept`,
        {},
        { 'if-match': `"${body.version}"` },
      ),
    ),
  );
  const winners = judge(answers, 200, [409, 412]);
  const { steps } = await one<{ steps: number }>(
    `SELECT count(*)::int AS steps FROM casework.step WHERE case_id = $1 AND action = 'accept'`,
    [body.id],
  );
  counts.halfWritten += Math.abs(steps - winners.length);
  expect([winners.length, steps, counts.wronglyRefused]).toEqual([1, 1, 0]);
  await cases[0].read('acceptance');
}, 600_000);

it('gives the last code of a registrar to one of many approvals, and refuses the others whole', async () => {
  for (const [index, each] of cases.entries()) {
    if (index > 0) await each.act('acceptance', 'accept', {}, 200);
    await each.act('review', 'begin-review', {}, 200);
    await each.act('review', 'complete-review', APPROVING, 200);
  }
  const answers = await Promise.all(cases.map((each) => each.act('approval', 'approve')));
  const winners = judge(answers, 200, [409]);
  expect([winners.length, statusesOf(answers), counts.wronglyRefused]).toEqual([1, [200, 409], 0]);
  await expectWhole(1);
}, 1_200_000);

it('gives the others codes of their own, without a gap, once there are some', async () => {
  await allot(1, MANY - 1);
  const waiting = cases.filter(({ body }) => body.state === 'REVIEWED');
  const answers = await Promise.all(waiting.map((each) => each.act('approval', 'approve')));
  counts.tried += answers.length;
  counts.wronglyRefused += answers.filter(({ status }) => status !== 200).length;
  expect([waiting.length, statusesOf(answers)]).toEqual([MANY - 1, [200]]);
  const serials = cases.map(({ body }) => Number(body.decision!.creditCode!.slice(11, 16))).sort((a, b) => a - b);
  counts.doubled += MANY - new Set(serials).size;
  expect(serials).toEqual(Array.from({ length: MANY }, (_, index) => index));
  await expectWhole(MANY);
}, 600_000);

it('acts once for one Idempotency-Key, and gives everybody the same answer or tells him to wait', async () => {
  const body = scitechAssociation({ documents: await bureau.socialGroupPapers(), name: '北京市智能装备幂等技术学会' });
  const headers = { 'idempotency-key': 'one-key-for-all' };
  const send = () => bureau.call('applicant', 'post', '/registrations', body, headers);
  const answers = await Promise.all(Array.from({ length: MANY }, send));
  counts.tried += MANY;
  counts.wronglyRefused += answers.filter(({ status }) => status !== 201 && status !== 409).length;
  const made = new Set(answers.filter(({ status }) => status === 201).map((answer) => answer.body.id as string));
  const { stored } = await one<{ stored: number }>(
    'SELECT count(*)::int AS stored FROM casework.case WHERE title = $1',
    [body.name],
  );
  counts.doubled += Math.max(0, stored - 1);
  counts.lost += stored === 0 ? 1 : 0;
  expect([made.size, stored, counts.wronglyRefused]).toEqual([1, 1, 0]);
  expect((await send()).body.id).toBe([...made][0]);
}, 600_000);

it('leaves a register that verifies, and no number or phone of anybody readable in any table', async () => {
  expect(registry(apis.database, 'verify')).toMatchObject({ status: 0 });
  // What every person of a test has: an identity number of the year 1900 and one phone.
  const holding = await columnsHolding(apis.database, '1101011900[0-9]{7}|13800001234');
  counts.leaked += holding.length;
  expect(holding).toEqual([]);
  expect(counts).toMatchObject({ lost: 0, doubled: 0, wronglyRefused: 0, halfWritten: 0, leaked: 0 });
}, 120_000);

/** Every approval left all of its rows, and no refused one left any. */
async function expectWhole(approved: number): Promise<void> {
  const rows = await one<Record<string, number>>(`
    SELECT (SELECT count(*)::int FROM registration.decision) AS decisions,
           (SELECT count(DISTINCT certificate_number)::int FROM registration.decision) AS certificates,
           (SELECT count(*)::int FROM casework.step WHERE action = 'approve') AS steps,
           (SELECT count(*)::int FROM audit.entry WHERE action = 'establishment.approve') AS audited,
           (SELECT count(*)::int FROM register.entry WHERE kind = 'ESTABLISHED') AS entries,
           (SELECT count(*)::int FROM register.organization) AS organizations,
           (SELECT count(*)::int FROM disclosure.organization) AS published,
           (SELECT count(*)::int FROM casework.case WHERE state = 'APPROVED') AS cases,
           (SELECT sum(next_serial - first_serial)::int FROM register.code_range WHERE authority = '120000') AS codes`);
  const uneven = Object.entries(rows).filter(([, count]) => count !== approved);
  counts.halfWritten += uneven.length;
  expect(uneven).toEqual([]);
}
