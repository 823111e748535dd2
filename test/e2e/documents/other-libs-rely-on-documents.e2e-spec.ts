import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { mkdir, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import type { Principal } from '@app/access';
import { Documents, NumberSeries } from '@app/documents';
import { NotFound, RuleViolated } from '@app/kernel';
import { Settings, SYSTEM, type Tx, UnitOfWork } from '@app/platform';
import { SweepDocuments } from '../../../libs/documents/src/application/sweep-documents.js';
import { pdf } from '../../../libs/documents/src/testing/honest-files.js';
import { loginAs, startInProcess } from '../../support/app.js';
import { runDueJobs } from '../../support/jobs.js';

const LONG_AGO = new Date('2020-01-01T00:00:00Z');

let app: NestFastifyApplication;
let token: string;

beforeAll(async () => {
  app = await startInProcess();
  // The day's own sweep must not run while these tests make things look old.
  await runDueJobs(app);
  token = await loginAs(app, 'applicant');
});

afterAll(() => app.close());

const query = (sql: string, parameters: unknown[] = []) => app.get(DataSource).query(sql, parameters);
const inTx = <T>(work: (tx: Tx) => Promise<T>) => app.get(UnitOfWork).run(SYSTEM, work);

async function uploaded(): Promise<string> {
  const request = supertest(app.getHttpServer()).post('/api/v1/documents').set('authorization', `Bearer ${token}`);
  return (await request.attach('file', pdf(), 'a.pdf').expect(201)).body.id;
}

/** The caller of a use case, as far as documents ask: which account it is. */
async function uploaderOf(id: string): Promise<Principal> {
  const [row] = await query('SELECT uploaded_by FROM documents.document WHERE id = $1', [id]);
  return { accountId: row.uploaded_by, name: 'applicant' } as Principal;
}

const rejection = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a lib that is given document ids', () => {
  it('gets their records in the order asked for', async () => {
    const ids = [await uploaded(), await uploaded()].reverse();
    const records = await app.get(Documents).get(ids);
    expect(records.map(({ id }) => id)).toEqual(ids);
    expect(records[0]).toMatchObject({ kind: 'PDF', fileName: 'a.pdf' });
    await expect(app.get(Documents).get([...ids, randomUUID()])).rejects.toThrow(NotFound);
  });

  it("is told at once of every one that is not there or is not the caller's, with the pointer it gave", async () => {
    const mine = await uploaded();
    const me = await uploaderOf(mine);
    const stranger = { ...me, accountId: randomUUID() };
    const require = (who: Principal, ids: string[]) =>
      inTx((tx) =>
        app.get(Documents).requireOwned(
          tx,
          who,
          ids.map((id, index) => ({ id, pointer: `/documents/${index}` })),
        ),
      );
    expect(await require(me, [mine, mine.toUpperCase()])).toHaveLength(2);
    const error = await rejection(require(me, [mine, randomUUID(), 'nonsense']));
    expect(error).toBeInstanceOf(RuleViolated);
    const pointers = (found: unknown) => (found as RuleViolated).violations.map(({ pointer }) => pointer);
    expect(pointers(error)).toEqual(['/documents/1', '/documents/2']);
    expect(pointers(await rejection(require(stranger, [mine])))).toEqual(['/documents/0']);
  });
});

