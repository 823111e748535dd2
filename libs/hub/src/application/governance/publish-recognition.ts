import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { StepEngine } from '@app/casework';
import { RuleViolated } from '@app/kernel';
import type { Tx } from '@app/platform';
import { HUB_PUBLICATION, Register, type HubState } from '@app/register';
import { nominationViolations } from '../../domain/governance/recognition.rules.js';
import { RECOGNITION_CITATION } from '../../domain/governance/recognition.table.js';
import { RECOGNITION } from '../../domain/governance/recognition.workflow.js';
import { Hubs } from '../hubs.js';
import { GovernanceFiles, type RecognitionFile } from './governance-files.js';
import { NominationReview } from './nomination-review.js';

/** The first batch after the four of the plan. */
const NEXT_BATCH = 5;

/** Publishes a recognition: from here on the register has the hub, as of the day of the decision. */
@Injectable()
export class PublishRecognition {
  constructor(
    private readonly engine: StepEngine,
    private readonly files: GovernanceFiles,
    private readonly review: NominationReview,
    private readonly register: Register,
    private readonly hubs: Hubs,
  ) {}

  /** @throws RuleViolated when the register stands against it by now. */
  async execute(tx: Tx, by: Principal, id: string, version: number): Promise<void> {
    const step = await this.engine.open(tx, RECOGNITION, id, 'publish', by, version);
    const file = (await this.files.recognition(id, tx))!;
    const { nominated, decision } = file;
    // Hubs of one place follow each other: name and number are taken once.
    await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`hub:${nominated.division}`]);
    if (nominated.parent !== undefined) await this.hubs.hold(tx, [nominated.parent]);
    const violations = nominationViolations(nominated, await this.review.facts(tx, nominated));
    if (violations.length > 0) throw new RuleViolated(violations);
    const hub = await this.hub(tx, file);
    await this.register.append(tx, await this.register.open(tx, 'HUB'), {
      kind: 'HUB_RECOGNIZED',
      legalDate: decision!.decidedOn,
      citation: RECOGNITION_CITATION,
      caseId: id,
      set: { ...hub },
      publication: HUB_PUBLICATION,
    });
    await this.files.keepCode(tx, id, hub.code);
    await step.close({ detail: { hub: hub.code } });
  }

  private async hub(tx: Tx, { nominated, decision }: RecognitionFile): Promise<HubState> {
    const { name, tier, division, parent, organization } = nominated;
    const { documentNumber, decidedOn, decidedBy } = decision!;
    return {
      ...(await this.place(tx, tier === 'CITY' ? (decision!.batch ?? NEXT_BATCH) : undefined, division)),
      name,
      namePrinted: name,
      tier,
      division,
      parent,
      parentSince: parent === undefined ? undefined : decidedOn,
      organization,
      standing: 'RECOGNIZED',
      recognizedBy: decidedBy,
      recognizedOn: decidedOn,
      documentNumber,
    };
  }

  /** A city hub stands in its batch, others are numbered in their division. Numbers are never given twice. */
  private async place(
    tx: Tx,
    batch: number | undefined,
    division: string,
  ): Promise<Pick<HubState, 'code' | 'batch' | 'orderInBatch'>> {
    const series = batch === undefined ? `HUB-${division}-` : `HUB-${batch}-`;
    const { order } = await tx.row<{ order: number }>(
      `SELECT count(*)::int + 1 AS "order" FROM register.hub WHERE starts_with(code, $1)`,
      [series],
    );
    const code = `${series}${String(order).padStart(2, '0')}`;
    return batch === undefined ? { code } : { code, batch, orderInBatch: order };
  }
}
