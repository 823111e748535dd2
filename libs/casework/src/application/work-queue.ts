import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { ActionNotAllowed, NotFound, NotPermitted } from '@app/kernel';
import { Clock, requireVersion, type Page, type Tx, Reads } from '@app/platform';
import type { CaseRecord } from '../domain/case.js';
import { mayRead, officeHindrance, partiesOf } from '../domain/case.policy.js';
import type { ClockReading } from '../domain/clock-reading.js';
import { HINDRANCE_TEXTS } from '../domain/hindrance-texts.js';
import { CASE_COLUMNS, lockCase, recusedFrom } from '../persistence/case-rows.js';
import { LegalClock } from './legal-clock.js';
import { officesOf } from './offices.js';

export interface QueueFilter {
  readonly mine?: boolean;
  readonly procedure?: string;
  readonly limit: number;
  readonly cursor?: string;
}

export interface QueueItem {
  readonly record: CaseRecord;
  readonly clock?: ClockReading;
}

/** The nearest last day first; a case that stands still has none and comes after all that have one. */
const URGENCY = [
  { sql: `coalesce(c.due_on, '9999-12-31'::date)`, type: 'date' },
  { sql: 'c.id', type: 'uuid' },
] as const;

/**
 * The open cases that wait for an officer: those whose queue is a role of his and whose registrar
 * lies in his jurisdiction, the most urgent first. A case stands in exactly one queue.
 */
@Injectable()
export class WorkQueue {
  constructor(
    private readonly reads: Reads,
    private readonly legalClock: LegalClock,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async list(officer: Principal, { mine = false, procedure, limit, cursor }: QueueFilter): Promise<Page<QueueItem>> {
    const { roles, patterns } = officesOf(officer);
    const where = `NOT c.closed AND c.applicant_id <> $1
      AND EXISTS (SELECT 1 FROM unnest($2::text[], $3::text[]) AS office(role, pattern)
                   WHERE office.role = c.queue AND c.authority LIKE office.pattern)
      AND NOT EXISTS (SELECT 1 FROM casework.recusal r WHERE r.case_id = c.id AND r.account_id = $1)
      AND (NOT $4::boolean OR c.handler_id = $1) AND ($5::text IS NULL OR c.procedure = $5)`;
    const parameters = [officer.accountId, roles, patterns, mine, procedure ?? null];
    const source = { columns: CASE_COLUMNS, from: 'casework.case c', where, parameters, keys: URGENCY };
    const page = await this.reads.page<CaseRecord>(source, { limit, cursor });
    const today = this.clock.today();
    const items = await Promise.all(
      page.items.map(async (record) => ({ record, clock: await this.legalClock.read(this.reads, record.id, today) })),
    );
    return { ...page, items };
  }

  /** Takes a case into one's own hands. @throws ActionNotAllowed when another has it. */
  async claim(tx: Tx, officer: Principal, caseId: string, expectedVersion: number): Promise<CaseRecord> {
    const record = await this.openFor(tx, officer, caseId, expectedVersion);
    if (record.handlerId !== null && record.handlerId !== officer.accountId) {
      throw new ActionNotAllowed([], HINDRANCE_TEXTS.HELD_BY_ANOTHER);
    }
    return this.setHandler(tx, record, officer.accountId, 'casework.claim');
  }

  /** Gives a case that one handles back to the queue, or to a colleague who can take it up. */
  async handOver(
    tx: Tx,
    officer: Principal,
    caseId: string,
    expectedVersion: number,
    to: Principal | undefined,
    reason: string,
  ): Promise<CaseRecord> {
    const record = await this.openFor(tx, officer, caseId, expectedVersion);
    if (record.handlerId !== officer.accountId) {
      throw new ActionNotAllowed(['claim'], { zh: '您不是本案承办人', en: 'You do not handle this case' });
    }
    if (to) await this.requireAble(tx, to, record);
    return this.setHandler(tx, record, to?.accountId ?? null, 'casework.hand-over', reason);
  }

  private async openFor(tx: Tx, officer: Principal, caseId: string, expectedVersion: number): Promise<CaseRecord> {
    const record = await lockCase(tx, caseId);
    if (!record || !mayRead(officer, record)) throw new NotFound();
    requireVersion(record.version, expectedVersion);
    await this.requireAble(tx, officer, record);
    return record;
  }

  /** Whoever is to hold a case must be able to take its next step: office, not recused, no other step of the set. */
  private async requireAble(tx: Tx, officer: Principal, record: CaseRecord): Promise<void> {
    if (record.closed || record.queue === null || !partiesOf(officer, record).has(record.queue)) {
      throw new NotPermitted(HINDRANCE_TEXTS.NOT_YOUR_ROLE);
    }
    const barred = officeHindrance(officer, { record, recused: await recusedFrom(tx, record.id) });
    if (barred) throw new NotPermitted(HINDRANCE_TEXTS[barred]);
    const [other] = await tx.rows(
      `SELECT 1 FROM casework.step s
        WHERE s.case_id = $1 AND s.account_id = $2 AND s.separation_step <> ALL (
          SELECT e.separation_step FROM casework.edge e
           WHERE e.procedure = $3 AND e.from_state = $4 AND e.party = $5 AND e.separation_step IS NOT NULL)`,
      [record.id, officer.accountId, record.procedure, record.state, record.queue],
    );
    if (other) throw new NotPermitted(HINDRANCE_TEXTS.SEPARATION);
  }

  private async setHandler(
    tx: Tx,
    record: CaseRecord,
    handlerId: string | null,
    action: string,
    reason?: string,
  ): Promise<CaseRecord> {
    await tx.execute('UPDATE casework.case SET handler_id = $2, version = version + 1 WHERE id = $1', [
      record.id,
      handlerId,
    ]);
    await this.audit.record(tx, { action, subjectType: 'case', subjectId: record.id, detail: { handlerId, reason } });
    return (await lockCase(tx, record.id))!;
  }
}
