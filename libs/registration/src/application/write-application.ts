import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { Cases } from '@app/casework';
import { Documents } from '@app/documents';
import { cite, RuleViolated, type Violation } from '@app/kernel';
import type { Tx } from '@app/platform';
import { DivisionQueries } from '@app/register';
import type { Application } from '../domain/application.js';
import { ESTABLISHMENT } from '../domain/establishment.workflow.js';
import { unmasked } from '../domain/masking.js';
import { Applications } from '../persistence/applications.js';

const JURISDICTION = cite('中华人民共和国行政许可法', '第三十二条第一款第(二)项');

/** Writes an application down: anew, or over the draft; nothing is judged yet but what makes it a case at all. */
@Injectable()
export class WriteApplication {
  constructor(
    private readonly cases: Cases,
    private readonly applications: Applications,
    private readonly documents: Documents,
    private readonly divisions: DivisionQueries,
    private readonly audit: Audit,
  ) {}

  /** @returns the id of the new case. @throws RuleViolated when there is no such registrar or a document is not the applicant's. */
  async create(tx: Tx, applicant: Principal, application: Application): Promise<string> {
    await this.requireRegistrar(tx, application);
    const { name, authority } = application;
    const id = await this.cases.open(tx, ESTABLISHMENT, { title: name, authority, applicantId: applicant.accountId });
    await this.store(tx, applicant, id, application);
    await this.audit.record(tx, { action: 'establishment.draft', subjectType: 'case', subjectId: id });
    tx.resource = `/api/v1/registrations/${id}`;
    return id;
  }

  /** @throws NotFound, StaleVersion, ActionNotAllowed once it lies with the registrar, RuleViolated. */
  async update(
    tx: Tx,
    applicant: Principal,
    id: string,
    expectedVersion: number,
    application: Application,
  ): Promise<void> {
    const record = await this.cases.requireDraft(tx, ESTABLISHMENT, id, applicant, expectedVersion);
    const before = await this.applications.get(id, tx);
    if (record.state === 'CORRECTION_REQUESTED') requireSameCase(before, application);
    await this.requireRegistrar(tx, application);
    await this.cases.describe(tx, id, { title: application.name, authority: application.authority });
    await this.store(tx, applicant, id, unmasked(application, before));
    await this.audit.record(tx, { action: 'establishment.edit', subjectType: 'case', subjectId: id });
  }

  /** Papers of a draft are kept for it and are nobody else's to read; filing makes them papers of the case. */
  private async store(tx: Tx, applicant: Principal, id: string, application: Application): Promise<void> {
    const ids = application.documents.map(({ documentId }) => documentId);
    const references = ids.map((documentId, index) => ({ id: documentId, pointer: `/documents/${index}/documentId` }));
    await this.documents.requireOwned(tx, applicant, references);
    await this.documents.attach(tx, ids, 'draft', id);
    await this.applications.save(tx, id, application);
  }

  private async requireRegistrar(tx: Tx, { authority }: Application): Promise<void> {
    const registrar = await this.divisions.find(authority, tx);
    if (registrar?.active && registrar.code.length === 6) return;
    throw new RuleViolated([
      violation('AUTHORITY_UNKNOWN', '/authority', '没有此登记管理机关', 'There is no such registrar'),
    ]);
  }
}

/** What was received is one application at one registrar; another kind or registrar is another application. */
function requireSameCase(before: Application, application: Application): void {
  const changed = (['kind', 'authority'] as const).filter((field) => before[field] !== application[field]);
  if (changed.length === 0) return;
  const [zh, en] = ['补正时不得更换组织类型或登记管理机关', 'A correction keeps kind and registrar'];
  throw new RuleViolated(changed.map((field) => violation('APPLICATION_IDENTITY', `/${field}`, zh, en)));
}

function violation(code: string, pointer: string, zh: string, en: string): Violation {
  return { code, pointer, message: { zh, en }, citation: JURISDICTION };
}
