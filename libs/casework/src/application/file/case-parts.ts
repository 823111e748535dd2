import { Injectable } from '@nestjs/common';
import { AuditOfSubjects } from '@app/audit';
import { AttachedDocuments, DOCUMENT_KINDS } from '@app/documents';
import type { Sql } from '@app/platform';
import type { CaseRecord } from '../../domain/case.js';
import { casePart, clockParts, consultationParts, deadlineParts } from '../../domain/file/casework-parts.js';
import type { CasePart } from '../../domain/file/part.js';
import { clocksOf } from '../../persistence/case-clocks.js';
import { consultationsOf, deadlinesOf, recusalsOf, usernamesOf } from '../../persistence/case-file-rows.js';
import { stepsOf } from '../../persistence/case-rows.js';
import { CaseFileSources } from './case-file-sources.js';
import { READ_FILE_ACTION } from './read-file-action.js';

/** Gathers everything of a case, as one reader of the database sees it. */
@Injectable()
export class CaseParts {
  constructor(
    private readonly sources: CaseFileSources,
    private readonly documents: AttachedDocuments,
    private readonly audit: AuditOfSubjects,
  ) {}

  async of(sql: Sql, record: CaseRecord): Promise<CasePart[]> {
    const { id } = record;
    const steps = await stepsOf(sql, id);
    const usernames = await usernamesOf(sql, [record.applicantId, ...steps.map(({ accountId }) => accountId)]);
    const consultations = await consultationsOf(sql, id);
    const deadlines = await deadlinesOf(sql, id);
    return [
      casePart(record, steps, usernames),
      ...(await this.sources.read(sql, record)),
      ...consultationParts(consultations),
      ...(await this.recusals(sql, id)),
      ...clockParts(await clocksOf(sql, id)),
      ...deadlineParts(deadlines),
      ...(await this.papers(sql, id)),
      await this.trail(sql, [id, ...[...consultations, ...deadlines].map((each) => each.id)]),
    ];
  }

  private async recusals(sql: Sql, caseId: string): Promise<CasePart[]> {
    const rows = (await recusalsOf(sql, caseId)).map((value) => ({ key: value.account, value }));
    const title = { zh: '回避', en: 'Recusals' };
    return rows.length === 0 ? [] : [{ chapter: 'recusal', key: 'recusals', title, rows }];
  }

  private async papers(sql: Sql, caseId: string): Promise<CasePart[]> {
    const records = await this.documents.list(sql, 'case', caseId);
    return records.map(({ id, kind, fileName, size, sha256 }) => ({
      chapter: 'paper',
      key: `paper-${id}`,
      title: { zh: `材料：${fileName}`, en: `Paper: ${fileName}` },
      documentId: id,
      fileName,
      mediaType: DOCUMENT_KINDS[kind].mediaType,
      bytes: size,
      sha256,
    }));
  }

  /** Who took the file into his hands is told by the audit trail, not by the file: no two copies would be the same. */
  private async trail(sql: Sql, subjectIds: readonly string[]): Promise<CasePart> {
    const rows = (await this.audit.read(sql, subjectIds)).filter(({ action }) => action !== READ_FILE_ACTION);
    return {
      chapter: 'audit',
      key: 'audit',
      title: { zh: '操作记录', en: 'Audit trail' },
      rows: rows.map(({ id, ...value }) => ({ key: id, value })),
    };
  }
}
