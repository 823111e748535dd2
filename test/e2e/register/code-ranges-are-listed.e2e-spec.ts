import { startApp, type TestApp } from '../../support/app.js';
import { Bureau } from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;

beforeAll(async () => {
  app = await startApp();
  bureau = new Bureau(app);
});

afterAll(() => app.close());

it('lists the ranges of codes page by page, with how many there are', async () => {
  for (const prefix of ['MJX0', 'MJX1', 'MJX2']) {
    const body = { authority: '110000', prefix, firstSerial: 0, lastSerial: 99 };
    expect((await bureau.call('administrator', 'post', '/register/code-ranges', body)).status).toBe(201);
  }
  const all = await bureau.call('administrator', 'get', '/register/code-ranges?limit=100');
  const ids = (all.body.items as { id: string }[]).map(({ id }) => id);
  expect(all.body).toMatchObject({ nextCursor: null, total: { value: ids.length, relation: 'eq' } });
  expect(ids.length).toBeGreaterThanOrEqual(3);
  const paged: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await bureau.call('administrator', 'get', `/register/code-ranges?limit=1${query}`);
    expect(body.total.value).toBe(ids.length);
    paged.push(...(body.items as { id: string }[]).map(({ id }) => id));
    cursor = body.nextCursor as string | null;
  }
  expect(paged).toEqual(ids);
});
