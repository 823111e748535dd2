import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays } from '@app/kernel';
import { fold, RegisterQueries, type Entry, type HubState, type OrganizationState } from '@app/register';
import { databaseOf, startInProcess } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { assign, DECISION, proposedMeasure, recognizedHub } from '../../support/hubs.js';
import { runDueJobs } from '../../support/jobs.js';
import { Organization } from '../../support/matters.js';
import { Bureau } from '../../support/registrations.js';

/** Days that are compared: from before the first registration to behind the last entry. */
const DAYS = Array.from({ length: 50 }, (_, index) => addDays('2026-11-20', index));

let app: NestFastifyApplication;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');

beforeAll(async () => {
  app = await startInProcess({ clock });
  bureau = new Bureau(app);
  const organizations = [];
  for (const division of ['110108', '110101', '110108'])
    organizations.push(await Organization.establish(bureau, { division }));
  await Organization.establish(bureau, {
    authority: '110108',
    name: '北京市海淀区智能装备测试技术学会',
    activityArea: '北京市海淀区',
  });
  const district = await recognizedHub(bureau);
  const [first, second, third] = organizations;
  await assign(bureau, first.creditCode, { hub: 'HUB-1-04' });
  clock.set('2026-12-01');
  await assign(bureau, second.creditCode, { hub: district });
  await assign(bureau, first.creditCode, { hub: 'HUB-2-05' });
  clock.set('2026-12-10');
  await assign(bureau, first.creditCode, { release: true });
  await second.approved('CHANGE', { change: { reason: '搬迁', residence: '北京市西城区9号', division: '110102' } });
  clock.set('2026-12-20');
  await assign(bureau, third.creditCode, { hub: 'HUB-1-04' });
  const withdrawal = await proposedMeasure(bureau, district, { type: 'WITHDRAWAL' });
  await withdrawal.act('leading-group', 'order', { ...DECISION, decidedOn: '2026-12-20' }, 200);
  clock.set('2027-01-08');
  await runDueJobs(app);
});

afterAll(() => app.close());

/** What every subject's entries say, folded one by one: no projection is asked. */
async function histories(type: string): Promise<Entry[][]> {
  const sql = 'SELECT id FROM register.subject WHERE type = $1 AND last_number > 0';
  const subjects = await databaseOf(app).asApplication<{ id: string }>(sql, [type]);
  return Promise.all(subjects.map(({ id }) => app.get(RegisterQueries).entriesOf(id)));
}

it.each(['tier', 'division', 'kind', 'category', 'standing', undefined])(
  'on 50 days, by %s, is what folding the history of every organization and hub says',
  async (by) => {
    const organizations = await histories('ORGANIZATION');
    const hubs = await histories('HUB');
    for (const asOf of DAYS) {
      const standing = new Set(
        hubs
          .map((entries) => fold(entries, { asOf }) as HubState | undefined)
          .filter((hub) => hub && hub.standing !== 'WITHDRAWN')
          .map((hub) => hub!.code),
      );
      const counted = new Map<string | null, { active: number; covered: number }>();
      for (const entries of organizations) {
        const state = fold(entries, { asOf }) as OrganizationState | undefined;
        if (state?.status !== 'ACTIVE') continue;
        const key =
          {
            tier: state.authority === '110108' ? 'DISTRICT' : 'CITY',
            division: state.division,
            kind: state.kind,
            category: state.category ?? null,
            standing: state.standing,
          }[by ?? ''] ?? null;
        const row = counted.get(key) ?? { active: 0, covered: 0 };
        row.active += 1;
        if (state.primaryHub && standing.has(state.primaryHub)) row.covered += 1;
        counted.set(key, row);
      }
      const { body } = await bureau.call('leading-group', 'get', `/hub-coverage?asOf=${asOf}${by ? `&by=${by}` : ''}`);
      const rows = body.rows as { key: string | null; active: number; covered: number }[];
      expect([asOf, new Map(rows.map(({ key, active, covered }) => [key, { active, covered }]))]).toEqual([
        asOf,
        counted,
      ]);
    }
  },
);

it('by hub counts each that stands, and what has none', async () => {
  const { body } = await bureau.call('leading-group', 'get', '/hub-coverage?by=hub&asOf=2026-12-05');
  expect(body.rows).toEqual([
    { key: 'HUB-110108-01', active: 1, covered: 1, percent: 100 },
    { key: 'HUB-2-05', active: 1, covered: 1, percent: 100 },
    { key: null, active: 2, covered: 0, percent: 0 },
  ]);
});

