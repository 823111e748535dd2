import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { bodyCode, buildCreditCode } from '@app/kernel';
import { environmentOf, programAt } from '../support/app.js';
import { startRegistry } from '../support/command-line.js';
import { TestDatabase } from '../support/database.js';
import { ProgramProcess } from '../support/processes.js';
import { Bureau } from '../support/registrations.js';
import { FULL, report } from './drill.js';
import { memoryOf } from './memory.js';

const ORGANIZATIONS = FULL ? 100_000 : 2_500;
const KILLS = FULL ? 5 : 1;
const HEADER = 'creditCode,name,kind,division,foundedOn,legalRepresentative,residence,scope,status';
/** What organizations are called and do: the benchmark's own, each with a number. */
const SAMPLES = parse(readFileSync('test/bench/hub-assignment/labelled.csv'), { columns: true }) as {
  name: string;
  scope: string;
  kind: 'SOCIAL_GROUP' | 'SOCIAL_SERVICE_INSTITUTION' | 'FOUNDATION';
}[];

let database: TestDatabase;
let api: ProgramProcess;
let folder: string;

beforeAll(async () => {
  database = await TestDatabase.clone();
  folder = mkdtempSync(join(tmpdir(), 'shuniu-propose-'));
});

afterAll(async () => {
  await api?.stop('SIGKILL');
  rmSync(folder, { recursive: true });
  await database.drop();
});

it('proposes for the whole register, going on where it was after every kill, once for each organization', async () => {
  // What it says of each row is more than a pipe holds.
  const [ending] = await once(startRegistry(environmentOf(database), 'import', await register(), '--commit'), 'exit');
  expect(ending).toBe(0);
  api = await ProgramProcess.start('api', environmentOf(database));
  const env = environmentOf(database, { PORT: new URL(api.url).port });
  const bureau = new Bureau(programAt(() => api.url));
  const idle = memoryOf(api.pid).now;
  const started = Date.now();
  const run = await bureau.call('review', 'post', '/hub-proposal-runs', { division: '110000' });
  let peak = 0;
  let away = 0;
  for (let kills = 0, seen = 0; ;) {
    const { state, done, total } = await progress(run.body.jobId as string);
    if (state === 'DONE') break;
    peak = Math.max(peak, memoryOf(api.pid).peak);
    // Between two parts, or in the middle of one: at a moment of its own in each sixth of the work.
    if (kills < KILLS && done > seen && done >= (total * kills) / (KILLS + 1)) {
      seen = done;
      const killed = Date.now();
      await sleep(Math.random() * 50);
      await api.stop('SIGKILL');
      api = await ProgramProcess.start('api', env);
      away += Date.now() - killed;
      kills += 1;
    }
    await sleep(20);
  }
  const [counts] = await database.asOwner<{ proposals: number; organizations: number; doubled: number }>(
    `SELECT count(*)::int AS proposals, count(DISTINCT subject_id)::int AS organizations,
            count(*) FILTER (WHERE state <> 'PROPOSED')::int AS doubled FROM hub.proposal`,
  );
  expect(counts).toEqual({ proposals: ORGANIZATIONS, organizations: ORGANIZATIONS, doubled: 0 });
  const seconds = (Date.now() - started) / 1_000;
  report('propose', { ...counts, kills: KILLS, seconds, secondsAway: away / 1_000, idleMiB: idle, peakMiB: peak });
});

async function progress(id: string): Promise<{ state: string; done: number; total: number }> {
  const [row] = await database.asOwner<{ state: string; done: number; total: number }>(
    'SELECT state, progress_done AS done, coalesce(progress_total, 0) AS total FROM platform.outbox WHERE id = $1',
    [id],
  );
  return row;
}

/** Writes the register down as a file. */
async function register(): Promise<string> {
  const path = join(folder, 'register.csv');
  const file = createWriteStream(path);
  file.write(`${HEADER}\n`);
  for (let index = 0; index < ORGANIZATIONS; index += 1) {
    const { name, scope, kind } = SAMPLES[index % SAMPLES.length];
    const code = buildCreditCode({ kind, authority: '110000', body8: bodyCode('MJ', index) });
    const cells = [code, `${name}${index}`, kind, '110108', '2010-01-01', '', '', `"${scope}"`, 'ACTIVE'];
    if (!file.write(`${cells.join(',')}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return path;
}
