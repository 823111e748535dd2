import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { cite } from '@app/kernel';
import { SYSTEM, UnitOfWork } from '@app/platform';
import { ORGANIZATION_PUBLICATION, Register, RegisterQueries, type State } from '@app/register';
import { databaseOf, startInProcess } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { Bureau } from '../../support/registrations.js';

let app: NestFastifyApplication;
let bureau: Bureau;
let creditCode: string;
const clock = new SettableClock('2026-11-24');

/** What a decision on a change will once append. */
async function append(day: string, legalDate: string, set: State): Promise<void> {
  clock.set(day);
  const { subjectId } = await app.get(RegisterQueries).organizationByCode(creditCode);
  const citation = cite('社会团体登记管理条例', '第十八条');
  await app
    .get(UnitOfWork)
    .run(SYSTEM, (tx) =>
      app
        .get(Register)
        .append(tx, subjectId, { kind: 'IMPORTED', legalDate, citation, set, publication: ORGANIZATION_PUBLICATION }),
    );
}

beforeAll(async () => {
  app = await startInProcess({ clock });
  bureau = new Bureau(app);
  const registration = await bureau.reviewed();
  await registration.act('approval', 'approve', {}, 200);
  creditCode = registration.body.decision!.creditCode!;
  await append('2027-03-05', '2027-03-05', { residence: '北京市海淀区学院路2号' });
  // Told late: the funds had grown before the move.
  await append('2027-04-06', '2027-02-01', { funds: 50_000 });
  clock.set('2027-05-01');
});

afterAll(() => app.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  bureau.call(undefined, 'get', `/public/organizations/${creditCode}${path}`, undefined, headers);

interface Item {
  readonly field: string;
  readonly values: Record<string, unknown>[];
}

describe('the history of the registered items', () => {
  it('tells each value with its days and the entry that set it', async () => {
    const { status, body } = await get('/history?field=residence');
    expect([status, body]).toEqual([
      200,
      {
        items: [
          {
            field: 'residence',
            values: [
              expect.objectContaining({
                from: '2026-11-24',
                until: '2027-03-04',
                value: '北京市海淀区学院路1号',
                entry: 1,
                correctedBy: null,
              }),
              expect.objectContaining({ from: '2027-03-05', until: null, value: '北京市海淀区学院路2号', entry: 2 }),
            ],
          },
        ],
        nextCursor: null,
        total: { value: 1, relation: 'eq' },
      },
    ]);
  });

  it('says of any day what the file says as of that day, for every item', async () => {
    const items = (await get('/history')).body.items as Item[];
    expect(items.length).toBeGreaterThan(12);
    for (const day of ['2026-11-24', '2027-01-31', '2027-02-01', '2027-03-05', '2027-05-01']) {
      const file = (await get(`?asOf=${day}`)).body as Record<string, unknown>;
      const covering = items.map(({ field, values }) => [
        field === 'primaryHub' ? 'hub' : field,
        values.find(({ from, until }) => (from as string) <= day && (until === null || day <= (until as string)))
          ?.value ?? null,
      ]);
      expect(file).toMatchObject(Object.fromEntries(covering) as object);
    }
  });

  it('places what was told late where it belongs, and does not know it before', async () => {
    expect((await get('/history?field=funds')).body.items[0].values).toMatchObject([
      { from: '2026-11-24', until: '2027-01-31', value: 30_000, entry: 1 },
      { from: '2027-02-01', until: null, value: 50_000, entry: 3 },
    ]);
    expect((await get('/history?field=funds&knownAt=2027-04-01T00:00:00Z')).body.items[0].values).toMatchObject([
      { from: '2026-11-24', until: null, value: 30_000 },
    ]);
  });

  it('shows persons by name and post alone', async () => {
    const { body, text } = await get('/history');
    const leaders = (body.items as Item[]).find(({ field }) => field === 'leaders')!;
    expect(leaders.values[0].value).toEqual([
      { name: '张明', post: '会长' },
      { name: '赵强', post: '秘书长' },
    ]);
    expect(text).not.toMatch(/commitment|"person"|1900|1380000/);
  });

  it('is not found before anything was known, and refuses an item that there is not', async () => {
    const before = await get('/history?knownAt=2026-01-01T00:00:00Z');
    expect([before.status, before.body.detail]).toEqual([404, '该时点尚无登记']);
    expect((await get('/history?field=idNumber')).status).toBe(400);
  });
});

describe('the difference between two moments', () => {
  it('names the items that changed from one day to another', async () => {
    const { status, body } = await get('/difference?from=2026-11-24&to=2027-03-05');
    expect([status, body]).toEqual([
      200,
      {
        from: { asOf: '2026-11-24', knownAt: null },
        to: { asOf: '2027-03-05', knownAt: null },
        items: [
          { field: 'funds', before: 30_000, after: 50_000 },
          { field: 'residence', before: '北京市海淀区学院路1号', after: '北京市海淀区学院路2号' },
        ],
      },
    ]);
  });

  it('names what was learned about one and the same day', async () => {
    const { body } = await get('/difference?from=2027-03-05&to=2027-03-05&fromKnownAt=2027-03-31T00:00:00Z');
    expect(body.items).toEqual([{ field: 'funds', before: 30_000, after: 50_000 }]);
    expect((await get('/difference')).body.items).toEqual([]);
  });

  it('is not found where nothing stood at one of the moments', async () => {
    for (const query of ['from=2026-11-23', 'to=2026-11-23', 'fromKnownAt=2026-01-01T00:00:00Z']) {
      const answer = await get(`/difference?${query}`);
      expect([answer.status, answer.body.detail]).toEqual([404, '该时点尚无登记']);
    }
    expect((await get('/difference?from=2027-02-30')).status).toBe(400);
  });
});

it('comes with an ETag that a cache may keep', async () => {
  for (const path of ['/history', '/difference?from=2026-11-24']) {
    const first = await get(path);
    expect(first.headers['cache-control']).toMatch(/^public/);
    expect((await get(path, { 'if-none-match': String(first.headers.etag) })).status).toBe(304);
  }
});

it('tells a corrected value with the entry that corrects it', async () => {
  await databaseOf(app).asOwner(
    `INSERT INTO register.entry (subject_id, number, kind, legal_date, recorded_at, citation, difference, publication,
                                 corrects, hash)
     SELECT subject_id, 4, kind, legal_date, '2027-05-01T08:00:00Z', citation, '{"residence": "北京市海淀区学院路3号"}',
            '{"residence": "PUBLIC"}', 2, repeat('0', 64)
       FROM register.entry WHERE number = 2`,
  );
  expect((await get('/history?field=residence')).body.items[0].values.at(-1)).toEqual({
    from: '2027-03-05',
    until: null,
    value: '北京市海淀区学院路3号',
    entry: 2,
    correctedBy: 4,
    recordedAt: '2027-05-01T08:00:00.000Z',
  });
});
