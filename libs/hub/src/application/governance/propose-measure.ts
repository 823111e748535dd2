import { Injectable } from '@nestjs/common';
import { holds, type Principal } from '@app/access';
import { Audit } from '@app/audit';
import { Cases, StepEngine } from '@app/casework';
import { NotFound, NotPermitted, RuleViolated, violationOf } from '@app/kernel';
import type { Tx } from '@app/platform';
import { MEASURE } from '../../domain/governance/measure.workflow.js';
import type { ProposedMeasure } from '../../domain/governance/nomination.js';
import { measureViolations } from '../../domain/governance/recognition.rules.js';
import { HUB_STANDING } from '../../domain/governance/recognition.table.js';
import { Hubs } from '../hubs.js';
import { GovernanceFiles } from './governance-files.js';
import { GovernancePapers } from './governance-papers.js';

/** A review officer proposes what is to become of a hub of his jurisdiction. */
@Injectable()
export class ProposeMeasure {
  constructor(
    private readonly cases: Cases,
    private readonly engine: StepEngine,
    private readonly files: GovernanceFiles,
    private readonly papers: GovernancePapers,
    private readonly hubs: Hubs,
    private readonly audit: Audit,
  ) {}

  /** @returns the id of the case. @throws NotFound, NotPermitted, RuleViolated for papers of others. */
  async create(tx: Tx, by: Principal, code: string, proposed: ProposedMeasure): Promise<string> {
    const hub = await this.hubs.get(code, tx);
    if (!holds(by, 'REVIEW_OFFICER', hub.division)) throw new NotPermitted();
    const title = `枢纽型社会组织管理措施：${hub.name}`;
    const id = await this.cases.open(tx, MEASURE, { title, authority: hub.division, applicantId: by.accountId });
    await this.store(tx, by, id, code, proposed);
    await this.audit.record(tx, { action: 'hub-measure.draft', subjectType: 'case', subjectId: id });
    tx.resource = `/api/v1/hub-measures/${id}`;
    return id;
  }

  /** @throws NotFound, StaleVersion, ActionNotAllowed once it was proposed, RuleViolated. */
  async update(tx: Tx, by: Principal, id: string, version: number, proposed: ProposedMeasure): Promise<void> {
    const file = await this.files.measure(id, tx);
    if (!file) throw new NotFound();
    const record = await this.cases.requireDraft(tx, MEASURE, id, by, version);
    // What the hub was heard on stays what is proposed.
    if (record.receivedOn !== null && proposed.type !== file.proposed.type) {
      const [zh, en] = [
        '提请后不得更换措施，请另行提请',
        'Once it was proposed it stays the same measure: propose another',
      ];
      throw new RuleViolated([violationOf(HUB_STANDING, '/type', zh, en, 'MEASURE-IDENTITY')]);
    }
    await this.cases.describe(tx, id, record);
    await this.store(tx, by, id, file.hub, proposed, file.proposed.documents);
    await this.audit.record(tx, { action: 'hub-measure.edit', subjectType: 'case', subjectId: id });
  }

  /** @throws RuleViolated with everything that speaks against it. */
  async propose(tx: Tx, by: Principal, id: string, version: number): Promise<void> {
    const step = await this.engine.open(tx, MEASURE, id, 'propose', by, version);
    const { hub: code, proposed } = (await this.files.measure(id, tx))!;
    const hub = await this.hubs.get(code, tx);
    if (!holds(by, 'REVIEW_OFFICER', hub.division)) throw new NotPermitted();
    const parent = proposed.parent === undefined ? undefined : await this.hubs.find(proposed.parent, tx);
    const violations = measureViolations(proposed.type, hub, parent);
    if (violations.length > 0) throw new RuleViolated(violations);
    await this.papers.file(tx, id, proposed.documents);
    await this.cases.receive(tx, id, tx.today, null);
    await step.close();
  }

  private async store(
    tx: Tx,
    by: Principal,
    id: string,
    hub: string,
    proposed: ProposedMeasure,
    known: readonly string[] = [],
  ): Promise<void> {
    await this.papers.keep(tx, by, id, proposed.documents, known);
    await this.files.writeMeasure(tx, id, hub, proposed);
  }
}
