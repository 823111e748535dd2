import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { holds, scopesOf, type Principal } from '@app/access';
import { findCase, mayRead, stepsOf } from '@app/casework';
import { assigns, maySeeDesk, maySeeProposal, runsDesk } from '@app/hub';
import { Clock, Reads } from '@app/platform';
import { Acted, assign, nomination, recognizedHub, reviewedNomination, type HubCaseBody } from '../support/hubs.js';
import { runDueJobs } from '../support/jobs.js';
import { Organization } from '../support/matters.js';
import type { Bureau } from '../support/registrations.js';
import type { HubKind, Target } from './rights-target.js';

export const MISSING_HUBS: Readonly<Record<HubKind, string>> = {
  recognition: '00000000-0000-4000-8000-000000000010',
  'hub measure': '00000000-0000-4000-8000-000000000011',
  'hub desk': 'HUB-8-88',
  'hub proposal': '999999999',
  'assignable organization': '51110000500000000X',
  'organization of hubs': '51110000500000000X',
  'hub message': '00000000-0000-4000-8000-000000000012',
  'received message': '00000000-0000-4000-8000-000000000013',
  'hub service': '00000000-0000-4000-8000-000000000014',
  'service request': '00000000-0000-4000-8000-000000000015',
  'membership request': '00000000-0000-4000-8000-000000000016',
  'work report': '00000000-0000-4000-8000-000000000017',
};

interface Made {
  readonly id: string;
  readonly version: number;
}

const CITY = { code: 'HUB-1-04', division: '110000', above: [] };
const DISTRICT = { code: 'HUB-110108-01', division: '110108', above: ['HUB-1-04'] };

/** Everything that hub governance knows, of the demo hub and of one below it, made over HTTP by those who may. */
export async function makeHubObjects(
  app: NestFastifyApplication,
  bureau: Bureau,
  organization: Organization,
): Promise<Target[]> {
  const made: Target[] = [];
  const add = (
    kind: HubKind,
    { id, version = 1 }: { id: string; version?: number },
    whose: string,
    knows: Target['knows'],
  ) => made.push({ kind, id, whose, version, knows });
  const { creditCode } = organization;
  const agent = (who: Principal): boolean => holds(who, 'ORGANIZATION_AGENT', creditCode);
  await recognizedHub(bureau, {}, 'hub', app.get(Clock).today());
  made.push(...(await cases(app, bureau)));
  await assign(bureau, creditCode, { hub: CITY.code, related: [DISTRICT.code] });
  await runDueJobs(app);

  for (const hub of [CITY, DISTRICT]) {
    const seen = (who: Principal): boolean => maySeeDesk(who, hub);
    const officer = hub === CITY ? 'hub' : 'shuniu-haidian';
    add('hub desk', { id: hub.code }, hub.code, seen);
    const message = await post<Made>(bureau, officer, `/hubs/${hub.code}/messages`, {
      title: '通知',
      body: '内容如下',
    });
    add('hub message', message, `of ${hub.code}`, (who) => seen(who) || agent(who));
    add('received message', message, `of ${hub.code}`, agent);
    const service = {
      kind: 'TRAINING',
      title: '培训',
      beginsOn: '2026-11-01',
      endsOn: '2026-11-02',
      participants: [creditCode],
    };
    add(
      'hub service',
      await post<Made>(bureau, officer, `/hubs/${hub.code}/services`, service),
      `of ${hub.code}`,
      seen,
    );
    const need = { hub: hub.code, creditCode, kind: 'TRAINING', need: '希望参加培训' };
    const request = await post<Made>(bureau, 'agent', '/hub-service-requests', need);
    add('service request', request, `to ${hub.code}`, (who) => seen(who) || agent(who));
    const leave = {
      hub: hub.code,
      creditCode,
      kind: 'LEAVE',
      relation: hub === CITY ? 'PRIMARY' : 'RELATED',
      reason: '业务调整',
    };
    const membership = await post<Made>(bureau, 'agent', '/hub-memberships', leave);
    add('membership request', membership, `to ${hub.code}`, (who) => seen(who) || agent(who));
    add(
      'work report',
      await post<Made>(bureau, officer, `/hubs/${hub.code}/work-reports`, { year: 2025 }),
      `of ${hub.code}`,
      seen,
    );
  }
  add('organization of hubs', { id: creditCode }, 'of HUB-1-04', (who) =>
    [
      holds(who, 'AUDITOR'),
      assigns(who, '110000'),
      agent(who),
      maySeeDesk(who, CITY),
      maySeeDesk(who, DISTRICT),
    ].includes(true),
  );
  add('assignable organization', { id: creditCode }, 'registered by 110000', (who) => assigns(who, '110000'));
  const other = await Organization.establish(bureau);
  await runDueJobs(app);
  const { body } = await bureau.call('review', 'get', `/hub-proposals?state=PROPOSED&creditCode=${other.creditCode}`);
  const [proposal] = body.items as (Made & { candidates: { hub: string }[] })[];
  const hubs = proposal.candidates.map(({ hub }) => hub);
  add('hub proposal', proposal, 'of 110000', (who) =>
    maySeeProposal(who, { authority: '110000', hubs }, scopesOf(who, 'HUB_OFFICER')),
  );
  return made;
}

/** Cases of governance, each at another desk. */
async function cases(app: NestFastifyApplication, bureau: Bureau): Promise<Target[]> {
  const draft = await Acted.create<HubCaseBody>(
    bureau,
    'hub',
    '/hub-recognitions',
    nomination({ name: '海淀区科技团体联合会' }),
  );
  const reviewed = await reviewedNomination(bureau, { name: '海淀区科技社团促进会' });
  const facts = { hub: 'HUB-4-08', type: 'WARNING', facts: '连续两年未报送年度工作报告', documents: [] };
  const measure = await Acted.create<HubCaseBody>(bureau, 'review', '/hub-measures', facts);
  await measure.act('review', 'propose', {}, 200);
  return [
    await caseTarget(app, 'recognition', draft.body.id, 'draft of hub'),
    await caseTarget(app, 'recognition', reviewed.body.id, 'reviewed at 110108'),
    await caseTarget(app, 'hub measure', measure.body.id, 'proposed by review'),
  ];
}

async function caseTarget(app: NestFastifyApplication, kind: HubKind, id: string, whose: string): Promise<Target> {
  const reads = app.get(Reads);
  const record = (await findCase(reads, id))!;
  const situation = { record, steps: await stepsOf(reads, id), recused: new Set<string>() };
  return { kind, id, whose, version: record.version, knows: (who) => mayRead(who, record), situation };
}

async function post<Body>(bureau: Bureau, who: string, path: string, body: object): Promise<Body> {
  const answer = await bureau.call(who, 'post', path, body);
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as Body;
}

/** Acts for the hub that a target of a desk belongs to. */
export function runsIts(who: Principal, target: Target | undefined): boolean {
  const code = [DISTRICT.code, CITY.code].find((hub) => target?.whose.endsWith(hub));
  return code !== undefined && runsDesk(who, code);
}
