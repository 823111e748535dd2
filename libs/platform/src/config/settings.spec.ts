import { readFileSync } from 'node:fs';
import { environmentExample, readSettings, type SettingsInvalid } from './settings.js';

const database = { DATABASE_URL: 'postgres://app:secret@127.0.0.1:5432/shuniu' };

describe('settings', () => {
  it('take their defaults where the environment is silent', () => {
    expect(readSettings(database)).toMatchObject({ port: 3000, host: '127.0.0.1', demo: false, logLevel: 'info' });
  });

  it('name every wrong one at once', () => {
    const environment = { PORT: 'many', TRUST_PROXY: 'yes', DATABASE_URL: 'mysql://x', DEMO_PASSWORD: 'short' };
    const problems = capture(() => readSettings(environment)).problems.map((problem) => problem.split(' ')[0]);
    expect(problems).toEqual(['PORT', 'TRUST_PROXY', 'DATABASE_URL', 'DEMO_PASSWORD']);
  });

  it('refuse a public address while demo accounts exist', () => {
    expect(capture(() => readSettings({ ...database, DEMO: '1', HOST: '0.0.0.0' })).problems[0]).toMatch(/^HOST/);
    expect(readSettings({ ...database, SHUNIU_EMBEDDED: '1' }).demo).toBe(true);
  });

  it('refuse a mail server without a sender, and repeat no password of it', () => {
    const mail = { ...database, SMTP_URL: 'smtps://notices:geheim@mail.example.org' };
    const refused = capture(() => readSettings(mail));
    expect(refused.problems[0]).toMatch(/^SMTP_FROM is empty/);
    expect(refused.message).not.toContain('geheim');
    const wrong = capture(() => readSettings({ ...mail, SMTP_URL: 'mail:geheim', SMTP_FROM: 'a@b.org\nBcc: c@d.org' }));
    expect(wrong.problems.map((problem) => problem.split(' ')[0])).toEqual(['SMTP_URL', 'SMTP_FROM']);
    expect(wrong.message).not.toContain('geheim');
    expect(readSettings({ ...mail, SMTP_FROM: 'notices@example.org' }).smtpFrom).toBe('notices@example.org');
  });

  it('are all listed in .env.example', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(environmentExample());
  });
});

function capture(work: () => unknown): SettingsInvalid {
  try {
    work();
  } catch (error) {
    return error as SettingsInvalid;
  }
  throw new Error('nothing was refused');
}
