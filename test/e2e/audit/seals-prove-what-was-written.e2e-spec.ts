import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AUDIT_ROW_HASH } from '@app/audit';
import { entryHash, type EntryContent } from '@app/register';
import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { registry } from '../../support/command-line.js';
import { runDueJobs } from '../../support/jobs.js';
import { Bureau } from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;
let folder: string;
let copy: string;

beforeAll(async () => {
  app = await startApp();
  bureau = new Bureau(app);
  // The day's job seals the seed: 36 hubs, and what was done to make the demo accounts.
  await runDueJobs(app);
  folder = mkdtempSync(join(tmpdir(), 'shuniu-seals-'));
  copy = join(folder, 'seals.json');
  await (await bureau.reviewed()).act('approval', 'approve', {}, 200);
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await app.close();
});

const run = (...args: string[]) => registry(databaseOf(app), ...args);

/** Tampers as the owner would, says what `verify` makes of it, and puts things right again. */
async function judged(tampering: string, undoing: string, ...args: string[]): Promise<string> {
  await databaseOf(app).asOwner(
    `ALTER TABLE audit.entry DISABLE TRIGGER USER; ALTER TABLE register.entry DISABLE TRIGGER USER; ${tampering}`,
  );
  const { stdout } = run('verify', ...args);
  await databaseOf(app).asOwner(
    `${undoing}; ALTER TABLE audit.entry ENABLE TRIGGER USER; ALTER TABLE register.entry ENABLE TRIGGER USER`,
  );
  return stdout.trim();
}

/** Seals until every entry is covered: one written while any other transaction of the server runs waits for the next seal. */
async function sealAll(...args: string[]): Promise<void> {
  for (;;) {
    expect(run('seal', ...args).status).toBe(0);
    const [{ open }] = await databaseOf(app).asApplication<{ open: number }>(
      `SELECT ((SELECT count(*) FROM register.entry) - (SELECT sum(rows) FROM audit.seal WHERE log = 'register'))::int AS open`,
    );
    if (open === 0) return;
  }
}

const sealCount = async () =>
  (await databaseOf(app).asApplication<{ count: number }>('SELECT count(*)::int AS count FROM audit.seal'))[0].count;

it('seals both logs, links the seals, and verifies them with the copy kept outside', async () => {
  await sealAll('--export', copy);
  const before = await sealCount();
  await (await bureau.reviewed()).act('approval', 'approve', {}, 200);
  await sealAll();
  expect(await sealCount()).toBeGreaterThanOrEqual(before + 2);
  const [{ rows }] = await databaseOf(app).asApplication<{ rows: number }>(
    `SELECT sum(rows)::int AS rows FROM audit.seal WHERE log = 'register'`,
  );
  expect(rows).toBe(38);
  expect(run('verify', '--against', copy)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(`verified: ${await sealCount()} seals over `) as string,
  });
});

it('publishes the seals with the keys by which anybody checks them', async () => {
  const { body } = await bureau.call(undefined, 'get', '/public/seals?limit=100');
  expect(body.total).toEqual({ value: await sealCount(), relation: 'eq' });
  expect(body.items.length).toBeGreaterThanOrEqual(4);
  for (const { hash, keyId, signature } of body.items as { hash: string; keyId: string; signature: string }[]) {
    const { publicKey } = (body.keys as { keyId: string; publicKey: string }[]).find((key) => key.keyId === keyId)!;
    expect(verify(null, Buffer.from(hash), createPublicKey(publicKey), Buffer.from(signature, 'base64'))).toBe(true);
  }
});

it('names an audit row that was changed, whether it is sealed or not', async () => {
  const set = (actor: string) => `UPDATE audit.entry SET actor = ${actor} WHERE id = (SELECT max(id) FROM audit.entry)`;
  expect(await judged(set(`actor || 'x'`), set('left(actor, -1)'))).toMatch(
    /^broken: audit row \d+ \(writer \d+, number \d+\): its content does not have its hash$/,
  );
});

it('names the seal over an audit row that was changed together with its hash', async () => {
  const [{ actor }] = await databaseOf(app).asOwner<{ actor: string }>('SELECT actor FROM audit.entry WHERE id = 2');
  const set = (name: string) =>
    `UPDATE audit.entry SET actor = '${name}' WHERE id = 2; UPDATE audit.entry e SET hash = ${AUDIT_ROW_HASH} WHERE id = 2`;
  expect(await judged(set('nobody'), set(actor))).toBe('broken: seal 1 of log audit: a row it covers was changed');
});

it('names where an audit row was deleted', async () => {
  const keep =
    'CREATE TABLE IF NOT EXISTS audit.kept AS SELECT * FROM audit.entry WHERE id = 3; DELETE FROM audit.entry WHERE id = 3';
  const back = 'INSERT INTO audit.entry OVERRIDING SYSTEM VALUE SELECT * FROM audit.kept; DROP TABLE audit.kept';
  expect(await judged(keep, back)).toMatch(
    /^broken: audit row(s of writer \d+: there are \d+, should be \d+| \d+ .*: number \d+ is missing before it)$/,
  );
});

it('finds an entry that the owner rewrote consistently, hash and projection included', async () => {
  const [row] = await databaseOf(app).asOwner<Record<string, never>>(
    `SELECT id, subject_id AS "subjectId", number, kind, legal_date::text AS "legalDate", recorded_at AS "recordedAt", recorded_by AS "recordedBy",
            case_id AS "caseId", citation, difference, publication, corrects, hash FROM register.entry WHERE kind = 'HUB_RECOGNIZED' ORDER BY id LIMIT 1`,
  );
  const { id, hash, ...content } = row as unknown as EntryContent & { id: string; hash: string };
  const forged = entryHash({ ...content, difference: { ...content.difference, name: '改过的名称' } });
  const set = (name: string, value: string) =>
    `UPDATE register.entry SET difference = jsonb_set(difference, '{name}', to_jsonb('${name}'::text)), hash = '${value}' WHERE id = ${id};
     UPDATE register.hub SET name = '${name}' WHERE subject_id = '${content.subjectId}';
     UPDATE hub.hub_span SET name = '${name}' WHERE subject_id = '${content.subjectId}'`;
  expect(await judged(set('改过的名称', forged), set(content.difference.name as string, hash))).toBe(
    'broken: seal 1 of log register: a row it covers was changed',
  );
});

it('finds seals that were made anew over a tail that was cut, by the copy kept outside', async () => {
  const other = join(folder, 'other.json');
  const { items } = JSON.parse(readFileSync(copy, 'utf8')) as { items: { hash: string }[] };
  writeFileSync(
    other,
    JSON.stringify({ items: items.map((item, index) => (index === 0 ? { ...item, hash: 'ff'.repeat(32) } : item)) }),
  );
  expect(run('verify', '--against', other).stdout).toBe(
    'broken: seal 1 of log audit: is not the one in the copy held outside\n',
  );
  writeFileSync(other, '{}');
  expect(run('verify', '--against', other).status).toBe(2);
});

it('lets nobody write a row into a range that is sealed already', async () => {
  const [row] = await databaseOf(app).asApplication<{ stamped: string; given: string }>(
    `INSERT INTO audit.entry (at, actor, action, subject_type, subject_id, detail, recorded_in)
     VALUES (now(), 'x', 'x', 'x', 'x', '{}', '3'::xid8) RETURNING recorded_in::text AS stamped, pg_current_xact_id()::text AS given`,
  );
  expect(row.stamped).toBe(row.given);
});
