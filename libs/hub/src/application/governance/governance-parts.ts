import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseFileSources, type CasePart, type CaseRecord } from '@app/casework';
import type { Bilingual } from '@app/kernel';
import type { Sql } from '@app/platform';
import { CaseEntries } from '@app/register';
import { MEASURE } from '../../domain/governance/measure.workflow.js';
import { RECOGNITION } from '../../domain/governance/recognition.workflow.js';
import { GovernanceFiles } from './governance-files.js';

/** What this lib adds to the file of a case: the nomination or measure, the findings, the decision, the entries. */
@Injectable()
export class GovernanceParts implements OnModuleInit {
  constructor(
    private readonly sources: CaseFileSources,
    private readonly files: GovernanceFiles,
    private readonly entries: CaseEntries,
  ) {}

  onModuleInit(): void {
    this.sources.register(RECOGNITION.name, (sql, record) => this.recognition(sql, record));
    this.sources.register(MEASURE.name, (sql, record) => this.measure(sql, record));
  }

  private async recognition(sql: Sql, { id }: CaseRecord): Promise<CasePart[]> {
    const { nominated, findings, decision, code } = (await this.files.recognition(id, sql))!;
    return [
      fact('submission', 'nomination', { zh: '推荐材料', en: 'The nomination' }, nominated),
      ...(findings ? [fact('decision', 'findings', { zh: '审核认定', en: 'The findings' }, findings)] : []),
      ...(decision
        ? [fact('decision', 'decision', { zh: '领导小组决定', en: 'The decision' }, { ...decision, code })]
        : []),
      ...(await this.entered(sql, id)),
    ];
  }

  private async measure(sql: Sql, { id }: CaseRecord): Promise<CasePart[]> {
    const { hub, proposed, decision } = (await this.files.measure(id, sql))!;
    return [
      fact('submission', 'measure', { zh: '提请的措施', en: 'The measure' }, { hub, ...proposed }),
      ...(decision ? [fact('decision', 'decision', { zh: '领导小组决定', en: 'The decision' }, decision)] : []),
      ...(await this.entered(sql, id)),
    ];
  }

  private async entered(sql: Sql, caseId: string): Promise<CasePart[]> {
    return (await this.entries.read(sql, caseId)).map((content) =>
      fact(
        'entry',
        `entry-${content.hash.slice(0, 12)}`,
        { zh: '登记簿记载', en: 'An entry of the register' },
        content,
      ),
    );
  }
}

function fact(chapter: CasePart['chapter'], key: string, title: Bilingual, content: unknown): CasePart {
  return { chapter, key, title, content };
}
