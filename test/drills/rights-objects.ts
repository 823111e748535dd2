import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { holds, mayKnowClaim, type Principal } from '@app/access';
import { findCase, isAddressee, mayRead, owes, stepsOf } from '@app/casework';
import { mayReadFile } from '@app/disclosure';
import { Reads } from '@app/platform';
import { loginAs } from '../support/app.js';
import { runDueJobs } from '../support/jobs.js';
import type { Matter, Organization } from '../support/matters.js';
import { APPROVING, person, type Bureau, type Registration } from '../support/registrations.js';
import { makeFilingObjects, MISSING_FILINGS } from './rights-filing-objects.js';
import { makeHubObjects, MISSING_HUBS } from './rights-hub-objects.js';
import { SHANGHAI, SHANGHAI_CODE } from './rights-people.js';
import type { Kind, Target } from './rights-target.js';

/** Nothing of any kind has one of these. */
export const MISSING: Readonly<Record<Kind, string>> = {
  account: '00000000-0000-4000-8000-000000000001',
  'role grant': '999999999',
  'password reset': '999999999',
  claim: '999999999',
  job: '999999999',
  document: '00000000-0000-4000-8000-000000000002',
  session: '00000000-0000-4000-8000-000000000003',
  restriction: '00000000-0000-4000-8000-000000000004',
  case: '00000000-0000-4000-8000-000000000005',
  consultation: '00000000-0000-4000-8000-000000000006',
  deadline: '00000000-0000-4000-8000-000000000007',
  notice: '00000000-0000-4000-8000-000000000008',
  organization: '51110000500000000X',
  'organization file': '51110000500000000X',
  matter: '00000000-0000-4000-8000-000000000009',
  ...MISSING_HUBS,
  ...MISSING_FILINGS,
};

const anybody = (): boolean => true;

