import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SealLogs, type Seal } from '@app/audit';
import { SYSTEM, UnitOfWork } from '@app/platform';
import { RebuildProjections } from '@app/register';
import { verifyAll } from '../../apps/cli/src/commands/verify.js';
import { databaseOf, startInProcess } from '../support/app.js';
import { registry } from '../support/command-line.js';
import { runDueJobs } from '../support/jobs.js';
import { Bureau, identityNumber } from '../support/registrations.js';
import { FULL, report } from './drill.js';
import { KeptTables } from './kept-tables.js';
import { columnsOf, Intruder, type Log, type Row } from './tampering.js';

const LOGS: readonly Log[] = ['register', 'audit'];
/** Random places in each log for each kind of tampering. */
const PLACES = FULL ? 12 : 1;
const counts = { drill: 'tamper', tried: 0, found: 0, missed: 0, misnamed: 0 };

let app: NestFastifyApplication;
let bureau: Bureau;
let intruder: Intruder;
let kept: KeptTables;
let folder: string;
let copy: Seal[];

beforeAll(async () => {
  app = await startInProcess();
  bureau = new Bureau(app);
  intruder = new Intruder(databaseOf(app));
  folder = mkdtempSync(join(tmpdir(), 'shuniu-tamper-'));
  await runDueJobs(app);
  await writeTheRegister();
  await sealAll();
  expect(await verifyAll(app)).toMatchObject({ broken: undefined });
  kept = await KeptTables.of(databaseOf(app));
}, 600_000);

afterEach(() => kept.restore());

afterAll(async () => {
  const { drill, ...rest } = counts;
  report(drill, rest);
  rmSync(folder, { recursive: true });
  await app.close();
});

/** Entries of every kind, made as they are made in life. */
async function writeTheRegister(): Promise<void> {
  for (let index = 0; index < (FULL ? 10 : 1); index += 1) {
    await (await bureau.reviewed()).act('approval', 'approve', {}, 200);
    const subject = { name: '周某', idKind: 'RESIDENT_ID', idNumber: identityNumber() };
    const law = { law: '基金会管理条例', article: '第二十三条第二款' };
    const restriction = { subject, effect: 'BAR', actions: ['establishment.*'], reason: '2026年第3号决定' };
    const body = { ...restriction, citation: law, from: '2026-11-01' };
    const { body: imposed } = await bureau.call('enforcement', 'post', '/register/restrictions', body);
    const lift = `/register/restrictions/${imposed.id as string}/actions/lift`;
    expect((await bureau.call('enforcement', 'post', lift, { reason: '复查后解除' })).status).toBe(204);
  }
  const file = join(folder, 'import.csv');
  writeFileSync(
    file,
    'creditCode,name,kind,division,foundedOn,legalRepresentative,residence,scope,status\n' +
      '53100000500021676K,北京理工大学教育基金会,基金会,110108,2010-01-01,,,,正常\n',
  );
  expect(registry(databaseOf(app), 'import', file, '--commit').status).toBe(0);
}

/** Seals until all is covered, and keeps a copy outside: what is written while a transaction runs waits for the next seal. */
async function sealAll(): Promise<void> {
  const file = join(folder, 'seals.json');
  for (;;) {
    expect(registry(databaseOf(app), 'seal', '--export', file).status).toBe(0);
    const [{ open }] = await databaseOf(app).asOwner<{ open: number }>(
      `SELECT ((SELECT count(*) FROM register.entry) + (SELECT count(*) FROM audit.entry) - (SELECT sum(rows) FROM audit.seal))::int AS open`,
    );
    if (open === 0) break;
  }
  ({ items: copy } = JSON.parse(readFileSync(file, 'utf8')) as { items: Seal[] });
}

/** Tries one act of tampering. @param named what the verdict must name */
async function expectFound(tampering: string, named: RegExp, outside?: Seal[]): Promise<void> {
  const { broken } = await verifyAll(app, outside);
  counts.tried += 1;
  if (broken === undefined) counts.missed += 1;
  else if (named.test(broken)) counts.found += 1;
  else counts.misnamed += 1;
  expect({ tampering, broken }).toEqual({ tampering, broken: expect.stringMatching(named) as string });
  await kept.restore();
}

const random = sequence(FULL ? Date.now() : 1);
const nameOf = (log: Log, ...rows: Row[]) =>
  new RegExp(`^${log === 'audit' ? 'audit row' : 'entry'} (${rows.map(({ id }) => id).join('|')}) \\(`);

/** Rows of a log that lie anywhere, but at least one for each kind of entry or action. */
async function places(log: Log): Promise<Row[]> {
  const rows = await intruder.rows(log);
  const kinds = new Map(rows.map((row) => [row[log === 'audit' ? 'action' : 'kind'], row]));
  const anywhere = Array.from({ length: PLACES }, () => rows[random() % rows.length]);
  return FULL ? [...kinds.values(), ...anywhere] : [kinds.values().next().value!];
}

