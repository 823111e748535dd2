import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseFileSources, type CasePart, type CaseRecord } from '@app/casework';
import type { Sql } from '@app/platform';
import { CaseEntries } from '@app/register';
import { ESTABLISHMENT } from '../../domain/establishment.workflow.js';
import { maskedFiling } from '../../domain/filed-persons.js';
import { EX_OFFICIO } from '../../domain/matters/ex-officio.workflow.js';
import { MATTER_TITLES } from '../../domain/matters/matter-types.js';
import { PERMISSION } from '../../domain/matters/permission.workflow.js';
import { RECORDING } from '../../domain/matters/recording.workflow.js';
import { Applications } from '../../persistence/applications.js';
import { decisionOf, judgementsOf, noticesOf, submissionsOf } from '../../persistence/case-file-rows.js';
import { MatterFiles } from '../../persistence/matter-files.js';

/** What this lib adds to the file of a case: what was filed, told and decided, and what came of it in the register. */
@Injectable()
export class RegistrationParts implements OnModuleInit {
  constructor(
    private readonly sources: CaseFileSources,
    private readonly applications: Applications,
    private readonly matters: MatterFiles,
    private readonly entries: CaseEntries,
  ) {}

  onModuleInit(): void {
    for (const { name } of [ESTABLISHMENT, PERMISSION, RECORDING, EX_OFFICIO]) {
      this.sources.register(name, (sql, record) => this.read(sql, record));
    }
  }

  private async read(sql: Sql, { id }: CaseRecord): Promise<CasePart[]> {
    return [
      ...(await this.matter(sql, id)),
      ...(await this.submissions(sql, id)),
      ...(await this.notices(sql, id)),
      ...(await this.judgements(sql, id)),
      ...(await this.decision(sql, id)),
      ...(await this.entered(sql, id)),
    ];
  }

  private async matter(sql: Sql, caseId: string): Promise<CasePart[]> {
    const matter = await this.matters.find(caseId, sql);
    if (!matter) return [];
    const { type, creditCode, effectiveOn } = matter;
    const content = { type, title: MATTER_TITLES[type], creditCode, effectiveOn };
    return [{ chapter: 'case', key: 'matter', title: { zh: '事项', en: 'The matter' }, content }];
  }

  /** Each as it was filed: what the applicant changed afterwards was his own until he filed it again. */
  private async submissions(sql: Sql, caseId: string): Promise<CasePart[]> {
    const parts: CasePart[] = [];
    for (const { number, ...row } of await submissionsOf(sql, caseId)) {
      const filed = await this.applications.submission<Record<string, unknown>>(caseId, number, sql);
      const title = { zh: `第${number}次提交的申请`, en: `Submission ${number}` };
      const content = { number, ...row, filed: maskedFiling(filed) };
      parts.push({ chapter: 'submission', key: `submission-${number}`, title, content });
    }
    return parts;
  }

  private async notices(sql: Sql, caseId: string): Promise<CasePart[]> {
    return (await noticesOf(sql, caseId)).map((content) => ({
      chapter: 'correction-notice',
      key: `correction-notice-${content.number}`,
      title: { zh: `第${content.number}次补正告知`, en: `Correction notice ${content.number}` },
      content,
    }));
  }

  private async judgements(sql: Sql, caseId: string): Promise<CasePart[]> {
    const rows = (await judgementsOf(sql, caseId)).map(({ id, ...value }) => ({ key: id, value }));
    const title = { zh: '同名人员的认定', en: 'Who is whom' };
    return rows.length === 0 ? [] : [{ chapter: 'person-judgement', key: 'person-judgements', title, rows }];
  }

  private async decision(sql: Sql, caseId: string): Promise<CasePart[]> {
    const content = await decisionOf(sql, caseId);
    if (!content) return [];
    return [{ chapter: 'decision', key: 'decision', title: { zh: '决定', en: 'The decision' }, content }];
  }

  /** A hash names an entry for good, whatever else the case brings into the register later. */
  private async entered(sql: Sql, caseId: string): Promise<CasePart[]> {
    return (await this.entries.read(sql, caseId)).map((content) => ({
      chapter: 'entry',
      key: `entry-${content.hash.slice(0, 12)}`,
      title: { zh: `登记簿第${content.number}号记载`, en: `Entry ${content.number} of the register` },
      content,
    }));
  }
}