describe('the sweep', () => {
  const sweep = () => inTx((tx) => app.get(SweepDocuments).execute(tx));

  async function pathOf(id: string): Promise<string> {
    const [row] = await query('SELECT blob_name FROM documents.document WHERE id = $1', [id]);
    return join(app.get(Settings).dataDir, 'documents', row.blob_name.slice(0, 2), row.blob_name);
  }

  const exists = (path: string) =>
    stat(path).then(
      () => true,
      () => false,
    );

  /** An upload of long ago. The application may not change a row, so the row is written anew. */
  async function aged(): Promise<{ id: string; path: string }> {
    const id = await uploaded();
    const path = await pathOf(id);
    const [row] = await query('DELETE FROM documents.document WHERE id = $1 RETURNING *', [id]).then(([rows]) => rows);
    await query(`INSERT INTO documents.document SELECT * FROM json_populate_record(NULL::documents.document, $1)`, [
      JSON.stringify({ ...row, uploaded_at: LONG_AGO }),
    ]);
    return { id, path };
  }

  it('deletes what was never attached after 30 days, its blob with the sweep after, and spares the rest', async () => {
    const fresh = await uploaded();
    const freshPath = await pathOf(fresh);
    const attached = await aged();
    const forgotten = await aged();
    await inTx(async (tx) => {
      await app.get(Documents).attach(tx, [attached.id, attached.id], 'test.case', '1');
      await app.get(Documents).attach(tx, [attached.id], 'test.case', '1');
      await app.get(Documents).attach(tx, [], 'test.case', '1');
    });
    for (const path of [freshPath, attached.path, forgotten.path]) await utimes(path, LONG_AGO, LONG_AGO);
    expect(await sweep()).toEqual({ blobs: 0, incoming: 0, rows: 1 });
    expect(await exists(forgotten.path)).toBe(true);
    expect(await sweep()).toEqual({ blobs: 1, incoming: 0, rows: 0 });
    expect(await Promise.all([freshPath, attached.path, forgotten.path].map(exists))).toEqual([true, true, false]);
  });

  it('deletes a blob that never got a row after a day, and what an interrupted upload left', async () => {
    const root = join(app.get(Settings).dataDir, 'documents');
    const blobs = ['a', 'b'].map((letter) => join(root, letter.repeat(2), letter.repeat(64)));
    const part = join(root, 'incoming', 'x.part');
    for (const path of [...blobs, part]) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, 'x');
    }
    for (const path of [blobs[0], part]) await utimes(path, LONG_AGO, LONG_AGO);
    expect(await sweep()).toEqual({ blobs: 1, incoming: 1, rows: 0 });
    expect(await Promise.all([...blobs, part].map(exists))).toEqual([false, true, false]);
  });

  it('runs every day by itself', async () => {
    const rows = await query(
      `SELECT count(*)::int AS count FROM platform.outbox WHERE topic = 'daily:sweep-documents'`,
    );
    expect(rows[0].count).toBeGreaterThan(0);
  });
});

describe("the application's own role", () => {
  it.each([
    ['change a document', `UPDATE documents.document SET sha256 = sha256`],
    ['change an attachment', `UPDATE documents.attachment SET subject_id = subject_id`],
    ['delete an attachment', `DELETE FROM documents.attachment`],
    ['delete a series', `DELETE FROM documents.number_series`],
    ['move a series to another year', `UPDATE documents.number_series SET year = year`],
  ])('cannot %s', async (_title, sql) => {
    await expect(query(sql)).rejects.toThrow(/permission denied/);
  });

  it('cannot delete a document that something is attached to', async () => {
    const id = await uploaded();
    await inTx((tx) => app.get(Documents).attach(tx, [id], 'test.case', '2'));
    await expect(query('DELETE FROM documents.document WHERE id = $1', [id])).rejects.toThrow(/attachment/);
  });
});

describe('a number series', () => {
  const next = (tx: Tx, series: string, year = 2026) => app.get(NumberSeries).next(tx, series, year);

  it('gives fifty callers at once fifty numbers without a gap', async () => {
    const numbers = await Promise.all(Array.from({ length: 50 }, () => inTx((tx) => next(tx, 'receipt:440300'))));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  it('gives the number of a failed transaction again', async () => {
    const failed = inTx(async (tx) => {
      expect(await next(tx, 'decision:440300')).toBe(1);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await inTx((tx) => next(tx, 'decision:440300'))).toBe(1);
  });

  it('begins anew in every series and every year', async () => {
    await inTx(async (tx) => {
      expect(await next(tx, 'certificate:440300')).toBe(1);
      expect(await next(tx, 'certificate:440300')).toBe(2);
      expect(await next(tx, 'certificate:440300', 2027)).toBe(1);
      expect(await next(tx, 'certificate:440305')).toBe(1);
    });
  });

  it('has a name of plain letters', async () => {
    await expect(inTx((tx) => next(tx, 'x; DROP'))).rejects.toThrow(/number_series_series_check/);
  });
});
