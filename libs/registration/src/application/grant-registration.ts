import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Consultations, Deadlines, LegalClock, StepEngine, stepsOf, type CaseRecord } from '@app/casework';
import { NumberSeries } from '@app/documents';
import { cite, lastDay, rowInForce, RuleViolated, type Citation, type Violation } from '@app/kernel';
import type { Tx } from '@app/platform';
import { CodePool, ORGANIZATION_PUBLICATION, Persons, Register, type Kind, type PersonReference } from '@app/register';
import type { Application } from '../domain/application.js';
import { CERTIFICATE_PERIOD } from '../domain/establishment.table.js';
import { ESTABLISHMENT } from '../domain/establishment.workflow.js';
import { registeredOrganization } from '../domain/registered-organization.js';
import { unconfirmedClass } from '../domain/track.rules.js';
import { Applications } from '../persistence/applications.js';
import { ApplicationReview } from './application-review.js';
import { Decisions } from './decisions.js';

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
    private readonly deadlines: Deadlines,
    private readonly applications: Applications,
    private readonly review: ApplicationReview,
    private readonly decisions: Decisions,
    private readonly codePool: CodePool,
    private readonly register: Register,
    private readonly persons: Persons,
    private readonly series: NumberSeries,
  ) {}

  /** @throws RuleViolated with every rule that the application breaks today. */
  async execute(tx: Tx, officer: Principal, id: string, expectedVersion: number, reason?: string): Promise<void> {
    const step = await this.engine.open(tx, ESTABLISHMENT, id, 'approve', officer, expectedVersion);
    const { record } = step;
    const application = await this.applications.get(id, tx);
    // The code comes first: its range is locked, so two grants of one registrar follow each other and
    // the second sees the name of the first.
    const creditCode = await this.codePool.issue(tx, record.authority, application.kind);
    const violations = [
      ...(await this.review.violations(application, tx.today, tx)),
      ...(await this.classViolations(tx, id, application)),
    ];
    if (violations.length > 0) throw new RuleViolated(violations);
    const certificateNumber = await this.certificateNumber(tx, record);
    const subjectId = await this.establish(tx, record, application, creditCode, certificateNumber);
    const delivery = rowInForce(CERTIFICATE_PERIOD, tx.today);
    const certificateDueOn = lastDay(tx.today, delivery.value);
    const citation = GROUNDS[application.kind];
    const granted = { subjectId, creditCode, certificateNumber, certificateDueOn };
    const decisionNumber = await this.decisions.record(tx, record, { outcome: 'APPROVED', reason, citation, granted });
    await this.legalClock.stop(tx, id);
    await this.consultations.closeOpen(tx, id);
    await this.deadlines.open(tx, {
      caseId: id,
      kind: 'CERTIFICATE_DELIVERY',
      role: 'ACCEPTANCE_OFFICER',
      authority: record.authority,
      dueOn: certificateDueOn,
      citation: delivery.citation,
    });
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
    const granted = { creditCode, certificateNumber, foundedOn: tx.today, leaders };
    const subjectId = await this.register.open(tx, 'ORGANIZATION');
    await this.register.append(tx, subjectId, {
      kind: 'ESTABLISHED',
      legalDate: tx.today,
      citation: GROUNDS[application.kind],
      caseId: record.id,
      set: { ...registeredOrganization(application, granted) },
      publication: ORGANIZATION_PUBLICATION,
    });
    return subjectId;
  }

  private async classViolations(tx: Tx, id: string, { track, category }: Application): Promise<Violation[]> {
    if (track !== 'DIRECT') return [];
    const review = (await stepsOf(tx, id)).findLast(({ action }) => action === 'complete-review');
    return review?.detail.categoryConfirmed === true ? [] : [unconfirmedClass(category, '/category')];
  }

  private async certificateNumber(tx: Tx, { authority }: CaseRecord): Promise<string> {
    const year = Number(tx.today.slice(0, 4));
    const number = await this.series.next(tx, `certificate:${authority}`, year);
    return `${authority}-${year}-${String(number).padStart(6, '0')}`;
  }
}
