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
