import { Injectable } from '@nestjs/common';
import { PrincipalQueries, type Principal } from '@app/access';
import { Consultations, StepEngine } from '@app/casework';
import { RuleViolated, type LegalDate } from '@app/kernel';
import { Outbox, type Tx } from '@app/platform';
import { HUB_PUBLICATION, Register, type EntryKind, type HubState } from '@app/register';
import { MEASURE } from '../../domain/governance/measure.workflow.js';
import type { MeasureType, ProposedMeasure } from '../../domain/governance/nomination.js';
import {
  decisionDayViolations,
  hearingViolations,
  measureViolations,
  orphanViolations,
} from '../../domain/governance/recognition.rules.js';
import { RECOGNITION_CITATION } from '../../domain/governance/recognition.table.js';
import { Hubs, type KnownHub } from '../hubs.js';
import { RELEASE_MEMBERS_TOPIC } from '../assignment/topics.js';
import { GovernanceFiles } from './governance-files.js';
import { GroupDecisions, type DecisionInput } from './group-decisions.js';

const ENTRY_KINDS: Readonly<Record<MeasureType, EntryKind>> = {
  WARNING: 'HUB_WARNED',
  WARNING_LIFTED: 'HUB_WARNING_LIFTED',
  MOVE: 'HUB_MOVED',
  WITHDRAWAL: 'HUB_WITHDRAWN',
};

/** The leading group orders a measure: the register says so from the day of the decision. */
@Injectable()
export class OrderMeasure {
  constructor(
    private readonly engine: StepEngine,
    private readonly files: GovernanceFiles,
    private readonly hubs: Hubs,
    private readonly decisions: GroupDecisions,
    private readonly consultations: Consultations,
    private readonly principals: PrincipalQueries,
    private readonly register: Register,
    private readonly outbox: Outbox,
  ) {}

  /** @throws RuleViolated when the register stands against it by now, or the hub was not heard. */
  async execute(tx: Tx, by: Principal, id: string, version: number, input: DecisionInput): Promise<void> {
    const step = await this.engine.open(tx, MEASURE, id, 'order', by, version);
    const { hub: code, proposed } = (await this.files.measure(id, tx))!;
    await this.register.lock(tx, (await this.hubs.get(code, tx)).subjectId);
    if (proposed.parent !== undefined) await this.hubs.hold(tx, [proposed.parent]);
    const hub = await this.hubs.get(code, tx);
    const below = await this.below(tx, code);
    const parent = proposed.parent === undefined ? undefined : await this.hubs.find(proposed.parent, tx);
    const violations = [
      ...measureViolations(proposed.type, hub, parent),
      ...decisionDayViolations(input.decidedOn, await this.earliest(tx, hub, step.record.receivedOn!), tx.today),
      ...orphanViolations(proposed.type, hub, below.length),
      ...hearingViolations(
        proposed.type,
        await this.principals.isHeld(tx, 'HUB_OFFICER', code),
        await this.consultations.wasHeard(tx, id, 'HUB', code),
      ),
    ];
    if (violations.length > 0) throw new RuleViolated(violations);
    const decision = await this.decisions.of(tx, by, hub.division, input);
    await this.files.decideMeasure(tx, id, decision);
    await this.append(tx, id, hub, ENTRY_KINDS[proposed.type], input.decidedOn, effectOf(proposed, input.decidedOn));
    if (proposed.type === 'WITHDRAWAL') await this.withdraw(tx, id, hub, below, input.decidedOn);
    await this.consultations.closeOpen(tx, id);
    await step.close({ detail: { documentNumber: input.documentNumber } });
  }

  /** Not before the measure was put forward, nor before what the register says of the hub already: entries fold by day. */
  private async earliest(tx: Tx, hub: Pick<KnownHub, 'subjectId'>, receivedOn: LegalDate): Promise<LegalDate> {
    const newest = await this.newestDay(tx, hub);
    return newest > receivedOn ? newest : receivedOn;
  }

  private async newestDay(tx: Tx, { subjectId }: Pick<KnownHub, 'subjectId'>): Promise<LegalDate> {
    const sql = 'SELECT max(legal_date)::text AS day FROM register.entry WHERE subject_id = $1';
    return (await tx.row<{ day: LegalDate }>(sql, [subjectId])).day;
  }

  private below(tx: Tx, code: string): Promise<Pick<KnownHub, 'subjectId' | 'code'>[]> {
    return tx.rows(
      `SELECT subject_id AS "subjectId", code FROM register.hub WHERE parent = $1 AND standing <> 'WITHDRAWN' ORDER BY code`,
      [code],
    );
  }

  /** The hubs below come to stand below what stood above it; its members are released by a job. */
  private async withdraw(
    tx: Tx,
    caseId: string,
    hub: KnownHub,
    below: readonly Pick<KnownHub, 'subjectId' | 'code'>[],
    on: LegalDate,
  ): Promise<void> {
    for (const child of below) {
      const since = await this.earliest(tx, child, on);
      await this.append(tx, caseId, child, 'HUB_MOVED', since, { parent: hub.parent, parentSince: since });
    }
    await this.outbox.add(tx, { topic: RELEASE_MEMBERS_TOPIC, payload: { hub: hub.code }, uniqueKey: caseId });
  }

  private async append(
    tx: Tx,
    caseId: string,
    { subjectId }: Pick<KnownHub, 'subjectId'>,
    kind: EntryKind,
    legalDate: LegalDate,
    set: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const entry = { kind, legalDate, citation: RECOGNITION_CITATION, caseId, set, publication: HUB_PUBLICATION };
    await this.register.append(tx, subjectId, entry);
  }
}

function effectOf(
  { type, parent }: ProposedMeasure,
  on: LegalDate,
): { [Field in keyof HubState]?: HubState[Field] | null } {
  switch (type) {
    case 'WARNING':
      return { standing: 'WARNED', warnedOn: on };
    case 'WARNING_LIFTED':
      return { standing: 'RECOGNIZED', warnedOn: null };
    case 'MOVE':
      return { parent, parentSince: on };
    case 'WITHDRAWAL':
      return { standing: 'WITHDRAWN', withdrawnOn: on };
  }
}
