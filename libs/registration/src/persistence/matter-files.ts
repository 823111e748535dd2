import { Injectable } from '@nestjs/common';
import type { LegalDate } from '@app/kernel';
import { Reads, type Sql, type Tx } from '@app/platform';
import type { ChangedItems, FiledMatter } from '../domain/matters/matter-content.js';
import type { MatterType } from '../domain/matters/matter-types.js';
import { Applications } from './applications.js';

/** Which organization a case is about, and which matter it is. */
export interface MatterFile {
  readonly caseId: string;
  readonly type: MatterType;
  readonly subjectId: string;
  readonly creditCode: string;
  /** The day on which an approval that waits takes effect. */
  readonly effectiveOn: LegalDate | null;
  readonly approved: ChangedItems | null;
}

const COLUMNS = `m.case_id AS "caseId", m.type, m.subject_id AS "subjectId", m.credit_code AS "creditCode",
  m.effective_on::text AS "effectiveOn", m.approved`;

/** Stores matters of organizations; what was filed lies beside the applications, its persons encrypted. */
@Injectable()
export class MatterFiles {
  constructor(
    private readonly reads: Reads,
    private readonly applications: Applications,
  ) {}

  async open(tx: Tx, file: Omit<MatterFile, 'effectiveOn' | 'approved'>): Promise<void> {
    await tx.execute(
      'INSERT INTO registration.matter (case_id, type, subject_id, credit_code) VALUES ($1, $2, $3, $4)',
      [file.caseId, file.type, file.subjectId, file.creditCode],
    );
  }

  async save(tx: Tx, caseId: string, { people, ...content }: FiledMatter): Promise<void> {
    await this.applications.saveFiled(tx, caseId, content, { people });
  }

  async find(caseId: string, sql: Sql = this.reads): Promise<MatterFile | undefined> {
    const text = `SELECT ${COLUMNS} FROM registration.matter m WHERE m.case_id = $1`;
    return (await sql.rows<MatterFile>(text, [caseId])).at(0);
  }

  filed(caseId: string, sql: Sql = this.reads): Promise<FiledMatter> {
    return this.applications.get<FiledMatter>(caseId, sql);
  }

  lastFiled(caseId: string): Promise<FiledMatter> {
    return this.applications.lastSubmission<FiledMatter>(caseId);
  }

  /** The open cases about an organization, oldest first. */
  async openOf(tx: Tx, subjectId: string): Promise<{ caseId: string; procedure: string; type: MatterType }[]> {
    return tx.rows(
      `SELECT c.id AS "caseId", c.procedure, m.type FROM registration.matter m JOIN casework.case c ON c.id = m.case_id
        WHERE m.subject_id = $1 AND NOT c.closed ORDER BY c.created_at, c.id`,
      [subjectId],
    );
  }

  /** Keeps what was approved for a later day, as it was to change then. */
  async awaitEffect(tx: Tx, caseId: string, effectiveOn: LegalDate, approved: ChangedItems): Promise<void> {
    await tx.execute('UPDATE registration.matter SET effective_on = $2, approved = $3 WHERE case_id = $1', [
      caseId,
      effectiveOn,
      JSON.stringify(approved),
    ]);
  }

  /** The approvals whose day has come. */
  async due(tx: Tx, day: LegalDate): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT c.id FROM registration.matter m JOIN casework.case c ON c.id = m.case_id
        WHERE c.state = 'AWAITING_EFFECT' AND m.effective_on <= $1 ORDER BY m.effective_on, c.id`,
      [day],
    );
    return rows.map(({ id }) => id);
  }
}
