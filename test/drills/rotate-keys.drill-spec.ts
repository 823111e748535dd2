import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import supertest from 'supertest';
import { environmentOf, programAt } from '../support/app.js';
import { registryIn, startRegistry } from '../support/command-line.js';
import { TestDatabase, testServer } from '../support/database.js';
import { ProgramProcess, until } from '../support/processes.js';
import { Bureau, upload, type Registration } from '../support/registrations.js';
import { FULL, report } from './drill.js';

const APPLICATIONS = FULL ? 60 : 2;
const UPLOADS = FULL ? 400 : 16;
const KILLS = FULL ? 8 : 1;

let database: TestDatabase;
let env: Record<string, string>;
let api: ProgramProcess;
let bureau: Bureau;

beforeAll(async () => {
  database = await TestDatabase.clone();
  const keysFile = join(testServer().dataDir, `${database.name}.keys.json`);
  copyFileSync(join(testServer().dataDir, 'keys.json'), keysFile);
  env = environmentOf(database, { KEYS_FILE: keysFile });
  api = await ProgramProcess.start('api', env);
  bureau = new Bureau(programAt(() => api.url));
});

afterAll(async () => {
  await api.stop();
  await database.drop();
});

const keyFile = () => JSON.parse(readFileSync(env.KEYS_FILE, 'utf8')) as { current: string };
const documentsUnder = async (which: '=' | '<>', keyId: string) =>
  (await database.asOwner(`SELECT 1 FROM documents.document WHERE key_id ${which} $1`, [keyId])).length;

/** Starts a rotation and kills it when it has brought some documents over. */
async function killMidway(old: string, atLeast: number): Promise<void> {
  const rotation = startRegistry(env, 'keys', 'rotate');
  const ended = once(rotation, 'exit');
  await until('some documents are under the new key', async () => (await documentsUnder('<>', old)) >= atLeast, 60_000);
  rotation.kill('SIGKILL');
  await ended;
}

it('brings everything under the new key though it is killed on the way, while applications are filed', async () => {
  const before = keyFile().current;
  const token = await bureau.token('applicant');
  const documents: string[] = [];
  for (let index = 0; index < UPLOADS; index += 1) documents.push(await upload(bureau.app, token));
  await bureau.call('applicant', 'put', '/me/notice-address', { email: 'zhang.san@mail.example' });
  const filed: Registration[] = [];
  const file = async () => {
    const registration = await bureau.draft();
    await registration.act('applicant', 'submit', {}, 200);
    filed.push(registration);
  };
  for (let index = 0; index < APPLICATIONS; index += 1) await file();

  for (let kill = 1; kill <= KILLS; kill += 1) {
    const already = await documentsUnder('<>', before);
    await Promise.all([killMidway(before, already + randomInt(1, Math.ceil(UPLOADS / (KILLS + 1)))), file()]);
  }
  const unfinished = await documentsUnder('=', before);
  const last = registryIn(env, 'keys', 'rotate');
  expect(last.stdout).toMatch(/^resumed and rotated: \d+ values under k/);
  await file();

  const shown = registryIn(env, 'keys', 'show').stdout;
  const left = Number(new RegExp(`${before} old: (\\d+) values`).exec(shown)![1]);
  const unreadable = { applications: 0, documents: 0, addresses: 0 };
  const address = await bureau.call('applicant', 'get', '/me/notice-address');
  if (address.body.email !== 'z***@mail.example') unreadable.addresses += 1;
  for (const { path } of filed) {
    const answer = await bureau.call('applicant', 'get', path);
    if (answer.status !== 200) unreadable.applications += 1;
  }
  for (const id of documents) {
    const answer = await supertest(api.url)
      .get(`/api/v1/documents/${id}/content`)
      .set('authorization', `Bearer ${await bureau.token('applicant')}`);
    if (answer.status !== 200) unreadable.documents += 1;
  }
  report('rotate-keys', {
    applications: filed.length,
    documents: documents.length,
    kills: KILLS,
    unfinishedAfterLastKill: unfinished,
    leftUnderOldKey: left,
    lost: unreadable.applications + unreadable.documents + unreadable.addresses,
  });
  expect(unfinished).toBeGreaterThan(0);
  expect(left).toBe(0);
  expect(unreadable).toEqual({ applications: 0, documents: 0, addresses: 0 });
  expect(registryIn(env, 'verify')).toMatchObject({ status: 0 });
}, 120_000);

it('serves on when the old key is dropped, and a start without the key in use says which one is missing', async () => {
  const [old] = /\S+(?= old)/.exec(registryIn(env, 'keys', 'show').stdout)!;
  expect(registryIn(env, 'keys', 'drop', keyFile().current)).toMatchObject({ status: 2 });
  expect(registryIn(env, 'keys', 'drop', old).stdout).toBe(`dropped: ${old}\n`);
  expect((await new Bureau(bureau.app).call('applicant', 'get', '/registrations')).status).toBe(200);
  expect(registryIn(env, 'verify')).toMatchObject({ status: 0 });

  const other = join(testServer().dataDir, `${database.name}.other-keys.json`);
  copyFileSync(join(testServer().dataDir, 'keys.json'), other);
  const { current } = keyFile();
  expect(failedStart({ ...env, KEYS_FILE: other })).toContain(`encryption key ${current} is not in the key file`);
});

/** What a start says that fails. */
function failedStart(environment: Record<string, string>): string {
  return spawnSync(process.execPath, ['dist/apps/api/src/main.js'], {
    env: { ...process.env, ...environment, NODE_OPTIONS: '' },
    encoding: 'utf8',
    timeout: 20_000,
  }).stderr;
}
