import { startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { Bureau } from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
});

afterAll(() => app.close());

it('owes the certificate within ten working days of the grant, until an officer reports it delivered (许可法 第四十四条)', async () => {
  const registration = await bureau.reviewed();
  await registration.act('approval', 'approve', {}, 200);
  const owed = await bureau.call('acceptance', 'get', '/deadlines');
  expect(owed.body.items).toMatchObject([
    {
      kind: 'CERTIFICATE_DELIVERY',
      caseId: registration.body.id,
      dueOn: '2026-12-08',
      light: 'GREEN',
      lightWord: '余10日',
    },
  ]);
  clock.set('2026-12-09');
  const late = await bureau.call('acceptance', 'get', '/deadlines');
  expect(late.body.items).toMatchObject([{ light: 'RED', lightWord: '超期1日' }]);

  const [{ id }] = owed.body.items as { id: string }[];
  const meet = (who: string, version: number) =>
    bureau.call(who, 'post', `/deadlines/${id}/actions/meet`, { note: '当面领取' }, { 'if-match': `"${version}"` });
  expect((await meet('review', 1)).status).toBe(404);
  expect((await meet('acceptance', 1)).body).toMatchObject({ metOn: '2026-12-09', version: 2 });
  expect((await meet('acceptance', 1)).status).toBe(412);
  expect((await meet('acceptance', 2)).status).toBe(409);
  expect((await bureau.call('acceptance', 'get', '/deadlines')).body.items).toEqual([]);
});
