import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const INDEX = 'docs/law/index.md';

describe('the index of the law', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['test/docs/law-index.mjs'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });

  it('in docs/ is what the built program says; `npm run docs` writes it anew', () => {
    expect(readFileSync(INDEX, 'utf8')).toBe(stdout);
  });

  it('names no row and no step that no test exercises', () => {
    expect(stderr).toBe('');
  });

  it('holds rows of every lib that has any, and the steps of every procedure', () => {
    for (const line of ['SG-10-1-1-MEMBERS', 'CW-CONSULTATION-PERIOD', 'HUB-CITY-2016', 'PASSWORD-LENGTH', 'FILE_KIND'])
      expect(stdout).toContain(`| ${line} |`);
    for (const step of ['establishment: REVIEWED approve', 'role-grant: ACTIVE revoke', 'agent-claim: PENDING verify'])
      expect(stdout).toContain(`| ${step} |`);
  });

  it('misses nothing: a row of law stands in a table', () => {
    const elsewhere = readdirSync('libs', { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.ts') && !/\.(table|spec)\.ts$|law-sources\.ts$|\/testing\//.test(path))
      .filter((path) => /^ {2}mark: '/m.test(readFileSync(join('libs', path), 'utf8')));
    expect(elsewhere).toEqual([]);
  });
});
