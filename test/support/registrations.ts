import supertest from 'supertest';
import { residentIdCheck } from '@app/kernel';
import { pdf } from '../../libs/documents/src/testing/honest-files.js';
import { loginAs, type DemoName, type TestApp } from './app.js';

/** An application as the API takes it; tests bend what they need. */
export type ApplicationBody = Record<string, unknown> & {
  name: string;
  documents: { kind: string; documentId: string }[];
};

const SOCIAL_GROUP_PAPERS = [
  'APPLICATION_FORM',
  'CAPITAL_VERIFICATION',
  'PREMISES_RIGHT',
  'PERSONS_IDENTITY',
  'CHARTER_DRAFT',
  'MEMBER_ROSTER',
  'CLASS_SELF_ASSESSMENT',
  'INITIATORS_STATEMENT',
];

let serial = 100;

/** A resident identity number that no living person can have: born 1900. */
export function identityNumber(): string {
  serial += 1;
  const day = String(1 + (Math.floor(serial / 900) % 28)).padStart(2, '0');
  const seventeen = `110101190001${day}${String(100 + (serial % 900))}`;
  return `${seventeen}${residentIdCheck(seventeen)}`;
}

export function person(change: object = {}): Record<string, unknown> {
  return {
    name: '张明',
    residency: 'MAINLAND',
    idKind: 'RESIDENT_ID',
    idNumber: identityNumber(),
    phone: '13800001234',
    declarations: declarations(),
    ...change,
  };
}

export function declarations(change: object = {}): Record<string, unknown> {
  return {
    deprivedOfPoliticalRights: false,
    fullCivilCapacity: true,
    servingStateOfficial: false,
    representsSocialGroups: [],
    representsOthers: [],
    ...change,
  };
}

export function leader(change: object = {}): Record<string, unknown> {
  return { ...person(), post: 'CHAIR', postTitle: '会长', legalRepresentative: true, ...change };
}

let names = 0;

/** A lawful 社会团体 of class SCITECH at city level: 52 individual members and 30,000 yuan. */
export function scitechAssociation(change: object = {}): ApplicationBody {
  names += 1;
  return {
    kind: 'SOCIAL_GROUP',
    track: 'DIRECT',
    category: 'SCITECH',
    categoryReason: '业务范围限于智能装备领域的工程技术研究与学术交流',
    authority: '110000',
    division: '110108',
    name: `北京市智能装备${'甲乙丙丁戊己庚辛壬癸'[Math.floor(names / 10) % 10]}${'子丑寅卯辰巳午未申酉'[names % 10]}技术学会`,
    residence: '北京市海淀区学院路1号',
    purpose: '促进智能装备技术的学术交流与科学普及',
    scope: '学术交流、科学普及、技术咨询、专业培训',
    activityArea: '北京市',
    funds: 30_000,
    fundsPaidInCash: true,
    members: { individuals: 52, units: 0 },
    fullTimeStaff: 2,
    organs: ['会员大会', '理事会', '监事'],
    independentLiability: true,
    charterItems: [1, 2, 3, 4, 5, 6, 7, 8, 9],
    initiators: [person({ name: '李华' }), person({ name: '王芳' })],
    leaders: [
      leader(),
      leader({ name: '赵强', post: 'SECRETARY_GENERAL', postTitle: '秘书长', legalRepresentative: false }),
    ],
    documents: [],
    ...change,
  };
}

/** Uploads one paper. @returns the id of the document. */
export async function upload(app: TestApp, token: string): Promise<string> {
  const answer = await supertest(app.getHttpServer())
    .post('/api/v1/documents')
    .set('authorization', `Bearer ${token}`)
    .attach('file', pdf(), { filename: '材料.pdf' })
    .expect(201);
  return (answer.body as { id: string }).id;
}

/** The people of a registrar, logged in, and what they do over HTTP. */
export class Bureau {
  private readonly tokens = new Map<string, Promise<string>>();
  private readonly papers = new Map<string, Promise<{ kind: string; documentId: string }[]>>();

  constructor(readonly app: TestApp) {}

  token(who: DemoName | string): Promise<string> {
    const known = this.tokens.get(who) ?? loginAs(this.app, who);
    this.tokens.set(who, known);
    return known;
  }

