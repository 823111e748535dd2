import { databaseOf, ManyProcesses } from '../support/app.js';
import { TestMailServer } from '../support/mail-server.js';
import { until } from '../support/processes.js';
import { testRedisUrl } from '../support/redis.js';
import { Bureau } from '../support/registrations.js';

const LETTERS = 6;

it('is sent by whichever worker takes it, once, while the server refuses now and then', async () => {
  const mail = await new TestMailServer().start();
  const settings = { ...mail.settings(), REDIS_URL: testRedisUrl(3) };
  const app = await ManyProcesses.start({ apis: 2, workers: 2, settings });
  const bureau = new Bureau(app);
  await bureau.call('applicant', 'put', '/me/notice-address', { email: 'li.hua@mail.example' });
  mail.refusing = { at: 'RCPT', code: 451 };
  for (let filed = 0; filed < LETTERS; filed += 1) {
    const registration = await bureau.draft();
    await registration.act('applicant', 'submit', {}, 200);
    if (filed === LETTERS / 2) mail.refusing = undefined;
  }
  await until('every letter is sent', async () => (await sent()).length === LETTERS, 30_000);
  const ids = mail.letters.map(({ header }) => header.find((line) => line.startsWith('Message-ID: ')));
  expect(new Set(ids).size).toBe(LETTERS);
  expect(mail.letters).toHaveLength(LETTERS);
  await app.close();
  await mail.stop();

  function sent(): Promise<object[]> {
    return databaseOf(app).asOwner(`SELECT id FROM notices.notice WHERE email_state = 'SENT'`);
  }
}, 60_000);
