import { setTimeout as sleep } from 'node:timers/promises';
import { programAt } from '../support/app.js';
import { scitechAssociation, type RegistrationBody } from '../support/registrations.js';
import { FULL, report } from './drill.js';
import { LaunchedProgram } from './launched-program.js';
import { nameOf } from './many-applications.js';
import { PersistentClient } from './persistent-client.js';
import { countsOf } from './what-stands.js';

const KILLS = FULL ? 50 : 1;
const CLIENTS = FULL ? 8 : 2;
const READY_MS = 10_000;

const program = new LaunchedProgram();

beforeAll(() => program.start(), 180_000);

afterAll(async () => {
  await program.stop();
}, 60_000);

it('has the API ready again after each kill of the database server, with everything it ever answered', async () => {
  const client = new PersistentClient(programAt(() => program.address));
  const documents = await client.papers();
  const pids = [program.databasePid];
  let working = true;
  let next = 0;
  // Each files one application after the other, and goes on where a kill has cut it off.
  const load = Array.from({ length: CLIENTS }, async () => {
    while (working) {
      const index = next++;
      const draft = await client.draft(
        { ...scitechAssociation(), documents, name: nameOf(index) },
        `application-${index}`,
      );
      await client.step('applicant', 'submit', draft, {}, index % 2 === 0);
    }
  });
  const readyAfter: number[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    await sleep(300 + Math.random() * (FULL ? 2_000 : 300));
    readyAfter.push(await program.killDatabase(60_000));
    pids.push(program.databasePid);
  }
  working = false;
  await Promise.all(load);

  const records = new Map<string, RegistrationBody>();
  for (const { id } of client.promised) if (!records.has(id)) records.set(id, await client.read(id));
  const [{ cases, titles }] = await program.query<{ cases: number; titles: number }>(
    'SELECT count(*)::int AS cases, count(DISTINCT title)::int AS titles FROM casework.case',
  );
  const result = {
    kills: KILLS,
    restarts: new Set(pids).size - 1,
    longestUntilReadyMs: Math.max(...readyAfter),
    meanUntilReadyMs: Math.round(readyAfter.reduce((sum, ms) => sum + ms, 0) / KILLS),
    ...countsOf(client, records, { cases, titles }),
    verify: program.registry('verify') ?? -1,
  };
  report('kill-postgres', result);
  expect(client.wrong).toEqual([]);
  expect(result).toMatchObject({ restarts: KILLS, lost: 0, doubledSteps: 0, doubledApplications: 0, verify: 0 });
  expect(program.times('PostgreSQL has died')).toBe(KILLS);
  if (FULL) expect(result.longestUntilReadyMs).toBeLessThan(READY_MS);
}, 1_800_000);

it('stops in order after all that', async () => {
  expect(await program.stop()).toBe(0);
}, 60_000);