  /** The papers that a directly registered 社会团体 needs, uploaded once for all applications of an applicant. */
  socialGroupPapers(who: DemoName | string = 'applicant'): Promise<{ kind: string; documentId: string }[]> {
    const known =
      this.papers.get(who) ??
      Promise.all(SOCIAL_GROUP_PAPERS.map(async (kind) => ({ kind, documentId: await this.paper(who) })));
    this.papers.set(who, known);
    return known;
  }

  /** Uploads one paper. @returns the id of the document. */
  async paper(who: DemoName | string): Promise<string> {
    return upload(this.app, await this.token(who));
  }

  async call(
    who: DemoName | string | undefined,
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<supertest.Response> {
    const request = supertest(this.app.getHttpServer())[method](`/api/v1${path}`).set(headers);
    if (who !== undefined) request.set('authorization', `Bearer ${await this.token(who)}`);
    return body === undefined ? request : request.send(body);
  }

  /** Drafts an application with all its papers. */
  async draft(change: object = {}, who: DemoName | string = 'applicant'): Promise<Registration> {
    const documents = await this.socialGroupPapers(who);
    const answer = await this.call(who, 'post', '/registrations', {
      ...scitechAssociation(),
      documents,
      ...change,
    });
    if (answer.status !== 201) throw new Error(`could not draft: ${JSON.stringify(answer.body)}`);
    return new Registration(this, answer.body as RegistrationBody);
  }

  /** Brings an application to the point where the approval officer decides. */
  async reviewed(change: object = {}, insist = false): Promise<Registration> {
    const registration = await this.draft(change);
    await registration.act('applicant', 'submit', { insist }, 200);
    await registration.act('acceptance', 'accept', undefined, 200);
    await registration.act('review', 'begin-review', undefined, 200);
    await registration.act('review', 'complete-review', APPROVING, 200);
    return registration;
  }
}

export const APPROVING = {
  recommendation: 'APPROVE',
  opinion: '材料齐全，符合条例第十条各项条件',
  categoryConfirmed: true,
  categoryReason: '业务范围限于工程技术领域',
};

export interface ExplainedDay {
  readonly date: string;
  readonly counts: boolean;
  readonly number: number | null;
  readonly why: string;
  readonly provisional: boolean;
  readonly source: { document: string; article: string | null; address: string | null } | null;
}

export interface RegistrationBody {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly allowedActions: string[];
  readonly receiptNumber: string | null;
  readonly clock: {
    receivedOn: string | null;
    dueOn: string | null;
    pausedSince: string | null;
    remainingDays: number | null;
    unit: string | null;
    light: string;
    lightWord: string;
    explanation: ExplainedDay[] | null;
  };
  readonly application: Record<string, unknown>;
  readonly correctionNotices: { number: number; items: object[] }[];
  readonly decision: null | {
    number: string;
    outcome: string;
    creditCode: string | null;
    ground: string | null;
    remedies: { type: string; bodies: string[]; lastDay: string }[] | null;
    rules: object[];
    certificateDueOn: string | null;
  };
  readonly steps: { action: string; party: string; detail: Record<string, unknown> }[];
}

/** One application, followed through its versions. */
export class Registration {
  constructor(
    private readonly bureau: Bureau,
    public body: RegistrationBody,
  ) {}

  get path(): string {
    return `/registrations/${this.body.id}`;
  }

  /** Takes a step at the version last seen. With `expected`, any other status fails with the answer's text. */
  async act(who: DemoName | string, action: string, body: object = {}, expected?: number): Promise<supertest.Response> {
    const answer = await this.bureau.call(who, 'post', `${this.path}/actions/${action}`, body, {
      'if-match': `"${this.body.version}"`,
    });
    if (expected !== undefined && answer.status !== expected) {
      throw new Error(`${action} by ${who}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    if (answer.status === 200) this.body = answer.body as RegistrationBody;
    return answer;
  }

  async read(who: DemoName | string = 'applicant'): Promise<RegistrationBody> {
    this.body = (await this.bureau.call(who, 'get', this.path)).body as RegistrationBody;
    return this.body;
  }

  async update(change: object): Promise<supertest.Response> {
    const answer = await this.bureau.call(
      'applicant',
      'put',
      this.path,
      { ...this.body.application, ...change },
      { 'if-match': `"${this.body.version}"` },
    );
    if (answer.status === 200) this.body = answer.body as RegistrationBody;
    return answer;
  }
}

/** The codes of the broken rules in a 422. */
export function codesOf(answer: supertest.Response): string[] {
  return ((answer.body as { violations?: { code: string }[] }).violations ?? []).map(({ code }) => code).sort();
}
