import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { Cases } from '@app/casework';
import { Documents } from '@app/documents';
import { cite, normalizeCreditCode, NotFound, RuleViolated } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Register, RegisterQueries } from '@app/register';
import { unmaskPerson } from '../../domain/masking.js';
import { matterOfStatus, MATTERS } from '../../domain/matters/matters.js';
import type { FiledMatter } from '../../domain/matters/matter-content.js';
import { MATTER_TITLES } from '../../domain/matters/matter-types.js';
import { MatterFiles } from '../../persistence/matter-files.js';
import { requireRight } from './matter-rights.js';

/** Writes a matter down: anew, or over the draft; nothing is judged yet. */
@Injectable()
export class WriteMatter {
  constructor(
    private readonly cases: Cases,
    private readonly files: MatterFiles,
    private readonly documents: Documents,
    private readonly register: Register,
    private readonly queries: RegisterQueries,
    private readonly audit: Audit,
  ) {}

  /** @returns the id of the new case. @throws NotFound when there is no such organization; NotPermitted. */
  async create(tx: Tx, by: Principal, written: FiledMatter): Promise<string> {
    const creditCode = normalizeCreditCode(written.creditCode);
    const { subjectId, state } = await this.queries.organization(creditCode, tx);
    const matter = MATTERS[written.type];
    requireRight(by, matter, state);
    await this.register.lock(tx, subjectId);
    const refused = matterOfStatus(matter, (await this.queries.organization(creditCode, tx)).state);
    if (refused.length > 0) throw new RuleViolated(refused);
    const title = `${MATTER_TITLES[written.type].zh}：${state.name}`;
    const id = await this.cases.open(tx, matter.workflow, {
      title,
      authority: state.authority,
      applicantId: by.accountId,
      applicantCode: matter.by === 'ORGANIZATION_AGENT' ? creditCode : undefined,
    });
    await this.files.open(tx, { caseId: id, type: written.type, subjectId, creditCode });
    await this.store(tx, by, id, { ...written, creditCode });
    await this.audit.record(tx, { action: `${matter.workflow.name}.draft`, subjectType: 'case', subjectId: id });
    tx.resource = `/api/v1/matters/${id}`;
    return id;
  }

  /** @throws NotFound, StaleVersion, ActionNotAllowed once it lies with the registrar, RuleViolated. */
  async update(tx: Tx, by: Principal, id: string, expectedVersion: number, written: FiledMatter): Promise<void> {
    const file = await this.files.find(id, tx);
    if (!file) throw new NotFound();
    const matter = MATTERS[file.type];
    const record = await this.cases.requireDraft(tx, matter.workflow, id, by, expectedVersion);
    requireRight(by, matter, { creditCode: file.creditCode, authority: record.authority });
    requireSameMatter(file, written);
    const before = await this.files.filed(id, tx);
    await this.cases.describe(tx, id, { title: record.title, authority: record.authority });
    await this.store(
      tx,
      by,
      id,
      {
        ...written,
        creditCode: file.creditCode,
        people: written.people.map((person) => unmaskPerson(person, before.people)),
      },
      before.documents,
    );
    await this.audit.record(tx, { action: `${matter.workflow.name}.edit`, subjectType: 'case', subjectId: id });
  }

  /** Papers are the writer's own, or lie in the case already: agents of one organization follow each other. */
  private async store(
    tx: Tx,
    by: Principal,
    id: string,
    filed: FiledMatter,
    known: FiledMatter['documents'] = [],
  ): Promise<void> {
    const ids = filed.documents.map(({ documentId }) => documentId);
    const references = ids
      .map((documentId, index) => ({ id: documentId, pointer: `/documents/${index}/documentId` }))
      .filter(({ id: documentId }) => !known.some((paper) => paper.documentId === documentId));
    await this.documents.requireOwned(tx, by, references);
    await this.documents.attach(tx, ids, 'draft', id);
    await this.files.save(tx, id, filed);
  }
}

/** A case is about one matter of one organization; anything else is another case. */
function requireSameMatter(file: Pick<FiledMatter, 'type' | 'creditCode'>, written: FiledMatter): void {
  const given = { type: written.type, creditCode: normalizeCreditCode(written.creditCode) };
  const changed = (['type', 'creditCode'] as const).filter((field) => file[field] !== given[field]);
  if (changed.length === 0) return;
  const message = { zh: '不得更换组织或者办理事项', en: 'A case keeps its organization and its matter' };
  const citation = cite('中华人民共和国行政许可法', '第三十一条');
  throw new RuleViolated(
    changed.map((field) => ({ code: 'MATTER_IDENTITY', pointer: `/${field}`, message, citation })),
  );
}
