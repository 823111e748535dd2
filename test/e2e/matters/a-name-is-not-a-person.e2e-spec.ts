import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { registry } from '../../support/command-line.js';
import { Organization, representative } from '../../support/matters.js';
import { APPROVING, Bureau, codesOf, leader } from '../../support/registrations.js';

const HEADER = 'creditCode,name,kind,division,foundedOn,legalRepresentative,residence,scope,status';
/** Known from an old register by the name of its head alone. */
const OLD = '51110000500317549R';

let app: TestApp;
let bureau: Bureau;
let organization: Organization;

beforeAll(async () => {
  app = await startApp({ clock: new SettableClock('2026-11-24') });
  bureau = new Bureau(app);
  const folder = mkdtempSync(join(tmpdir(), 'shuniu-names-'));
  const file = join(folder, 'old.csv');
  writeFileSync(
    file,
    `${HEADER}\n${OLD},北京某某协会,SOCIAL_GROUP,110105,1999-01-01,沈清远,北京市朝阳区,交流,ACTIVE\n`,
  );
  const { status } = registry(databaseOf(app), 'import', file, '--commit');
  rmSync(folder, { recursive: true });
  expect(status).toBe(0);
  organization = await Organization.establish(bureau);
});
afterAll(() => app.close());

const change = { change: { reason: '届中调整' } };
const judged = (pointer: string, same: boolean) => ({
  personJudgements: [{ pointer, creditCode: OLD, same, reason: '出生日期与档案不符' }],
});
const CODE = 'PERSON-NAME-MATCH';

describe('a match on the name alone', () => {
  const head = leader({ name: '沈清远' });

  it('is no defect of what is filed, but the reviewer must say whether it is the same person', async () => {
    const matter = await organization.draft('CHANGE', { ...change, people: [head] });
    await matter.act('agent', 'submit', {}, 200);
    await matter.act('acceptance', 'accept', {}, 200);
    await matter.act('review', 'begin-review', {}, 200);
    const opinion = { recommendation: 'APPROVE', opinion: '符合规定' };
    const asked = await matter.act('review', 'complete-review', opinion);
    expect(codesOf(asked)).toEqual([CODE]);
    expect(asked.body.violations[0].message).toContain(OLD);
    await matter.act('review', 'complete-review', { ...opinion, ...judged('/people/0', false) }, 200);
    await matter.act('approval', 'approve', {}, 200);
    expect(await organization.file()).toMatchObject({ legalRepresentative: { name: '沈清远' } });
  });

  it('is not asked about again for the same person', async () => {
    await organization.approved('CHANGE', { ...change, people: [representative()] });
    await organization.approved('CHANGE', { ...change, people: [head] });
  });

  it('bars him once an officer has found that he is the same (第十二条第三款)', async () => {
    const other = leader({ name: '沈清远' });
    const matter = await organization.reviewed('CHANGE', { ...change, people: [other] }, judged('/people/0', true));
    expect(codesOf(await matter.act('approval', 'approve'))).toEqual(['SG-12-3-OTHER-GROUPS']);
  });

  it('is asked about in an application for establishment, and when leaders are filed', async () => {
    const registration = await bureau.draft({ leaders: [leader({ name: '沈清远' })] });
    await registration.act('applicant', 'submit', {}, 200);
    await registration.act('acceptance', 'accept', {}, 200);
    await registration.act('review', 'begin-review', {}, 200);
    expect(codesOf(await registration.act('review', 'complete-review', APPROVING))).toEqual([CODE]);
    await registration.act('review', 'complete-review', { ...APPROVING, ...judged('/leaders/0', false) }, 200);
    const leaders = { electedOn: '2026-11-20', termFrom: '2026-11-20', termUntil: '2031-11-20' };
    const people = [leader({ name: '沈清远' }), leader({ name: '沈清远', legalRepresentative: false })];
    const filing = await organization.draft('LEADERS_FILING', { leaders, people });
    await filing.act('agent', 'submit', {}, 200);
    expect(codesOf(await filing.act('acceptance', 'record'))).toEqual([CODE]);
    await filing.act('acceptance', 'record', judged('/people/0', false), 200);
  });
});
