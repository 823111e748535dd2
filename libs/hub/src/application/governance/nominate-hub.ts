import { Injectable } from '@nestjs/common';
import { holds, type Principal } from '@app/access';
import { Audit } from '@app/audit';
import { Cases, StepEngine } from '@app/casework';
import { NotFound, NotPermitted, RuleViolated } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Nomination } from '../../domain/governance/nomination.js';
import { nominationViolations } from '../../domain/governance/recognition.rules.js';
import { RECOGNITION } from '../../domain/governance/recognition.workflow.js';
import { Hubs } from '../hubs.js';
import { GovernanceFiles } from './governance-files.js';
import { GovernancePapers } from './governance-papers.js';
import { NominationReview } from './nomination-review.js';

/** A body is nominated as a hub: by the registrar, the street office of its place, or the hub above it. */
@Injectable()
export class NominateHub {
  constructor(
    private readonly cases: Cases,
    private readonly engine: StepEngine,
    private readonly files: GovernanceFiles,
    private readonly review: NominationReview,
    private readonly papers: GovernancePapers,
    private readonly hubs: Hubs,
    private readonly audit: Audit,
  ) {}

  /** @returns the id of the case. @throws NotPermitted where it is not his to nominate; RuleViolated for papers of others. */
  async create(tx: Tx, by: Principal, nominated: Nomination): Promise<string> {
    await this.requireRight(tx, by, nominated);
    const { name, division } = nominated;
    const title = `枢纽型社会组织认定：${name}`;
    const id = await this.cases.open(tx, RECOGNITION, { title, authority: division, applicantId: by.accountId });
    await this.store(tx, by, id, nominated, []);
    await this.audit.record(tx, { action: 'hub-recognition.draft', subjectType: 'case', subjectId: id });
    tx.resource = `/api/v1/hub-recognitions/${id}`;
    return id;
  }

  /** @throws NotFound, StaleVersion, ActionNotAllowed once it was nominated, NotPermitted, RuleViolated. */
  async update(tx: Tx, by: Principal, id: string, version: number, nominated: Nomination): Promise<void> {
    const file = await this.files.recognition(id, tx);
    if (!file) throw new NotFound();
    await this.cases.requireDraft(tx, RECOGNITION, id, by, version);
    await this.requireRight(tx, by, nominated);
    const title = `枢纽型社会组织认定：${nominated.name}`;
    await this.cases.describe(tx, id, { title, authority: nominated.division });
    await this.store(tx, by, id, nominated, file.nominated.documents);
    await this.audit.record(tx, { action: 'hub-recognition.edit', subjectType: 'case', subjectId: id });
  }

  /** Puts it forward. @throws RuleViolated with everything that speaks against it. */
  async nominate(tx: Tx, by: Principal, id: string, version: number): Promise<void> {
    const step = await this.engine.open(tx, RECOGNITION, id, 'nominate', by, version);
    const { nominated } = (await this.files.recognition(id, tx))!;
    await this.requireRight(tx, by, nominated);
    const violations = nominationViolations(nominated, await this.review.facts(tx, nominated));
    if (violations.length > 0) throw new RuleViolated(violations);
    await this.papers.file(tx, id, nominated.documents);
    await this.files.keepFindings(tx, id, null);
    await this.cases.receive(tx, id, tx.today, null);
    await step.close();
  }

  /** Whoever may nominate it takes it back. */
  async withdraw(tx: Tx, by: Principal, id: string, version: number, reason?: string): Promise<void> {
    const step = await this.engine.open(tx, RECOGNITION, id, 'withdraw', by, version);
    await this.requireRight(tx, by, (await this.files.recognition(id, tx))!.nominated);
    await step.close({ reason });
  }

  private async requireRight(tx: Tx, by: Principal, { tier, division, parent }: Nomination): Promise<void> {
    if (holds(by, 'ACCEPTANCE_OFFICER', division)) return;
    if (tier === 'STREET' && holds(by, 'STREET_OFFICER', division)) return;
    if (parent !== undefined && holds(by, 'HUB_OFFICER', parent) && (await this.hubs.find(parent, tx))) return;
    throw new NotPermitted({
      zh: '枢纽由登记管理机关、所在街道（乡镇）或者上级枢纽推荐',
      en: 'A hub is nominated by the registrar, the street office of its place, or the hub above it',
    });
  }

  private async store(
    tx: Tx,
    by: Principal,
    id: string,
    nominated: Nomination,
    known: readonly string[],
  ): Promise<void> {
    await this.papers.keep(tx, by, id, nominated.documents, known);
    await this.files.writeNomination(tx, id, nominated);
  }
}