describe.each(LOGS)('in the log %s, found at once and by name, is', (log) => {
  it('a row of which one byte was changed, in whatever column', async () => {
    for (const row of await places(log)) {
      for (const column of FULL ? columnsOf(log) : [log === 'register' ? 'difference' : 'detail']) {
        await intruder.flip(log, row, column, random);
        await expectFound(`${column} of ${log} ${row.id} flipped`, nameOf(log, row));
      }
    }
  }, 3_600_000);

  it('a row that is gone', async () => {
    for (const row of await places(log)) {
      await intruder.remove(log, row);
      const next = (await intruder.rows(log)).find(
        (other) =>
          Number(other.number) === Number(row.number) + 1 &&
          (log === 'audit' ? other.writer === row.writer : other.subject_id === row.subject_id),
      );
      const short =
        log === 'audit'
          ? `^audit rows of writer ${String(row.writer)}: there are`
          : `^subject ${String(row.subject_id)}: has`;
      await expectFound(`${log} ${row.id} removed`, next ? nameOf(log, next) : new RegExp(short));
    }
  }, 3_600_000);

  it('one of two rows that were swapped', async () => {
    const rows = await intruder.rows(log);
    for (const row of await places(log)) {
      const other =
        rows[(rows.indexOf(rows.find(({ id }) => id === row.id)!) + 1 + (random() % (rows.length - 1))) % rows.length];
      await intruder.swap(log, row, other);
      await expectFound(`${log} ${row.id} and ${other.id} swapped`, nameOf(log, row, other));
    }
  }, 3_600_000);
});

describe('once it was sealed, found is', () => {
  const seals = (log: Log) => new RegExp(`^seal \\d+ of log ${log}: `);

  it.each(LOGS)(
    'a tail that was cut off the log %s with all its counts',
    async (log) => {
      for (const length of FULL ? [1, 2, 3, 5, 8, 13, 21, 34] : [1]) {
        await intruder.cutTail(log, length);
        await app.get(RebuildProjections).execute();
        await expectFound(`${length} rows cut off ${log}`, seals(log));
      }
    },
    600_000,
  );

  it('everything of a subject, rewritten with its hashes and projections', async () => {
    const rows = await intruder.rows('register');
    const subjects = [...new Set((await places('register')).map((row) => row.subject_id))];
    for (const subject of subjects) {
      await intruder.rewriteSubject(rows.filter((row) => row.subject_id === subject));
      await app.get(RebuildProjections).execute();
      await expectFound(`subject ${String(subject)} rewritten`, seals('register'));
    }
  }, 600_000);

  it('all that the audit trail tells of a subject, rewritten with its hashes', async () => {
    for (const subject of new Set((await places('audit')).map((row) => String(row.subject_id)))) {
      await intruder.rewriteAudit(subject);
      await expectFound(`audit of ${subject} rewritten`, seals('audit'));
    }
  }, 600_000);

  it.each(LOGS)('a seal of the log %s that was altered or taken away', async (log) => {
    for (const sql of [
      `UPDATE audit.seal SET root = hash WHERE log = '${log}' AND number = 1`,
      `UPDATE audit.seal SET rows = rows + 1 WHERE log = '${log}' AND number = 1`,
      `DELETE FROM audit.seal WHERE log = '${log}' AND number = 1`,
    ]) {
      await intruder.act(sql);
      await expectFound(sql, seals(log));
    }
  });
});

describe('by the copy kept outside, found is', () => {
  it.each(LOGS)('the newest seal of the log %s, taken away together with what it covers', async (log) => {
    const newest = copy.filter((seal) => seal.log === log).at(-1)!;
    await intruder.cutTail(log, newest.rows);
    await intruder.act(`DELETE FROM audit.seal WHERE log = '${log}' AND number = ${newest.number}`);
    await app.get(RebuildProjections).execute();
    await expectFound(
      'newest seal and its rows',
      new RegExp(`^seal ${newest.number} of log ${log}: is not the one`),
      copy,
    );
  });

  it.each(LOGS)('the log %s, rewritten and sealed anew with the keys of the house', async (log) => {
    const [row] = await intruder.rows(log);
    if (log === 'register') await intruder.rewriteSubject([row]);
    else await intruder.rewriteAudit(String(row.subject_id));
    await intruder.act('DELETE FROM audit.seal');
    await app.get(RebuildProjections).execute();
    await app.get(UnitOfWork).run(SYSTEM, (tx) => app.get(SealLogs).execute(tx));
    expect((await verifyAll(app)).broken).toBeUndefined();
    await expectFound(`${log} sealed anew`, /^seal 1 of log \w+: is not the one in the copy held outside$/, copy);
  });
});

it('says so on the command line and exits 1, and 0 when all is as it was', async () => {
  const [row] = await intruder.rows('audit');
  await intruder.flip('audit', row, 'actor', random);
  const { status, stdout } = registry(databaseOf(app), 'verify');
  expect([status, stdout]).toEqual([
    1,
    expect.stringMatching(`^broken: audit row ${row.id} \\(.*does not have its hash\n$`),
  ]);
  await kept.restore();
  expect((await verifyAll(app, copy)).broken).toBeUndefined();
});

/** Numbers that look random, the same for the same seed. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
