import { setTimeout as sleep } from 'node:timers/promises';
import { environmentOf, programAt } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { bring, type BatchBody } from '../support/intake.js';
import { ProgramProcess } from '../support/processes.js';
import { Bureau } from '../support/registrations.js';
import { grantRole, signUp } from '../support/roles.js';
import { testPassword } from '../support/app.js';
import { FULL, report } from './drill.js';
import { workbookOfGroups } from './many-groups.js';
import { memoryOf } from './memory.js';

const GROUPS = FULL ? 100_000 : 2_500;
const KILLS = FULL ? 5 : 2;
const HUB = 'HUB-1-04';

let database: TestDatabase;
let api: ProgramProcess;
let bureau: Bureau;
let env: Record<string, string>;

beforeAll(async () => {
  database = await TestDatabase.clone();
  api = await ProgramProcess.start('api', environmentOf(database));
  env = environmentOf(database, { PORT: new URL(api.url).port });
  bureau = new Bureau(programAt(() => api.url));
  await signUp(bureau, 'second-of-hub', testPassword());
  await grantRole(bureau, 'second-of-hub', 'HUB_OFFICER', HUB);
});

afterAll(async () => {
  await api?.stop('SIGKILL');
  await database.drop();
});

it('takes a whole table in, going on where it was after every kill: no row lost, none twice; undone, all stands as before', async () => {
  const streets = await database.asOwner<{ code: string }>(
    `SELECT code FROM register.division WHERE level = 'STREET' AND active AND code LIKE '11%' ORDER BY code`,
  );
  const file = await workbookOfGroups(
    GROUPS,
    streets.map(({ code }) => code),
  );
  const before = await dump();
  const idle = memoryOf(api.pid).now;
  const started = Date.now();
  const brought = await bring(bureau, file, { who: 'hub', office: HUB, name: '备案.xlsx' });
  expect(brought.status).toBe(201);
  const received = seconds(started);
  let peak = memoryOf(api.pid).peak;
  let kills = 0;
  const id = (brought.body as BatchBody).id;

  /** Follows the work until it is done, with a kill at a moment of its own in each share of it. */
  async function follow(done: string, killsHere: number): Promise<{ seconds: number; seen: number[] }> {
    const since = Date.now();
    const seen: number[] = [];
    for (let here = 0; ;) {
      const batch = (await bureau.call('hub', 'get', `/intake-batches/${id}`)).body as BatchBody;
      if (batch.state === done) return { seconds: seconds(since), seen };
      peak = Math.max(peak, memoryOf(api.pid).peak);
      const { percent, remainingSeconds } = batch.progress;
      if (remainingSeconds !== null) seen.push(percent);
      if (here < killsHere && percent >= (100 * (here + 1)) / (killsHere + 1)) {
        await sleep(Math.random() * 100);
        await api.stop('SIGKILL');
        api = await ProgramProcess.start('api', env);
        here += 1;
        kills += 1;
      }
      await sleep(50);
    }
  }

  const judged = await follow('JUDGED', FULL ? 1 : 0);
  expect(await counts()).toEqual({ GOOD: GROUPS });
  await act('second-of-hub', 'commit');
  const entered = await follow('COMMITTED', FULL ? 3 : 1);
  expect(await counts()).toEqual({ TAKEN: GROUPS });
  const [stands] = await database.asOwner<Record<string, number>>(
    `SELECT count(*)::int AS groups, count(DISTINCT filing_number)::int AS numbers, count(DISTINCT name)::int AS names,
            (SELECT count(*)::int FROM register.entry WHERE kind = 'FILED') AS entries,
            (SELECT count(*)::int FROM filing.contact) AS contacts FROM filing.filed_group`,
  );
  expect(stands).toEqual({ groups: GROUPS, numbers: GROUPS, names: GROUPS, entries: GROUPS, contacts: GROUPS });
  await act('hub', 'undo', { reason: '演练：整批撤销' });
  const undone = await follow('UNDONE', 1);
  expect(await counts()).toEqual({ UNDONE: GROUPS });
  expect(await dump()).toEqual(before);
  expect(kills).toBe(KILLS);
  expect(entered.seen).toEqual([...entered.seen].sort((a, b) => a - b));
  const took = { received, judged: judged.seconds, entered: entered.seconds, undone: undone.seconds };
  report('intake', {
    rows: GROUPS,
    kills,
    ...took,
    idleMiB: idle,
    peakMiB: peak,
    fileMiB: Math.round(file.length / 1_048_576),
  });
  // A large table is where the bound matters; a small process starts with less than it will ever need.
  if (FULL) expect(peak - idle).toBeLessThan(256);
});

async function act(who: string, action: string, input: object = {}): Promise<void> {
  const id = await batchId();
  const { headers } = await bureau.call(who, 'get', `/intake-batches/${id}`);
  const path = `/intake-batches/${id}/actions/${action}`;
  const answer = await bureau.call(who, 'post', path, input, { 'if-match': String(headers.etag) });
  if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body)}`);
}

async function batchId(): Promise<string> {
  return (await database.asOwner<{ id: string }>('SELECT id FROM intake.batch'))[0].id;
}

async function counts(): Promise<Record<string, number>> {
  const rows = await database.asOwner<{ state: string; count: number }>(
    'SELECT state, count(*)::int AS count FROM intake.row GROUP BY 1',
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** All that stands, table by table: what was said and taken back stays in the entries and is not among it. */
async function dump(): Promise<Record<string, string>> {
  const tables = [
    ...[
      'register.organization',
      'register.held_name',
      'register.hub',
      'register.restriction',
      'disclosure.organization',
    ],
    ...['hub.organization', 'hub.organization_span', 'hub.hub_span', 'hub.proposal'],
    ...['filing.filed_group', 'filing.contact', 'filing.duplicate', 'intake.row_key'],
  ];
  const sums = await Promise.all(
    tables.map(async (table) => {
      const sql = `SELECT coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS sum FROM ${table} t`;
      return [table, (await database.asOwner<{ sum: string }>(sql))[0].sum] as const;
    }),
  );
  return Object.fromEntries(sums);
}

function seconds(since: number): number {
  return Math.round((Date.now() - since) / 100) / 10;
}
