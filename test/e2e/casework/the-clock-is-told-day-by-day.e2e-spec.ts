import { startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { Bureau, type ExplainedDay, type Registration } from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
});

afterAll(() => app.close());

async function submitted(day: string, change: object = {}): Promise<Registration> {
  clock.set(day);
  const registration = await bureau.draft(change);
  await registration.act('applicant', 'submit', { insist: true }, 200);
  return registration;
}

async function underReview(day: string, change: object = {}): Promise<Registration> {
  const registration = await submitted(day, change);
  await registration.act('acceptance', 'accept', {}, 200);
  await registration.act('review', 'begin-review', {}, 200);
  return registration;
}

const days = ({ body }: Registration): readonly ExplainedDay[] => body.clock.explanation!;
const on = (registration: Registration, date: string) => days(registration).find((day) => day.date === date);

it('counts the make-up Saturday after National Day, and names the notice that says so (国务院办公厅通知)', async () => {
  const registration = await submitted('2026-09-30');
  expect(registration.body.clock.dueOn).toBe('2026-10-13');
  expect(on(registration, '2026-10-10')).toEqual({
    date: '2026-10-10',
    counts: true,
    number: 3,
    why: '国庆节调休上班',
    provisional: false,
    source: {
      document: '国务院办公厅关于2026年部分节假日安排的通知',
      article: null,
      address: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
    },
  });
  expect(days(registration).at(-1)).toMatchObject({ date: '2026-10-13', number: 5, why: '工作日，届满日' });
  expect(days(registration)[0]).toMatchObject({ date: '2026-09-30', counts: false, number: 0 });
});

it('does not count the days of a hearing, and says that it was one (许可法 第四十五条)', async () => {
  const registration = await underReview('2026-11-24');
  clock.set('2026-12-01');
  await registration.act('review', 'pause', { cause: 'HEARING', expectedDays: 20, reason: '依法举行听证' }, 200);
  expect(registration.body.clock.dueOn).toBeNull();
  expect(days(registration).at(-1)).toMatchObject({ date: '2026-12-01', why: '听证：2026-12-01起中止，尚未恢复' });
  clock.set('2026-12-03');
  await registration.act('review', 'resume', {}, 200);
  expect(['2026-12-01', '2026-12-02', '2026-12-03'].map((date) => on(registration, date)?.counts)).toEqual([
    false,
    false,
    true,
  ]);
  expect(on(registration, '2026-12-02')).toMatchObject({
    number: null,
    why: '听证：中止（2026-12-01起，2026-12-03恢复计算）',
    source: { document: '中华人民共和国行政许可法', article: '第四十五条', address: null },
  });
  expect(days(registration).at(-1)?.date).toBe(registration.body.clock.dueOn);
  expect(days(registration).filter(({ counts }) => counts)).toHaveLength(60);
  expect(days(registration).find(({ date }) => date === '2027-01-04')?.provisional).toBe(true);
});

it('shows where the thirty days for a charity end and the extension begins (慈善法 第十条第三款)', async () => {
  const registration = await underReview('2026-11-24', { charity: true });
  const extension = { days: 60, approvedBy: '民政部批复〔2026〕18号', reason: '案情复杂' };
  await registration.act('approval', 'extend', extension, 200);
  expect(on(registration, '2026-12-24')?.why).toBe('自然日；原期限30日届满，其后为延长的60日');
  expect(on(registration, '2026-12-25')?.why).toBe('自然日；延长期限第1日');
  expect(days(registration).at(-1)).toMatchObject({ date: registration.body.clock.dueOn, number: 90 });
});

it('tells it in the language of the caller', async () => {
  const { path } = await submitted('2026-11-24');
  const { body } = await bureau.call('applicant', 'get', path, undefined, { 'accept-language': 'en' });
  const explanation = (body as { clock: { explanation: ExplainedDay[] } }).clock.explanation;
  expect(explanation.map(({ why }) => why)).toEqual([
    'day of receipt, not counted',
    ...Array<string>(3).fill('working day'),
    ...Array<string>(2).fill('weekend'),
    'working day',
    'working day, last day',
  ]);
});

it('tells nothing while no clock runs, and nothing in a list', async () => {
  clock.set('2026-11-24');
  expect((await bureau.draft()).body.clock.explanation).toBeNull();
  const { body } = await bureau.call('acceptance', 'get', '/work-queue?limit=100');
  const items = body.items as { clock: object }[];
  expect(items.length).toBeGreaterThan(0);
  expect(items.filter((item) => 'explanation' in item.clock)).toEqual([]);
});
