import { setTimeout as sleep } from 'node:timers/promises';
import { environmentOf, programAt } from '../support/app.js';
import { registry } from '../support/command-line.js';
import { TestDatabase } from '../support/database.js';
import { ProgramProcess } from '../support/processes.js';
import { APPROVING, scitechAssociation, type RegistrationBody } from '../support/registrations.js';
import { FULL, report } from './drill.js';
import { each, nameOf } from './many-applications.js';
import { PersistentClient } from './persistent-client.js';
import { countsOf } from './what-stands.js';

const APPLICATIONS = FULL ? 200 : 6;
const LEAST_KILLS = FULL ? 20 : 2;
const MOST_ANSWERS_BETWEEN_KILLS = FULL ? 80 : 8;
const AUTHORITY = '110000';

let database: TestDatabase;
let api: ProgramProcess;

beforeAll(async () => {
  database = await TestDatabase.clone();
  api = await ProgramProcess.start('api', environmentOf(database));
});

afterAll(async () => {
  await api.stop('SIGKILL');
  await database.drop();
});

/** Kills it after a random number of further answers and starts it again at the same address, until all is done. */
async function killUntil(done: () => boolean, answers: () => number): Promise<number> {
  const env = environmentOf(database, { PORT: new URL(api.url).port });
  for (let kills = 0; ; kills += 1) {
    const next = answers() + 1 + Math.random() * MOST_ANSWERS_BETWEEN_KILLS;
    while (!done() && (answers() < next || (!FULL && kills === LEAST_KILLS))) await sleep(5);
    if (done()) return kills;
    await sleep(Math.random() * 30);
    await api.stop('SIGKILL');
    if (!FULL) await letClaimsExpire();
    api = await ProgramProcess.start('api', env);
  }
}

/** A key whose request was killed is free again after a minute; the small size does not wait for it. */
async function letClaimsExpire(): Promise<void> {
  await database.asOwner(`UPDATE platform.idempotency_key SET claimed_at = claimed_at - interval '61 seconds'
                           WHERE state = 'IN_FLIGHT'`);
}

/** From the draft to the approval, each step under a key of its own. */
async function registered(client: PersistentClient, documents: object[], index: number): Promise<RegistrationBody> {
  const looks = index % 2 === 0;
  let record = await client.draft({ ...scitechAssociation(), documents, name: nameOf(index) }, `application-${index}`);
  const step = async (who: string, action: string, body: object = {}) => {
    record = await client.step(who, action, record, body, looks);
  };
  await step('applicant', 'submit');
  await step('acceptance', 'accept');
  await step('review', 'begin-review');
  await step('review', 'complete-review', APPROVING);
  await step('approval', 'approve', { reason: '符合条件' });
  return record;
}

it('loses and doubles nothing when the API is killed and clients repeat under their keys', async () => {
  const client = new PersistentClient(programAt(() => api.url));
  const documents = await client.papers();
  await client.logIn('acceptance', 'review', 'approval');
  let working = true;
  // Many more than are served at once: those whose key waits for its minute do not stop the others.
  const work = each(APPLICATIONS, FULL ? 40 : 6, (index) => registered(client, documents, index)).finally(
    () => (working = false),
  );
  const kills = await killUntil(
    () => !working,
    () => client.promised.length,
  );
  await work;

  const records = new Map<string, RegistrationBody>();
  for (const { id } of client.promised) if (!records.has(id)) records.set(id, await client.read(id));
  const codes = [...records.values()].map(({ decision }) => decision?.creditCode);
  const [{ cases, titles }] = await database.asOwner<{ cases: number; titles: number }>(
    'SELECT count(*)::int AS cases, count(DISTINCT title)::int AS titles FROM casework.case',
  );
  const [{ used, organizations }] = await database.asOwner<{ used: number; organizations: number }>(
    `SELECT next_serial - first_serial AS used,
            (SELECT count(*)::int FROM register.organization WHERE authority = $1) AS organizations
       FROM register.code_range WHERE authority = $1`,
    [AUTHORITY],
  );
  const verified = registry(database, 'verify');
  const result = {
    applications: APPLICATIONS,
    kills,
    ...countsOf(client, records, { cases, titles }),
    doubledCodes: codes.length - new Set(codes).size,
    codeGaps: used - organizations,
    verify: verified.status ?? -1,
  };
  report('kill-api', result);
  expect(client.wrong).toEqual([]);
  expect([cases, organizations, records.size]).toEqual([APPLICATIONS, APPLICATIONS, APPLICATIONS]);
  expect(result).toMatchObject({ lost: 0, doubledSteps: 0, doubledApplications: 0, doubledCodes: 0, codeGaps: 0 });
  expect([verified.status, kills >= LEAST_KILLS]).toEqual([0, true]);
}, 1_800_000);
