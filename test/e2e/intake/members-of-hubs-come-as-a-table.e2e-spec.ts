import { startApp, testPassword, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { filedGroup, territorial } from '../../support/filings.js';
import { csv, IntakeBatch } from '../../support/intake.js';
import { Organization } from '../../support/matters.js';
import { Bureau, codesOf } from '../../support/registrations.js';
import { grantRole, signUp } from '../../support/roles.js';

const HEADER = ['统一社会信用代码或备案号', '枢纽编号', '归属关系'];
const BEIJING = { sheet: 'hub-members', office: '110000', who: 'review' };

let app: TestApp;
let bureau: Bureau;

beforeAll(async () => {
  app = await startApp({ clock: new SettableClock('2026-11-24') });
  bureau = new Bureau(app);
  await signUp(bureau, 'review2', testPassword());
  await grantRole(bureau, 'review2', 'REVIEW_OFFICER', '110000');
});

afterAll(() => app.close());

const hubsOf = async (code: string) => (await bureau.call('review', 'get', `/organizations/${code}/hubs`)).body;

it('assigns organizations and filed groups alike, confirmed by a second officer, refused row by row', async () => {
  const { creditCode } = await Organization.establish(bureau);
  const filed = await filedGroup(bureau, territorial());
  const rows = [
    [creditCode, 'HUB-1-04', '主枢纽'],
    [filed, 'HUB-2-05', '主枢纽'],
    [filed, 'HUB-1-04', '联系枢纽'],
    [filed, 'HUB-2-05', '主枢纽'],
    ['51110000500000000X', 'HUB-1-04', '主枢纽'],
    [creditCode, 'HUB-9-99', '联系枢纽'],
  ];
  const batch = await IntakeBatch.judged(bureau, csv(rows, HEADER), BEIJING);
  const { body } = await bureau.call('review', 'get', `/intake-batches/${batch.body.id}/rows?state=REFUSED`);
  const said = (body.items as { line: number; remarks: { code: string }[] }[]).map(({ line, remarks }) => [
    line,
    remarks[0].code,
  ]);
  expect(said).toEqual([
    [5, 'REPEATED'],
    [6, 'ORGANIZATION_UNKNOWN'],
    [7, 'HUB-UNKNOWN'],
  ]);
  expect((await batch.act('review', 'commit')).status).toBe(403);
  await batch.act('review2', 'commit', {}, 200);
  expect(batch.body).toMatchObject({ state: 'COMMITTED', counts: { TAKEN: 3, REFUSED: 3 } });
  expect(await hubsOf(creditCode)).toMatchObject({ primary: 'HUB-1-04' });
  expect(await hubsOf(filed)).toMatchObject({ primary: 'HUB-2-05', related: ['HUB-1-04'] });
  const again = await IntakeBatch.judged(bureau, csv(rows.slice(0, 1), HEADER), BEIJING);
  expect(again.body.counts).toMatchObject({ REFUSED: 1, GOOD: 0 });
});

it('cannot be undone as a whole: another assignment is the way back', async () => {
  const filed = await filedGroup(bureau, territorial());
  const batch = await IntakeBatch.judged(bureau, csv([[filed, 'HUB-1-05', '主枢纽']], HEADER), BEIJING);
  await batch.act('review2', 'commit', {}, 200);
  const refused = await batch.act('review', 'undo', { reason: '误入库' });
  expect(codesOf(refused)).toEqual(['UNDO_NOT_POSSIBLE']);
});