it('by month is the coverage of each last day, and is taken away as CSV and as a workbook', async () => {
  const query = 'from=2026-11-01&to=2027-01-08';
  const { body } = await bureau.call('leading-group', 'get', `/hub-coverage/series?${query}`);
  expect(body.points.map(({ asOf, covered }: { asOf: string; covered: number }) => [asOf, covered])).toEqual([
    ['2026-11-30', 1],
    ['2026-12-31', 1],
    ['2027-01-08', 1],
  ]);
  const csv = await bureau.call('leading-group', 'get', `/hub-coverage/series?${query}&format=csv`);
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(csv.text).toBe(
    '\uFEFFasOf,all,active,covered,percent\r\n2026-11-30,,4,1,25\r\n2026-12-31,,4,1,25\r\n2027-01-08,,4,1,25\r\n',
  );
  const workbook = await bureau.call('leading-group', 'get', '/hub-coverage?by=tier&format=xlsx');
  expect(workbook.headers['content-disposition']).toBe('attachment; filename="hub-coverage-2027-01-08.xlsx"');
  const long = await bureau.call('leading-group', 'get', '/hub-coverage/series?from=1990-01-01&to=2026-01-01');
  expect(long.body.violations).toMatchObject([{ code: 'SERIES-SPAN' }]);
});

it.each(['hub', 'tier', 'division', undefined])(
  'by month and by %s says what each day says by itself, and ends today',
  async (by) => {
    const dimension = by ? `&by=${by}` : '';
    const { body } = await bureau.call(
      'leading-group',
      'get',
      `/hub-coverage/series?from=2026-10-01&to=2027-06-30${dimension}`,
    );
    const points = body.points as { asOf: string; key: string | null; active: number; covered: number }[];
    expect([...new Set(points.map(({ asOf }) => asOf))]).toEqual(['2026-11-30', '2026-12-31', '2027-01-08']);
    for (const asOf of ['2026-10-31', '2026-11-30', '2026-12-31', '2027-01-08']) {
      const day = await bureau.call('leading-group', 'get', `/hub-coverage?asOf=${asOf}${dimension}`);
      expect(points.filter((point) => point.asOf === asOf).map(({ asOf: _, ...row }) => row)).toEqual(day.body.rows);
    }
    const future = await bureau.call('leading-group', 'get', '/hub-coverage/series?from=2028-01-01&to=2028-06-30');
    expect(future.body.points).toEqual([]);
  },
);

it('is for the offices of the division, and for no hub', async () => {
  expect((await bureau.call('hub', 'get', '/hub-coverage')).status).toBe(403);
  expect((await bureau.call('review', 'get', '/hub-coverage?division=310000')).status).toBe(403);
  expect((await bureau.call('auditor', 'get', '/hub-coverage?division=310000')).body.rows).toEqual([]);
});

it('per 10,000 residents is reckoned from an entered figure with its source, and from nothing else (HUB-INDICATOR-14)', async () => {
  const none = await bureau.call('leading-group', 'get', '/hub-coverage/indicators/14');
  expect(none.body).toMatchObject({
    registered: 4,
    filed: 0,
    population: null,
    registeredPerTenThousand: null,
    target: 25,
  });
  const figure = { division: '110000', year: 2025, residents: 20_000, source: '北京市国民经济和社会发展统计公报' };
  expect((await bureau.call('review', 'post', '/hub-coverage/populations', figure)).status).toBe(403);
  const wrong = await bureau.call('administrator', 'post', '/hub-coverage/populations', {
    ...figure,
    division: '999999',
    year: 2099,
  });
  expect(wrong.body.violations).toMatchObject([{ code: 'HUB-POPULATION', pointer: '/division' }, { pointer: '/year' }]);
  expect(
    (await bureau.call('administrator', 'post', '/hub-coverage/populations', { ...figure, residents: 1 })).status,
  ).toBe(201);
  await bureau.call('administrator', 'post', '/hub-coverage/populations', figure);
  const { body } = await bureau.call('leading-group', 'get', '/hub-coverage/indicators/14');
  expect(body).toMatchObject({ population: { ...figure }, registeredPerTenThousand: 2, allPerTenThousand: 2 });
  expect(
    (await bureau.call('leading-group', 'get', '/hub-coverage/indicators/14?asOf=2024-12-31')).body.population,
  ).toBeNull();
  expect(
    (await bureau.call('administrator', 'get', '/hub-coverage/populations?division=110000')).body.items,
  ).toHaveLength(1);
});