/** Objects of every kind, own and foreign to each of the people, made over HTTP by those who may. */
export class Objects {
  private readonly made: Target[] = [];

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly bureau: Bureau,
    private readonly people: readonly Principal[],
    /** One that the demo agent speaks for. */
    private readonly organization: Organization,
  ) {}

  async make(): Promise<readonly Target[]> {
    await this.makeCases();
    await this.makeMatters();
    await this.makeRecordsOfAccess();
    await this.makeRestrictions();
    this.made.push(...(await makeHubObjects(this.app, this.bureau, this.organization)));
    this.made.push(...(await makeFilingObjects(this.app, this.bureau, this.people)));
    for (const username of ['applicant', 'agent']) await this.addNotice(username);
    return this.made;
  }

  private async makeCases(): Promise<void> {
    const city = await this.bureau.draft();
    await this.addCase(city, 'draft of applicant');
    for (const username of ['applicant', 'agent']) await this.addUnfiledPaper(username);
    const submitted = await this.submitted({});
    for (const [addresseeType, addressee] of [
      ['HUB', 'HUB-1-04'],
      ['HUB', 'HUB-1-05'],
      ['ORGAN', 'EDUCATION'],
      ['ORGAN', 'HEALTH'],
      ['DIVISION', '110101001'],
      ['DIVISION', '110108001'],
    ] as const) {
      const question = { addresseeType, addressee, question: '请就业务范围提出意见' };
      const { id, version } = await this.post('acceptance', `/cases/${submitted.body.id}/consultations`, question);
      this.add('consultation', id, `asked of ${addressee}`, version, (who) => isAddressee(who, question as never));
    }
    await this.addCase(submitted, 'submitted to 110000');
    await this.addCase(await this.submitted({ authority: '110108' }), 'submitted to 110108');
    await this.addCase(await this.submitted({ authority: SHANGHAI }), 'submitted to 310000');
    await this.addCase(await this.submitted({}, 'agent'), 'of agent, submitted to 110000');
    const reviewing = await this.submitted({});
    await reviewing.act('acceptance', 'accept', {}, 200);
    await reviewing.act('review', 'begin-review', {}, 200);
    await this.addCase(reviewing, 'under review at 110000');
    await this.addCase(await this.bureau.reviewed(), 'reviewed at 110000');
    const approved = await this.bureau.reviewed();
    await approved.act('approval', 'approve', {}, 200);
    await this.addCase(approved, 'approved at 110000');
    this.add('organization', approved.body.decision!.creditCode!, 'registered by 110000', 1, anybody);
    this.addFile(approved, '110000');
    await this.addDeadline('acceptance', '110000');
    await this.approvedInShanghai();
    await this.addDeadline('shouli-hu', SHANGHAI);
  }

  /** Matters of the organization, one in each procedure and at each desk. */
  private async makeMatters(): Promise<void> {
    const { organization } = this;
    const change = { change: { reason: '搬迁', residence: '北京市东城区9号' } };
    await this.addMatter(await organization.draft('CHANGE', change), 'draft of agent');
    const submitted = await organization.draft('CHANGE', change);
    await submitted.act('agent', 'submit', {}, 200);
    await this.addMatter(submitted, 'submitted by agent');
    await this.addMatter(await organization.reviewed('CHANGE', change), 'reviewed at 110000');
    const filed = await organization.draft('SEAL_AND_ACCOUNT', { sealAndAccount: { sealFiled: true } });
    await filed.act('agent', 'submit', {}, 200);
    await this.addMatter(filed, 'filed by agent');
    const proposed = await organization.draft('ANNOTATION', { annotation: { text: '信函被退回' } }, 'review');
    await proposed.act('review', 'propose', {}, 200);
    await this.addMatter(proposed, 'proposed by review');
  }

  private async addMatter({ body }: Matter, whose: string): Promise<void> {
    const reads = this.app.get(Reads);
    const record = (await findCase(reads, body.id))!;
    const situation = { record, steps: await stepsOf(reads, body.id), recused: new Set<string>() };
    const knows = (who: Principal): boolean => mayRead(who, record);
    this.made.push({ kind: 'matter', id: body.id, whose, version: record.version, knows, situation });
  }

  private async approvedInShanghai(): Promise<void> {
    await this.post('administrator', '/register/code-ranges', {
      authority: SHANGHAI,
      prefix: 'MJX',
      firstSerial: 0,
      lastSerial: 99,
    });
    const registration = await this.bureau.draft({
      authority: SHANGHAI,
      division: '310104',
      name: '上海市智能装备技术学会',
      residence: '上海市徐汇区漕溪路1号',
      activityArea: '上海市',
    });
    await registration.act('applicant', 'submit', {}, 200);
    await registration.act('shouli-hu', 'accept', {}, 200);
    await registration.act('shencha-hu', 'begin-review', {}, 200);
    await registration.act('shencha-hu', 'complete-review', APPROVING, 200);
    await registration.act('jueding-hu', 'approve', {}, 200);
    await this.addCase(registration, 'approved at 310000');
    this.addFile(registration, SHANGHAI);
  }

  /** What the office reads of an organization, which is not what anybody may know of it. */
  private addFile({ body }: Registration, authority: string): void {
    const code = body.decision!.creditCode!;
    this.add('organization file', code, `registered by ${authority}`, 1, (who) => mayReadFile(who, authority));
  }

  /** Filed with one paper of its own, and with all its defects. */
  private async submitted(change: object, who = 'applicant'): Promise<Registration> {
    const documents = [{ kind: 'CHARTER_DRAFT', documentId: await this.bureau.paper(who) }];
    const registration = await this.bureau.draft({ ...change, documents }, who);
    await registration.act(who, 'submit', { insist: true }, 200);
    return registration;
  }

  /** A case; and the paper that was filed with this one alone. */
  private async addCase({ body }: Registration, whose: string): Promise<void> {
    const reads = this.app.get(Reads);
    const record = (await findCase(reads, body.id))!;
    const situation = { record, steps: await stepsOf(reads, body.id), recused: new Set<string>() };
    const knows = (who: Principal): boolean => mayRead(who, record);
    this.made.push({ kind: 'case', id: body.id, whose, version: record.version, knows, situation });
    const papers = body.application.documents as { documentId: string }[];
    if (papers.length === 1) this.add('document', papers[0].documentId, `filed in the case ${whose}`, 1, knows);
  }

  private async addUnfiledPaper(username: string): Promise<void> {
    const accountId = this.accountId(username);
    const id = await this.bureau.paper(username);
    this.add('document', id, `unfiled, of ${username}`, 1, (who) => who.accountId === accountId);
  }

  private async addDeadline(officer: string, authority: string): Promise<void> {
    const { items } = (await this.bureau.call(officer, 'get', '/deadlines?limit=100')).body as {
      items: { id: string; version: number; role: 'ACCEPTANCE_OFFICER'; authority: string }[];
    };
    const owed = items.find((item) => item.authority === authority)!;
    this.add('deadline', owed.id, `owed by ${authority}`, owed.version, (who) => owes(who, owed));
  }

  private async makeRecordsOfAccess(): Promise<void> {
    const accountId = this.accountId('shenqing-hu');
    this.add('account', accountId, 'of shenqing-hu', 1, anybody);
    const reason = '试验需要';
    const grant = await this.post('administrator', `/accounts/${accountId}/role-grants`, { role: 'AUDITOR', reason });
    this.add('role grant', grant.id, 'proposed by administrator', grant.version, anybody);
    const reset = await this.post('administrator', `/accounts/${accountId}/password-resets`, { reason });
    this.add('password reset', reset.id, 'proposed by administrator', reset.version, anybody);
    for (const [who, creditCode] of [
      ['applicant', '51110000MJ0101505U'],
      ['shenqing-hu', SHANGHAI_CODE],
    ]) {
      const claim = await this.post(who, '/agent-claims', { creditCode, post: '秘书长', reason });
      const known = { accountId: this.accountId(who), creditCode };
      this.add('claim', claim.id, `of ${who} on ${creditCode}`, claim.version, (one) => mayKnowClaim(one, known));
    }
    for (const { accountId, username } of this.people) await this.addSession(accountId, username);
    await runDueJobs(this.app);
    const { items } = (await this.bureau.call('administrator', 'get', '/jobs?limit=100')).body as {
      items: { id: string; topic: string }[];
    };
    // A job that nobody asked for: one of a step is also for whoever took the step.
    const ofTheDay = items.find(({ topic }) => topic.startsWith('daily:'))!;
    this.add('job', ofTheDay.id, 'of the day', 1, (who) => holds(who, 'ADMINISTRATOR') || holds(who, 'AUDITOR'));
  }

  /** A session besides the one that the drill works in. */
  private async addSession(accountId: string, username: string): Promise<void> {
    const token = await loginAs(this.app, username);
    const { sid } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString()) as { sid: string };
    this.add('session', sid, `of ${username}`, 1, (who) => who.accountId === accountId);
  }

  private async makeRestrictions(): Promise<void> {
    for (const [officer, authority] of [
      ['enforcement', '110000'],
      ['zhifa-hu', SHANGHAI],
    ]) {
      const { name, idKind, idNumber } = person();
      const { id } = await this.post(officer, '/register/restrictions', {
        subject: { name, idKind, idNumber },
        effect: 'WARN',
        actions: ['establishment.approve'],
        reason: '试验限制',
        citation: { law: '社会团体登记管理条例', article: '第十三条第(三)项' },
        from: '2026-01-01',
      });
      this.add('restriction', id, `imposed by ${authority}`, 1, (who) => holds(who, 'ENFORCEMENT_OFFICER', authority));
    }
  }

  /** The last that one was told of a case of one's own. */
  private async addNotice(username: string): Promise<void> {
    const accountId = this.accountId(username);
    const { items } = (await this.bureau.call(username, 'get', '/notices')).body as { items: { id: string }[] };
    this.add('notice', items[0].id, `to ${username}`, 1, (who) => who.accountId === accountId);
  }

  private accountId(username: string): string {
    return this.people.find((one) => one.username === username)!.accountId;
  }

  private add(kind: Kind, id: string, whose: string, version: number, knows: Target['knows']): void {
    this.made.push({ kind, id, whose, version, knows });
  }

  private async post(who: string, path: string, body: object): Promise<{ id: string; version: number }> {
    const answer = await this.bureau.call(who, 'post', path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as { id: string; version: number };
  }
}
