import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { legalDateOf, NotFound } from '@app/kernel';
import { Reads, UnitOfWork } from '@app/platform';
import type { CaseRecord } from '../../domain/case.js';
import { isInsider } from '../../domain/case.policy.js';
import { fileUnder, indexHash, openFile, type FilePart } from '../../domain/file/case-file.js';
import type { CaseFile } from '../../domain/file/file-index.js';
import { findCase } from '../../persistence/case-rows.js';
import { findSeal, type FileSeal } from '../../persistence/file-seals.js';
import { CaseParts } from './case-parts.js';
import { READ_FILE_ACTION } from './read-file-action.js';

/** Gives the file of a case to those who see the case from inside the office. */
@Injectable()
export class CaseFiles {
  constructor(
    private readonly reads: Reads,
    private readonly unitOfWork: UnitOfWork,
    private readonly caseParts: CaseParts,
    private readonly audit: Audit,
  ) {}

  /** Written to the audit trail before it is answered. @throws NotFound also for the applicant: he has no right to the office's papers. */
  async read(reader: Principal, caseId: string, part: 'index' | 'content'): Promise<CaseFile> {
    const file = await this.reads.snapshot(async (sql) => {
      const record = await findCase(sql, caseId);
      if (!record || !isInsider(reader, record)) throw new NotFound();
      const parts = await this.caseParts.of(sql, record);
      const seal = await findSeal(sql, caseId);
      return seal ? sealedFile(record, seal, fileUnder(seal.parts, parts)) : unsealedFile(record, openFile(parts));
    });
    const detail = { part, indexHash: file.indexHash };
    await this.unitOfWork.run(reader, (tx) =>
      this.audit.record(tx, { action: READ_FILE_ACTION, subjectType: 'case', subjectId: caseId, detail }),
    );
    return file;
  }
}

function sealedFile(record: CaseRecord, seal: FileSeal, parts: readonly FilePart[]): CaseFile {
  const asWritten = indexHash(record.id, seal.parts) === seal.indexHash;
  return {
    record,
    sealedOn: legalDateOf(seal.sealedAt),
    indexHash: seal.indexHash,
    intact: asWritten && parts.every(({ intact }) => intact),
    parts,
  };
}

function unsealedFile(record: CaseRecord, parts: readonly FilePart[]): CaseFile {
  return { record, sealedOn: null, indexHash: indexHash(record.id, parts), intact: true, parts };
}
