import { AccessApp } from './access-app.js';

let app: AccessApp;
let administrator: string;
let disabled: string;

beforeAll(async () => {
  app = await AccessApp.start();
  administrator = await app.login('administrator');
  disabled = await app.register('left-the-bureau');
  const answer = await app.call(`POST /accounts/${disabled}/actions/disable`, { as: administrator, ifMatch: 1 });
  expect(answer.body).toMatchObject({ status: 'DISABLED' });
});
afterAll(() => app.close());

it.each([
  ['role-grants', { role: 'AUDITOR', reason: '岗位调整' }],
  ['password-resets', { reason: '本人遗忘密码，已当面核对身份' }],
])('a disabled account is proposed for no %s', async (what, body) => {
  const answer = await app.call(`POST /accounts/${disabled}/${what}`, { as: administrator, body });
  expect(answer.status).toBe(422);
  expect(answer.body.violations).toMatchObject([{ code: 'ACCOUNT-DISABLED' }]);
});
