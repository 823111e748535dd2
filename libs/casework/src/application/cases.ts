import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Principal } from '@app/access';
import { ActionNotAllowed, NotFound, NotPermitted, type LegalDate } from '@app/kernel';
import { Clock, requireVersion, type Tx, Reads } from '@app/platform';
import type { CaseRecord, CaseWorkflow, StepRecord } from '../domain/case.js';
import { actionsFor, handlingHindrance, isApplicant, isInsider, mayRead } from '../domain/case.policy.js';
import type { ClockReading } from '../domain/clock-reading.js';
import { HINDRANCE_TEXTS } from '../domain/hindrance-texts.js';
import { findCase, lockCase, recusedFrom, stepsOf } from '../persistence/case-rows.js';
import { LegalClock } from './legal-clock.js';

export interface NewCase {
  readonly title: string;
  readonly authority: string;
  readonly applicantId: string;
  /** The organization that asks, where it is one that stands in the register. */
  readonly applicantCode?: string;
}

/** A case as its reader may see it. */
export interface CaseView {
  readonly record: CaseRecord;
  readonly steps: readonly StepRecord[];
  readonly allowedActions: readonly string[];
  readonly clock?: ClockReading;
  /** The reader belongs to the office; the applicant does not see its internal reasons. */
  readonly insider: boolean;
}

/** Opens cases and reads them. */
@Injectable()
export class Cases {
  constructor(
    private readonly reads: Reads,
    private readonly legalClock: LegalClock,
    private readonly clock: Clock,
  ) {}

  /** Opens a case; the database puts it into the first state of its procedure. */
  async open(
    tx: Tx,
    workflow: CaseWorkflow,
    { title, authority, applicantId, applicantCode }: NewCase,
  ): Promise<string> {
    const id = randomUUID();
    await tx.execute(
      `INSERT INTO casework.case (id, procedure, title, authority, applicant_id, applicant_code, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, workflow.name, title, authority, applicantId, applicantCode ?? null, tx.now],
    );
    return id;
  }

  /** Renames a case or moves it to another registrar while it is a draft; bumps its version. */
  async describe(tx: Tx, id: string, { title, authority }: Pick<NewCase, 'title' | 'authority'>): Promise<void> {
    await tx.execute('UPDATE casework.case SET title = $2, authority = $3, version = version + 1 WHERE id = $1', [
      id,
      title,
      authority,
    ]);
  }

  /** Notes the day on which the papers came in, and the number of the receipt where one is given. */
  async receive(tx: Tx, id: string, receivedOn: LegalDate, receiptNumber: string | null): Promise<void> {
    await tx.execute(
      'UPDATE casework.case SET received_on = $2, receipt_number = coalesce(receipt_number, $3) WHERE id = $1',
      [id, receivedOn, receiptNumber],
    );
  }

  /** @throws NotFound when there is no such case of the procedure, or it is not the reader's to know of. */
  async get(workflow: CaseWorkflow, id: string, reader: Principal): Promise<CaseView> {
    const record = await findCase(this.reads, id);
    if (!record || record.procedure !== workflow.name || !mayRead(reader, record)) throw new NotFound();
    const steps = await stepsOf(this.reads, id);
    const recused = await recusedFrom(this.reads, id);
    return {
      record,
      steps,
      allowedActions: actionsFor(workflow, reader, { record, steps, recused }),
      clock: await this.legalClock.read(this.reads, id, this.clock.today()),
      insider: isInsider(reader, record),
    };
  }

  /**
   * Locks a case for the officer who handles it now.
   * @throws NotFound as `get` does; NotPermitted when it is not his to handle, ActionNotAllowed when a colleague has it.
   */
  async requireHandling(tx: Tx, workflow: CaseWorkflow, id: string, officer: Principal): Promise<void> {
    const record = await lockCase(tx, id);
    if (!record || record.procedure !== workflow.name || !mayRead(officer, record)) throw new NotFound();
    const barred = handlingHindrance(officer, { record, recused: await recusedFrom(tx, id) });
    if (barred === 'HELD_BY_ANOTHER') throw new ActionNotAllowed([], HINDRANCE_TEXTS[barred]);
    if (barred) throw new NotPermitted(HINDRANCE_TEXTS[barred]);
  }

  /**
   * Locks a case for whoever asks in it, while it lies with him.
   * @throws NotFound as `get` does, StaleVersion, ActionNotAllowed once it lies with an office.
   */
  async requireDraft(
    tx: Tx,
    workflow: CaseWorkflow,
    id: string,
    by: Principal,
    expectedVersion: number,
  ): Promise<CaseRecord> {
    const record = await lockCase(tx, id);
    if (!record || record.procedure !== workflow.name || !mayRead(by, record)) throw new NotFound();
    requireVersion(record.version, expectedVersion);
    if (!isApplicant(by, record) || record.queue !== 'APPLICANT') {
      throw new ActionNotAllowed([], { zh: '当前不能修改', en: 'It cannot be changed now' });
    }
    return record;
  }

  /** True when the reader may see the case, for what hangs on it (documents, consultations). */
  async mayRead(id: string, reader: Principal): Promise<boolean> {
    const record = await findCase(this.reads, id);
    return record !== undefined && mayRead(reader, record);
  }
}
