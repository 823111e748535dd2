import { setTimeout as sleep } from 'node:timers/promises';
import { environmentOf, programAt } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { ProgramProcess, type Ending } from '../support/processes.js';
import { Bureau, scitechAssociation } from '../support/registrations.js';
import { FULL, report } from './drill.js';
import { nameOf } from './many-applications.js';
import { SteadyLoad, type Sent } from './steady-load.js';

const ROUNDS = FULL ? 5 : 1;
const PER_SECOND = FULL ? 100 : 30;
const LOAD_MS = FULL ? 5_000 : 1_000;
const STOP_MS = 25_000;

let database: TestDatabase;

beforeAll(async () => {
  database = await TestDatabase.clone();
});

afterAll(() => database.drop());

interface Round {
  readonly sent: readonly Sent[];
  readonly ending: Ending;
  readonly stopMs: number;
  /** Drafts that were written though nobody was told. */
  readonly untold: number;
  /** Drafts that were answered with 201 and are not there. */
  readonly lost: number;
  /** Whether probes were told before connections were refused. */
  readonly readinessFirst: boolean;
}

/** One in ten requests drafts an application, the others read. */
async function round(number: number): Promise<Round> {
  const api = await ProgramProcess.start('api', environmentOf(database));
  const bureau = new Bureau(programAt(() => api.url));
  const authorization = `Bearer ${await bureau.token('applicant')}`;
  const application = { ...scitechAssociation(), documents: await bureau.socialGroupPapers() };
  const load = new SteadyLoad(api.url, PER_SECOND, (index) => {
    if (index % 10 > 0) return { name: 'hubs', method: 'GET', path: '/api/v1/public/hubs' };
    const drafts = number * 1_000 + index / 10;
    const name = nameOf(drafts);
    return {
      name,
      method: 'POST',
      path: '/api/v1/registrations',
      headers: { authorization, 'idempotency-key': `draft-${drafts}` },
      body: { ...application, name },
    };
  });
  const probes = new SteadyLoad(api.url, 20, () => ({ name: 'probe', method: 'GET', path: '/health/ready' }));
  await sleep(LOAD_MS);
  const asked = Date.now();
  const ending = await api.stop();
  const stopMs = Date.now() - asked;
  await sleep(200);
  const [sent, probed] = [await load.end(), await probes.end()];
  const drafted = sent.filter(({ name }) => name !== 'hubs');
  const titles = await database.asApplication<{ title: string }>('SELECT title FROM casework.case');
  const there = new Set(titles.map(({ title }) => title));
  const refused = Math.min(...[...sent, ...probed].filter(({ fate }) => fate === 'REFUSED').map((each) => each.at));
  return {
    sent,
    ending,
    stopMs,
    untold: drafted.filter(({ name, status }) => status !== 201 && there.has(name)).length,
    lost: drafted.filter(({ name, status }) => status === 201 && !there.has(name)).length,
    readinessFirst: (probed.find(({ status }) => status === 503)?.at ?? Infinity) < refused,
  };
}

it('breaks no answer off when the API is told to stop under load, and tells the probes first', async () => {
  const rounds: Round[] = [];
  for (let number = 0; number < ROUNDS; number += 1) rounds.push(await round(number));
  const sent = rounds.flatMap((each) => each.sent);
  const fates = (fate: string) => sent.filter((each) => each.fate === fate).length;
  const statuses = new Set(sent.flatMap(({ status }) => status ?? []));
  const result = {
    rounds: ROUNDS,
    perSecond: PER_SECOND,
    sent: sent.length,
    answered: fates('ANSWERED'),
    unavailable: sent.filter(({ status }) => status === 503).length,
    refused: fates('REFUSED'),
    closedUnanswered: fates('CLOSED'),
    broken: fates('BROKEN'),
    untold: rounds.reduce((sum, { untold }) => sum + untold, 0),
    lost: rounds.reduce((sum, { lost }) => sum + lost, 0),
    longestStopMs: Math.max(...rounds.map(({ stopMs }) => stopMs)),
  };
  report('term-under-load', result);
  expect(result).toMatchObject({ broken: 0, untold: 0, lost: 0 });
  expect([...statuses].filter((status) => ![200, 201, 503].includes(status))).toEqual([]);
  expect(rounds.map(({ ending, readinessFirst }) => [ending, readinessFirst])).toEqual(
    rounds.map(() => ['SIGTERM', true]),
  );
  if (FULL) expect(result.longestStopMs).toBeLessThan(STOP_MS);
}, 600_000);
