import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodyCode, buildCreditCode } from '@app/kernel';
import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { registry } from '../../support/command-line.js';
import { Bureau } from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');

const ROWS = [
  ['北京市海淀智能装备学会', '110108', '2016-01-05', 'ACTIVE'],
  ['北京市智能装备学会', '110105', '2017-02-06', 'ACTIVE'],
  ['智能装备', '110105001', '2018-03-07', 'DEREGISTERED'],
  ['北京市园艺学会', '110106', '2019-04-08', 'ACTIVE'],
  ['北京市百分之五十%学会', '110101', '2020-05-09', 'ACTIVE'],
] as const;
const codeOf = (index: number) =>
  buildCreditCode({ kind: 'SOCIAL_GROUP', authority: '110000', body8: bodyCode('5003', index) });

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
  const folder = mkdtempSync(join(tmpdir(), 'shuniu-public-'));
  const lines = ROWS.map(
    ([name, division, foundedOn, status], index) =>
      `${codeOf(index)},${name},SOCIAL_GROUP,${division},${foundedOn},某人,北京市,交流,${status}`,
  );
  writeFileSync(
    join(folder, 'rows.csv'),
    ['creditCode,name,kind,division,foundedOn,legalRepresentative,residence,scope,status', ...lines].join('\n'),
  );
  expect(registry(databaseOf(app), 'import', join(folder, 'rows.csv'), '--commit').status).toBe(0);
  rmSync(folder, { recursive: true });
});

afterAll(() => app.close());

async function found(query: Record<string, string>): Promise<string[]> {
  const answer = await bureau.call(undefined, 'get', `/public/organizations?${new URLSearchParams(query).toString()}`);
  expect(answer.status).toBe(200);
  return (answer.body.items as { name: string }[]).map(({ name }) => name);
}

describe('search', () => {
  it('puts the very name first, then what begins with it, then what contains it, shorter before longer', async () => {
    expect(await found({ q: '智能装备' })).toEqual(['智能装备', '北京市智能装备学会', '北京市海淀智能装备学会']);
  });

  it('finds one character, and full-width and spaced spellings', async () => {
    expect(await found({ q: '艺' })).toEqual(['北京市园艺学会']);
    expect(await found({ q: ' 园 艺 ' })).toEqual(['北京市园艺学会']);
  });

  it('takes % and _ as what they are, not as wildcards', async () => {
    expect(await found({ q: '_' })).toEqual([]);
    expect(await found({ q: '五十%' })).toEqual(['北京市百分之五十%学会']);
  });

  it.each([
    ['a division with what lies below it', { division: '110105' }, 2],
    ['the registrar', { authority: '110000' }, 5],
    ['the status', { status: 'DEREGISTERED' }, 1],
    ['the founding days', { foundedFrom: '2017-02-06', foundedTo: '2018-03-07' }, 2],
    ['a kind of which there is none', { kind: 'FOUNDATION' }, 0],
    ['a hub that has none', { hub: 'HUB-1-04' }, 0],
    ['both a name and a filter', { q: '智能', status: 'ACTIVE' }, 2],
  ])('filters by %s', async (_, query, count) => {
    expect(await found(query as unknown as Record<string, string>)).toHaveLength(count);
  });

  it('sorts by founding day both ways and pages without loss', async () => {
    const oldest = await found({ sort: 'foundedOn' });
    expect(await found({ sort: '-foundedOn' })).toEqual([...oldest].reverse());
    const walked: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = { sort: 'foundedOn', limit: '2', ...(cursor === null ? {} : { cursor }) };
      const { body } = await bureau.call(
        undefined,
        'get',
        `/public/organizations?${new URLSearchParams(query).toString()}`,
      );
      walked.push(...(body.items as { name: string }[]).map(({ name }) => name));
      expect(body.total).toEqual({ value: 5, relation: 'eq' });
      cursor = body.nextCursor as string | null;
    } while (cursor !== null);
    expect(walked).toEqual(oldest);
  });

  it('names every parameter it cannot read', async () => {
    const { status, body } = await bureau.call(
      undefined,
      'get',
      '/public/organizations?kind=CLUB&limit=1000&foundedFrom=2026-02-30&colour=red',
    );
    expect(status).toBe(400);
    expect(body.violations.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/colour',
      '/foundedFrom',
      '/kind',
      '/limit',
    ]);
  });
});

describe('the public file', () => {
  it('stands as of its founding, not before', async () => {
    const path = `/public/organizations/${codeOf(0)}`;
    expect((await bureau.call(undefined, 'get', `${path}?asOf=2016-01-04`)).status).toBe(404);
    expect((await bureau.call(undefined, 'get', `${path}?asOf=2016-01-05`)).body).toMatchObject({
      name: ROWS[0][0],
      asOf: '2016-01-05',
    });
    expect((await bureau.call(undefined, 'get', `${path}?knownAt=2020-01-01T00:00:00Z`)).status).toBe(404);
    expect((await bureau.call(undefined, 'get', `${path}?asOf=yesterday`)).status).toBe(400);
  });

  it('shows the legal representative by name alone, in the file and in the entries', async () => {
    const path = `/public/organizations/${codeOf(0)}`;
    expect((await bureau.call(undefined, 'get', path)).body.legalRepresentative).toEqual({ name: '某人' });
    const entries = await bureau.call(undefined, 'get', `${path}/entries`);
    expect(entries.body.items).toMatchObject([
      {
        number: 1,
        kind: 'IMPORTED',
        legalDate: '2016-01-05',
        fields: { name: ROWS[0][0], legalRepresentative: { name: '某人' } },
      },
    ]);
    expect(JSON.stringify(entries.body)).not.toMatch(/commitment|"person"/);
  });

  it('is not found for a code that nobody has', async () => {
    const { status, body, headers } = await bureau.call(undefined, 'get', '/public/organizations/51110000MJ0101505U');
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'NOT_FOUND' });
    expect(headers['content-type']).toMatch('application/problem+json');
  });

  it('comes with an ETag that a cache may keep', async () => {
    const path = `/public/organizations/${codeOf(0)}`;
    const first = await bureau.call(undefined, 'get', path);
    expect((await bureau.call(undefined, 'get', path, undefined, { 'if-none-match': first.headers.etag })).status).toBe(
      304,
    );
  });
});
