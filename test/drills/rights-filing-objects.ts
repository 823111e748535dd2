import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Principal } from '@app/access';
import { findCase, mayRead, stepsOf } from '@app/casework';
import { actsFor, mayReadGroup } from '@app/filing';
import { Reads } from '@app/platform';
import { byHub, drafted, filedGroup, groupName, STREET, territorial, type FilingBody } from '../support/filings.js';
import type { Acted } from '../support/hubs.js';
import { bring, csv, filingRow, IntakeBatch, type BatchBody } from '../support/intake.js';
import { runDueJobs } from '../support/jobs.js';
import type { Bureau } from '../support/registrations.js';
import type { FilingKind, Target } from './rights-target.js';

export const MISSING_FILINGS: Readonly<Record<FilingKind, string>> = {
  filing: '00000000-0000-4000-8000-000000000020',
  'filed group': 'B99999999999999999',
  'kept group': 'B99999999999999999',
  'public filing': 'B99999999999999999',
  'filing duplicate': '999999999',
  'intake batch': '00000000-0000-4000-8000-000000000021',
  'intake sheet': 'nothing',
};

const HUB = 'HUB-1-04';

/** Everything that filing knows, at a street and at a hub, made over HTTP by those who may. */
export async function makeFilingObjects(
  app: NestFastifyApplication,
  bureau: Bureau,
  people: readonly Principal[],
): Promise<Target[]> {
  const made: Target[] = [];
  const add = (kind: FilingKind, id: string, whose: string, knows: Target['knows'], version = 1) =>
    made.push({ kind, id, whose, version, knows });
  const applicant = people.find(({ username }) => username === 'applicant')!.accountId;
  const checked = await drafted(bureau, territorial());
  await checked.act('applicant', 'submit', {}, 200);
  await checked.act('street', 'check', { finding: '已走访' }, 200);
  const submitted = await drafted(bureau, byHub());
  await submitted.act('applicant', 'submit', {}, 200);
  const asked = await drafted(bureau, territorial({ ruleSheet: '' }));
  await asked.act('applicant', 'submit', { insist: true }, 200);
  await asked.act('street', 'request-correction', { items: [{ pointer: '/group/ruleSheet', message: '请补充' }] }, 200);
  for (const [filing, whose] of [
    [await drafted(bureau, territorial()), 'draft of applicant'],
    [checked, `checked at ${STREET}`],
    [asked, `to be corrected, at ${STREET}`],
    [submitted, `submitted to ${HUB}`],
  ] as const) {
    made.push(await caseTarget(app, filing, whose));
  }
  const name = groupName('合唱队');
  for (const [number, office] of [
    [await filedGroup(bureau, territorial({ name })), STREET],
    [await filedGroup(bureau, byHub()), HUB],
  ] as const) {
    const group = { office, division: STREET };
    const keeps = (who: Principal): boolean => who.accountId === applicant;
    add('public filing', number, `filed by ${office}`, () => true);
    add('filed group', number, `filed by ${office}`, (who) => keeps(who) || mayReadGroup(who, group));
    add('kept group', number, `filed by ${office}`, (who) => keeps(who) || actsFor(who, office));
  }
  const rows = csv([filingRow({ 名称: name.replace('合唱队', '合唱团') })]);
  const batch = await IntakeBatch.judged(bureau, rows);
  await batch.act('street2', 'commit', {}, 200);
  add('intake batch', batch.body.id, `of ${STREET}`, (who) => actsFor(who, STREET), batch.body.version);
  const ofHub = await bring(bureau, csv([filingRow({ 备案途径: '枢纽' })]), { who: 'hub', office: HUB });
  await runDueJobs(app);
  add('intake batch', (ofHub.body as BatchBody).id, `of ${HUB}`, (who) => actsFor(who, HUB), 2);
  add('intake sheet', 'filings', 'of everybody', () => true);
  const pairs = await bureau.call('street', 'get', '/filing-duplicates?state=OPEN');
  const [pair] = pairs.body.items as { id: string }[];
  const ofStreet = { office: STREET, division: STREET };
  add('filing duplicate', pair.id, `at ${STREET}`, (who) => mayReadGroup(who, ofStreet));
  return made;
}

async function caseTarget(app: NestFastifyApplication, { body }: Acted<FilingBody>, whose: string): Promise<Target> {
  const reads = app.get(Reads);
  const record = (await findCase(reads, body.id))!;
  const situation = { record, steps: await stepsOf(reads, body.id), recused: new Set<string>() };
  return {
    kind: 'filing',
    id: body.id,
    whose,
    version: record.version,
    knows: (who) => mayRead(who, record),
    situation,
  };
}
