import { Injectable } from '@nestjs/common';
import { holds, type Principal } from '@app/access';
import { Audit } from '@app/audit';
import { Cases } from '@app/casework';
import { Documents } from '@app/documents';
import { NotFound, NotPermitted } from '@app/kernel';
import type { Tx } from '@app/platform';
import { noSuchGroup, RegisterQueries, type FiledGroupState } from '@app/register';
import type { Filing, FilingMatter } from '../domain/filing-content.js';
import { actsFor } from '../domain/filing.policy.js';
import { unmasked } from '../domain/masking.js';
import { Filings, type FilingFile } from '../persistence/filings.js';
import { FilingOffices } from './filing-offices.js';
import { procedureOf } from './filing-procedure.js';
import { Keepers } from './keepers.js';

const TITLES: Readonly<Record<FilingMatter, string>> = {
  FILING: '备案',
  CHANGE: '备案变更',
  RENEWAL: '备案续期',
  CANCELLATION: '取消备案',
};

/** Writes down what is to be filed: anew, or over the draft; nothing is judged yet but that there is such an office. */
@Injectable()
export class WriteFiling {
  constructor(
    private readonly cases: Cases,
    private readonly filings: Filings,
    private readonly offices: FilingOffices,
    private readonly documents: Documents,
    private readonly register: RegisterQueries,
    private readonly keepers: Keepers,
    private readonly audit: Audit,
  ) {}

  /** A group that is to be filed. @returns the id of the case. @throws RuleViolated, NotPermitted. */
  async create(tx: Tx, by: Principal, office: string, filing: Filing): Promise<string> {
    await this.offices.require(office, filing.route, tx);
    if (!holds(by, 'APPLICANT') && !actsFor(by, office)) throw notHis();
    return this.open(tx, by, { matter: 'FILING', office, subjectId: null, filing });
  }

  /**
   * What becomes of a group that is filed: asked for by whoever filed it, or by an officer of its office.
   * @returns the id of the case. @throws NotFound for everybody else.
   */
  async createAbout(
    tx: Tx,
    by: Principal,
    filingNumber: string,
    matter: Exclude<FilingMatter, 'FILING'>,
    filing: (known: FiledGroupState) => Filing,
  ): Promise<string> {
    const { subjectId, state } = await this.register.filedGroup(filingNumber, tx);
    const office = state.filedByHub ?? state.authority;
    if (!actsFor(by, office) && !(await this.keepers.isOne(by, subjectId, tx))) throw noSuchGroup();
    return this.open(tx, by, { matter, office, subjectId, filing: filing(state) });
  }

  /** @throws NotFound, StaleVersion, ActionNotAllowed once it lies with the office, RuleViolated. */
  async update(tx: Tx, by: Principal, id: string, version: number, written: Filing): Promise<void> {
    const before = await this.filings.find(id, tx);
    if (!before) throw new NotFound();
    await this.cases.requireDraft(tx, procedureOf(before.office), id, by, version);
    // A case stays with its office and its route: another office is another case.
    const persons = unmasked(written.persons, before.filing.persons);
    const filing = { ...written, route: before.filing.route, persons };
    const { name } = filing.group;
    await this.cases.describe(tx, id, { title: `${TITLES[before.matter]}：${name}`, authority: before.office });
    await this.store(tx, by, { ...before, filing }, before.filing.group.documents);
    await this.audit.record(tx, { action: 'filing.edit', subjectType: 'case', subjectId: id });
  }

  private async open(tx: Tx, by: Principal, file: Omit<FilingFile, 'caseId' | 'filingNumber'>): Promise<string> {
    const title = `${TITLES[file.matter]}：${file.filing.group.name}`;
    const workflow = procedureOf(file.office);
    const caseId = await this.cases.open(tx, workflow, { title, authority: file.office, applicantId: by.accountId });
    await this.store(tx, by, { ...file, caseId });
    await this.audit.record(tx, { action: 'filing.draft', subjectType: 'case', subjectId: caseId });
    tx.resource = `/api/v1/filings/${caseId}`;
    return caseId;
  }

  private async store(
    tx: Tx,
    by: Principal,
    file: Omit<FilingFile, 'filingNumber'>,
    known: readonly string[] = [],
  ): Promise<void> {
    const { documents } = file.filing.group;
    const papers = documents.map((id, index) => ({ id, pointer: `/group/documents/${index}` }));
    const added = papers.filter(({ id }) => !known.includes(id));
    await this.documents.requireOwned(tx, by, added);
    await this.documents.attach(tx, [...documents], 'draft', file.caseId);
    await this.filings.save(tx, file);
  }
}

function notHis(): NotPermitted {
  return new NotPermitted({
    zh: '备案由申请人、所在街道（乡镇）或者枢纽的人员报送',
    en: 'A group is filed by an applicant, or by an officer of the street or hub itself',
  });
}
