import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { registry } from '../../support/command-line.js';
import { Bureau } from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;

beforeAll(async () => {
  app = await startApp();
  bureau = new Bureau(app);
});

afterAll(() => app.close());

interface Hub {
  code: string;
  batch: number;
  orderInBatch: number;
  name: string;
  namePrinted: string;
  tier: string;
  recognizedOn: string | null;
}

async function hubs(query = ''): Promise<Hub[]> {
  return (await bureau.call(undefined, 'get', `/public/hubs${query}`)).body.items as Hub[];
}

it('lists the 36 city hubs of 专栏7 in their four batches of 10, 12, 5 and 9', async () => {
  const all = await hubs();
  expect(all).toHaveLength(36);
  expect([1, 2, 3, 4].map((batch) => all.filter((hub) => hub.batch === batch).length)).toEqual([10, 12, 5, 9]);
  expect(all.map(({ batch, orderInBatch }) => batch * 100 + orderInBatch)).toEqual(
    [...all.map(({ batch, orderInBatch }) => batch * 100 + orderInBatch)].sort((a, b) => a - b),
  );
  expect(all[0]).toMatchObject({ code: 'HUB-1-01', name: '北京市总工会', tier: 'CITY', recognizedOn: null });
  expect(await hubs('?batch=3')).toHaveLength(5);
});

it('gives them page by page to a caller who wants fewer', async () => {
  const codes: string[] = [];
  let query = '?limit=10';
  for (let pages = 0; query !== ''; pages += 1) {
    const { body } = await bureau.call(undefined, 'get', `/public/hubs${query}`);
    expect(body.total).toEqual({ value: 36, relation: 'eq' });
    codes.push(...(body.items as Hub[]).map(({ code }) => code));
    query = body.nextCursor === null ? '' : `?limit=10&cursor=${body.nextCursor as string}`;
    expect(pages).toBeLessThan(4);
  }
  expect(codes).toEqual((await hubs()).map(({ code }) => code));
  expect((await bureau.call(undefined, 'get', '/public/hubs?limit=101')).status).toBe(400);
});

it('gives 北京市社会科学界联合会 its official name and the one printed', async () => {
  expect((await hubs('?batch=1')).find(({ code }) => code === 'HUB-1-08')).toMatchObject({
    name: '北京市社会科学界联合会',
    namePrinted: '北京市社会科学届联合会',
  });
});

it('changes nothing when the seed is run again', async () => {
  const before = await hubs();
  expect(registry(databaseOf(app), 'seed')).toMatchObject({
    status: 0,
    stdout: '0 division(s) and 0 hub(s) added or changed\n',
  });
  expect(await hubs()).toEqual(before);
  expect(registry(databaseOf(app), 'verify').stdout).toContain('verified: 36 entries of 36 subjects\n');
});

it('answers 304 to a cache that has the list', async () => {
  const first = await bureau.call(undefined, 'get', '/public/hubs');
  expect(first.headers['cache-control']).toBe('public, max-age=60');
  const again = await bureau.call(undefined, 'get', '/public/hubs', undefined, { 'if-none-match': first.headers.etag });
  expect(again.status).toBe(304);
});
