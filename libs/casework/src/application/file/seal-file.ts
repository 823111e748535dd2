import { Injectable } from '@nestjs/common';
import { Audit } from '@app/audit';
import type { Tx } from '@app/platform';
import { indexHash, partsToSeal } from '../../domain/file/case-file.js';
import { lockCase } from '../../persistence/case-rows.js';
import { findSeal, insertSeal } from '../../persistence/file-seals.js';
import { CaseParts } from './case-parts.js';

/** Of the cases that wait for a seal, so many are found on a day. */
const A_DAY = 1_000;

/** 封存: notes what the file of a case that has ended holds; the audit trail, and the seals over that, vouch for the note. */
@Injectable()
export class SealFile {
  constructor(
    private readonly parts: CaseParts,
    private readonly audit: Audit,
  ) {}

  /** Safe to repeat: what is sealed stays so. */
  async execute(tx: Tx, caseId: string): Promise<void> {
    const record = await lockCase(tx, caseId);
    if (!record?.closed || (await findSeal(tx, caseId))) return;
    const parts = partsToSeal(await this.parts.of(tx, record));
    const hash = indexHash(caseId, parts);
    await insertSeal(tx, caseId, { indexHash: hash, parts });
    await this.audit.record(tx, {
      action: 'casework.seal-file',
      subjectType: 'case',
      subjectId: caseId,
      detail: { indexHash: hash, parts: parts.length },
    });
  }

  /** The cases that have ended without a seal, oldest first. */
  async unsealed(tx: Tx): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT c.id FROM casework.case c
        WHERE c.closed AND NOT EXISTS (SELECT 1 FROM casework.file_seal s WHERE s.case_id = c.id)
        ORDER BY c.created_at, c.id LIMIT $1`,
      [A_DAY],
    );
    return rows.map(({ id }) => id);
  }
}
