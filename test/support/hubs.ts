import type supertest from 'supertest';
import type { Bureau } from './registrations.js';

export interface HubCaseBody {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly allowedActions: string[];
  readonly hub: string | null;
}

export const CONDITIONS = ['LEADERSHIP', 'LEADING_PLACE', 'PARTY_ORGANIZATION', 'LEGAL_PERSON'];

/** The review's finding on each condition. */
export function findings(unmet: readonly string[] = []): object {
  return {
    findings: CONDITIONS.map((condition) => ({
      condition,
      met: !unmet.includes(condition),
      finding: '材料齐备，已核实',
    })),
  };
}

export function nomination(change: object = {}): Record<string, unknown> {
  return {
    name: '北京市海淀区科学技术协会',
    tier: 'DISTRICT',
    division: '110108',
    parent: 'HUB-1-04',
    field: '科技类社会组织',
    reason: '联系本区科技类社会组织四十余家',
    documents: [],
    ...change,
  };
}

export const DECISION = { documentNumber: '京社领发〔2026〕5号', decidedOn: '2026-11-24' };

/** Any record of the API that changes by `POST …/{id}/actions/{action}` with the version that was read. */
export class Acted<Body extends { id: string; version: number }> {
  constructor(
    private readonly bureau: Bureau,
    private readonly path: string,
    public body: Body,
  ) {}

  static async create<Body extends { id: string; version: number }>(
    bureau: Bureau,
    who: string,
    path: string,
    input: object,
    /** Where the record is read and acted on, if not where it is made. */
    at = path,
  ): Promise<Acted<Body>> {
    const answer = await bureau.call(who, 'post', path, input);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return new Acted(bureau, at, answer.body as Body);
  }

  async act(who: string, action: string, input: object = {}, status?: number): Promise<supertest.Response> {
    const path = `${this.path}/${this.body.id}/actions/${action}`;
    const answer = await this.bureau.call(who, 'post', path, input, { 'if-match': `"${this.body.version}"` });
    if (status !== undefined && answer.status !== status) {
      throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    if (answer.status === 200) this.body = answer.body as Body;
    return answer;
  }
}

/** A nomination, brought to the point where the leading group decides. */
export async function reviewedNomination(
  bureau: Bureau,
  change: object = {},
  who = 'hub',
): Promise<Acted<HubCaseBody>> {
  const nominated = await Acted.create<HubCaseBody>(bureau, who, '/hub-recognitions', nomination(change));
  await nominated.act(who, 'nominate', {}, 200);
  await nominated.act('review', 'complete-review', findings(), 200);
  return nominated;
}

/** A hub of the register, recognized as the procedure has it. @returns its code. */
export async function recognizedHub(
  bureau: Bureau,
  change: object = {},
  who = 'hub',
  decidedOn = DECISION.decidedOn,
): Promise<string> {
  const nominated = await reviewedNomination(bureau, change, who);
  await nominated.act('leading-group', 'recognize', { ...DECISION, decidedOn }, 200);
  await nominated.act('review', 'publish', {}, 200);
  return nominated.body.hub!;
}

/** A measure on a hub that waits for the leading group. */
export async function proposedMeasure(bureau: Bureau, hub: string, measure: object): Promise<Acted<HubCaseBody>> {
  const input = { hub, facts: '连续两年未报送年度工作报告', documents: [], ...measure };
  const proposed = await Acted.create<HubCaseBody>(bureau, 'review', '/hub-measures', input);
  await proposed.act('review', 'propose', {}, 200);
  return proposed;
}

/** Says, as an officer, which hub an organization belongs to. */
export async function assign(bureau: Bureau, creditCode: string, input: object): Promise<void> {
  const answer = await bureau.call('review', 'post', '/hub-assignments', { creditCode, reason: '试验需要', ...input });
  if (answer.status !== 200) throw new Error(`could not assign: ${JSON.stringify(answer.body)}`);
}
