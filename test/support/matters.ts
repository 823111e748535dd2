import type supertest from 'supertest';
import { leader, type Bureau } from './registrations.js';

export interface MatterBody {
  readonly id: string;
  readonly type: string;
  readonly state: string;
  readonly version: number;
  readonly allowedActions: string[];
  readonly clock: { dueOn: string | null; unit: string | null };
  readonly filed: Record<string, unknown> & { people: { idNumber: string }[] };
  readonly decision: null | {
    number: string;
    outcome: string;
    certificateNumber: string | null;
    remedies: { type: string; bodies: string[] }[] | null;
    rules: { id: string }[];
  };
  readonly steps: { action: string; detail: Record<string, unknown> }[];
}

/** What every matter can be proved by: one paper under every name. */
const PAPERS = [
  'APPLICATION_FORM',
  'SUPERVISOR_CONSENT',
  'RESOLUTION',
  'PREMISES_RIGHT',
  'CAPITAL_VERIFICATION',
  'PERSONS_IDENTITY',
  'FINANCIAL_AUDIT',
  'CHARTER',
  'LIQUIDATION_REPORT',
  'CREDITORS_NOTICE',
  'AGREEMENT',
  'LOSS_NOTICE',
  'OLD_CERTIFICATE',
  'SEAL_IMPRESSION',
  'ACCOUNT_PROOF',
  'INTERNAL_RULES',
  'EVIDENCE',
  'DECISION_PAPER',
];

const WHO = { permission: 'agent', recording: 'agent' } as const;

/** An organization of the register with an agent, and what is done with it over HTTP. */
export class Organization {
  constructor(
    readonly bureau: Bureau,
    readonly creditCode: string,
  ) {}

  /** Establishes an association, and makes the demo agent speak for it. */
  static async establish(bureau: Bureau, change: object = {}): Promise<Organization> {
    const registration = await bureau.reviewed(change);
    await registration.act('approval', 'approve', {}, 200);
    const organization = new Organization(bureau, registration.body.decision!.creditCode!);
    await organization.speakThrough('agent');
    return organization;
  }

  /** An officer of the registrar verifies that somebody is its agent. */
  async speakThrough(who: string): Promise<void> {
    const claim = { creditCode: this.creditCode, post: '秘书长', reason: '受理事长委托' };
    const filed = await this.bureau.call(who, 'post', '/agent-claims', claim);
    const path = `/agent-claims/${filed.body.id}/actions/verify`;
    const verified = await this.bureau.call(
      'acceptance',
      'post',
      path,
      { reason: '已核对授权书' },
      { 'if-match': '"1"' },
    );
    if (verified.status !== 200) throw new Error(`no agent: ${JSON.stringify(verified.body)}`);
  }

  /** Drafts a matter with every paper there is. */
  async draft(type: string, parts: object = {}, who = 'agent'): Promise<Matter> {
    const documentId = await this.bureau.paper(who);
    const documents = PAPERS.map((kind) => ({ kind, documentId }));
    const body = { type, creditCode: this.creditCode, documents, ...parts };
    const answer = await this.bureau.call(who, 'post', '/matters', body);
    if (answer.status !== 201) throw new Error(`could not draft ${type}: ${JSON.stringify(answer.body)}`);
    return new Matter(this.bureau, answer.body as MatterBody, who);
  }

  /** Brings what needs a permission to the point where it is decided. */
  async reviewed(type: string, parts: object = {}, opinion: object = {}): Promise<Matter> {
    const matter = await this.draft(type, parts);
    await matter.act('agent', 'submit', {}, 200);
    await matter.act('acceptance', 'accept', {}, 200);
    await matter.act('review', 'begin-review', {}, 200);
    await matter.act('review', 'complete-review', { recommendation: 'APPROVE', opinion: '符合规定', ...opinion }, 200);
    return matter;
  }

  async approved(type: string, parts: object = {}): Promise<Matter> {
    const matter = await this.reviewed(type, parts);
    await matter.act('approval', 'approve', {}, 200);
    return matter;
  }

  async recorded(type: string, parts: object = {}): Promise<Matter> {
    const matter = await this.draft(type, parts);
    await matter.act('agent', 'submit', {}, 200);
    await matter.act('acceptance', 'record', {}, 200);
    return matter;
  }

  /** What the registrar enters of its own motion. */
  async ordered(type: string, parts: object, who = 'enforcement'): Promise<Matter> {
    const matter = await this.draft(type, parts, who);
    await matter.act(who, 'propose', {}, 200);
    await matter.act('approval', 'order', {}, 200);
    return matter;
  }

  async file(query = ''): Promise<Record<string, unknown>> {
    return (await this.bureau.call(undefined, 'get', `/public/organizations/${this.creditCode}${query}`)).body;
  }

  async entries(): Promise<{ number: number; kind: string; corrects: number | null; difference: object }[]> {
    return (await this.bureau.call(undefined, 'get', `/public/organizations/${this.creditCode}/entries`)).body.items;
  }
}

/** One matter, followed through its versions. */
export class Matter {
  constructor(
    private readonly bureau: Bureau,
    public body: MatterBody,
    readonly owner: string = WHO.permission,
  ) {}

  get path(): string {
    return `/matters/${this.body.id}`;
  }

  async act(who: string, action: string, body: object = {}, expected?: number): Promise<supertest.Response> {
    const answer = await this.bureau.call(who, 'post', `${this.path}/actions/${action}`, body, {
      'if-match': `"${this.body.version}"`,
    });
    if (expected !== undefined && answer.status !== expected) {
      throw new Error(`${action} by ${who}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    if (answer.status === 200) this.body = answer.body as MatterBody;
    return answer;
  }

  async read(who = this.owner): Promise<MatterBody> {
    this.body = (await this.bureau.call(who, 'get', this.path)).body as MatterBody;
    return this.body;
  }

  async validate(who = this.owner): Promise<supertest.Response> {
    return this.bureau.call(who, 'post', `${this.path}/validate`, {});
  }
}

/** The one new legal representative that a change names. */
export function representative(change: object = {}): object {
  return leader({ name: '孙志远', ...change });
}
