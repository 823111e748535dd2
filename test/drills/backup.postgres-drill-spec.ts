import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programAt } from '../support/app.js';
import { registryIn, startRegistry } from '../support/command-line.js';
import { testServer } from '../support/database.js';
import { OwnPostgres } from '../support/own-postgres.js';
import { ProgramProcess } from '../support/processes.js';
import { Bureau, type Registration } from '../support/registrations.js';
import { FULL, report } from './drill.js';

const BEFORE = FULL ? 60 : 2;

interface Installation {
  readonly postgres: OwnPostgres;
  readonly env: Record<string, string>;
}

let source: Installation;
let target: Installation;
let folder: string;
const bureauOf = (api: ProgramProcess) => new Bureau(programAt(() => api.url));

async function install(name: string): Promise<Installation> {
  const postgres = await OwnPostgres.start();
  const env = {
    DATABASE_URL: postgres.url('shuniu_app'),
    DATABASE_OWNER_URL: postgres.url('shuniu_owner'),
    DATA_DIR: join(folder, name),
    KEYS_FILE: join(folder, `${name}.keys.json`),
    DEMO: '1',
    DEMO_PASSWORD: testServer().password,
    RATE_LIMIT: '1000000',
    LOG_LEVEL: 'error',
    PORT: '0',
    PATH: `${process.env.TEST_POSTGRES_PROGRAMS}:${process.env.PATH}`,
  };
  return { postgres, env };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shuniu-backup-'));
  source = await install('source');
  target = await install('target');
  for (const command of ['create-keys', 'migrate', 'seed']) expect(registryIn(source.env, command).status).toBe(0);
}, 120_000);

afterAll(() => {
  source.postgres.stop();
  target.postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Files applications until it is told to stop; every second one is decided. */
async function work(bureau: Bureau, goOn: (count: number) => boolean): Promise<Registration[]> {
  const filed: Registration[] = [];
  while (goOn(filed.length)) {
    const registration = await bureau.reviewed();
    if (filed.length % 2 === 0) await registration.act('approval', 'approve', {}, 200);
    filed.push(registration);
  }
  return filed;
}

it('gives a register that was backed up under load a second life elsewhere: proven, same seals, journeys go on', async () => {
  const backup = join(folder, 'backup');
  const api = await ProgramProcess.start('api', source.env);
  const before = await work(bureauOf(api), (count) => count < BEFORE);
  expect(registryIn(source.env, 'seal').status).toBe(0);
  let running = true;
  const load = work(bureauOf(api), () => running);
  const taking = startRegistry(source.env, 'backup', backup);
  const [status] = (await once(taking, 'exit')) as [number];
  running = false;
  const during = await load;
  await api.stop();
  expect(status).toBe(0);

  expect(registryIn(target.env, 'restore', backup).stderr).toContain('is missing: put the keys there');
  copyFileSync(source.env.KEYS_FILE, target.env.KEYS_FILE);
  const restored = registryIn(target.env, 'restore', backup);
  expect([restored.status, restored.stderr]).toEqual([0, '']);
  expect(restored.stdout).toMatch(
    /restored: \d+ entries.*\nverified: \d+ entries.*\nverified: [1-9]\d* audit rows\nverified: [1-9]\d* seals/s,
  );
  expect(registryIn(target.env, 'restore', backup).stderr).toContain('the database is not empty');

  const again = await ProgramProcess.start('api', target.env);
  const bureau = bureauOf(again);
  let lost = 0;
  for (const registration of before) {
    const { status: answered, body } = await bureau.call('applicant', 'get', registration.path);
    if (answered !== 200 || body.state !== registration.body.state) lost += 1;
  }
  const [, undecided] = before;
  const { version } = (await bureau.call('approval', 'get', undecided.path)).body as { version: number };
  const approved = await bureau.call(
    'approval',
    'post',
    `${undecided.path}/actions/approve`,
    {},
    { 'if-match': `"${version}"` },
  );
  expect(approved.status).toBe(200);
  const paper = (undecided.body.application.documents as { documentId: string }[])[0].documentId;
  expect((await bureau.call('applicant', 'get', `/documents/${paper}/content`)).status).toBe(200);
  await work(bureau, (count) => count < 2);
  expect(registryIn(target.env, 'seal').stdout).toContain('sealed: register');
  expect(registryIn(target.env, 'verify', '--against', join(backup, 'seals.json'))).toMatchObject({ status: 0 });
  await again.stop();
  report('backup', { filedBefore: before.length, filedDuring: during.length, lost, restored: restored.stdout.trim() });
  expect(lost).toBe(0);
}, 300_000);

it('restores nothing of a backup of which a single byte is missing', () => {
  const backup = join(folder, 'backup');
  const documents = join(backup, 'documents');
  const [some] = readdirSync(documents);
  const [name] = readdirSync(join(documents, some));
  truncateSync(join(documents, some, name), 10);
  expect(registryIn(target.env, 'restore', backup)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(`documents/${some}/${name} is not as it was backed up`) as string,
  });
  expect(JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8'))).toMatchObject({ dump: true });
});
