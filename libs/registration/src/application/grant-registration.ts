import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Consultations, LegalClock, StepEngine, stepsOf, type CaseRecord } from '@app/casework';
import { cite, RuleViolated, type Citation, type Violation } from '@app/kernel';
import type { Tx } from '@app/platform';
import { CodePool, Persons, publicationOf, Register, type Kind, type PersonReference } from '@app/register';
import type { Application } from '../domain/application.js';
import { ESTABLISHMENT } from '../domain/establishment.workflow.js';
import { registeredOrganization } from '../domain/registered-organization.js';
import { unconfirmedClass } from '../domain/track.rules.js';
import { Applications } from '../persistence/applications.js';
import { Certificates } from './certificates.js';
import { Decisions } from './decisions.js';
import { LinkSplit } from './matters/link-split.js';
import { PromoteGroup } from './promote-group.js';
import { Representatives } from './representatives.js';
import { EstablishmentProcedure } from './establishment-procedure.js';

/** The articles under which each kind is granted its certificate. */
const GROUNDS: Readonly<Record<Kind, Citation>> = {
  SOCIAL_GROUP: cite('社会团体登记管理条例', '第十二条第一款'),
  SOCIAL_SERVICE_INSTITUTION: cite('民办非企业单位登记管理暂行条例', '第十二条第一款'),
  FOUNDATION: cite('基金会管理条例', '第十一条第一款'),
};

/**
 * 准予登记: decision, credit code, register entry, projections and certificate number, in one
 * transaction. Whatever was received on the applicant's insistence, a grant enforces every rule.
 */
@Injectable()
export class GrantRegistration {
  constructor(
    private readonly engine: StepEngine,
    private readonly legalClock: LegalClock,
    private readonly consultations: Consultations,
    private readonly applications: Applications,
    private readonly establishment: EstablishmentProcedure,
    private readonly decisions: Decisions,
    private readonly codePool: CodePool,
    private readonly register: Register,
    private readonly persons: Persons,
    private readonly representatives: Representatives,
    private readonly splits: LinkSplit,
    private readonly promotions: PromoteGroup,
    private readonly certificates: Certificates,
  ) {}

  /** @throws RuleViolated with every rule that the application breaks today. */
  async execute(tx: Tx, officer: Principal, id: string, expectedVersion: number, reason?: string): Promise<void> {
    const step = await this.engine.open(tx, ESTABLISHMENT, id, 'approve', officer, expectedVersion);
    const { record } = step;
    const application = await this.applications.get(id, tx);
    // The code comes first: its range is locked, so two grants of one registrar follow each other and
    // the second sees the name of the first.
    const creditCode = await this.codePool.issue(tx, record.authority, application.kind);
    await this.register.lockName(tx, record.authority, application.name);
    await this.representatives.lock(tx, application.leaders);
    await this.promotions.lock(tx, application);
    const violations = [
      ...(await this.establishment.violations(tx, id)),
      ...(await this.classViolations(tx, id, application)),
      ...(await this.splits.violations(tx, application)),
      ...(await this.promotions.leadership(application, tx)),
    ];
    if (violations.length > 0) throw new RuleViolated(violations);
    const certificateNumber = await this.certificates.number(tx, record.authority);
    const subjectId = await this.establish(tx, record, application, creditCode, certificateNumber);
    await this.splits.link(tx, id, application, creditCode);
    await this.promotions.end(tx, id, application, creditCode);
    const certificateDueOn = await this.certificates.owe(tx, record);
    const citation = GROUNDS[application.kind];
    const granted = { subjectId, creditCode, certificateNumber, certificateDueOn };
    const rules = await this.establishment.rules(tx, id);
    const decisionNumber = await this.decisions.record(tx, record, {
      outcome: 'APPROVED',
      reason,
      citation,
      rules,
      granted,
    });
    await this.legalClock.stop(tx, id);
    await this.consultations.closeOpen(tx, id);
    await step.close({ reason, detail: { decisionNumber, ...granted } });
  }

  private async establish(
    tx: Tx,
    record: CaseRecord,
    application: Application,
    creditCode: string,
    certificateNumber: string,
  ): Promise<string> {
    const leaders: PersonReference[] = [];
    for (const [index, { name, idKind: kind, idNumber: number }] of application.leaders.entries()) {
      leaders.push(await this.persons.record(tx, { name, document: { kind, number } }, `/leaders/${index}/name`));
    }
    const predecessors = application.splitFrom === undefined ? undefined : [application.splitFrom];
    const granted = { creditCode, certificateNumber, foundedOn: tx.today, leaders, predecessors };
    const set = { ...registeredOrganization(application, granted) };
    const subjectId = await this.register.open(tx, 'ORGANIZATION');
    await this.register.append(tx, subjectId, {
      kind: 'ESTABLISHED',
      legalDate: tx.today,
      citation: GROUNDS[application.kind],
      caseId: record.id,
      set,
      publication: publicationOf(set),
    });
    return subjectId;
  }

  private async classViolations(tx: Tx, id: string, { track, category }: Application): Promise<Violation[]> {
    if (track !== 'DIRECT') return [];
    const review = (await stepsOf(tx, id)).findLast(({ action }) => action === 'complete-review');
    return review?.detail.categoryConfirmed === true ? [] : [unconfirmedClass(category, '/category')];
  }
}
