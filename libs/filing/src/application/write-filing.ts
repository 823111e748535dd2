import { Injectable } from '@nestjs/common';
import { holds, type Principal } from '@app/access';
import { Audit } from '@app/audit';
import { Cases } from '@app/casework';
import { Documents } from '@app/documents';
import { NotFound, NotPermitted } from '@app/kernel';
import type { Tx } from '@app/platform';
import { noSuchGroup, Register, RegisterQueries, type FiledGroupState } from '@app/register';
import { ofRoute, type Filing, type FilingMatter } from '../domain/filing-content.js';
import { actsFor } from '../domain/filing.policy.js';
import { unmasked, withKnownPhones } from '../domain/masking.js';
import { Contacts } from '../persistence/contacts.js';
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
    private readonly entries: Register,
    private readonly contacts: Contacts,
    private readonly keepers: Keepers,
    private readonly audit: Audit,
  ) {}

  /** A group that is to be filed. @returns the id of the case. @throws RuleViolated, NotPermitted. */
  async create(tx: Tx, by: Principal, office: string, filing: Filing): Promise<string> {
    await this.offices.require(office, filing.route, tx);
    if (!holds(by, 'APPLICANT') && !actsFor(by, office)) throw notHis();
    const byOffice = actsFor(by, office);
    return this.open(tx, by, { matter: 'FILING', office, subjectId: null, byOffice, filing });
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
    const { subjectId } = await this.register.filedGroup(filingNumber, tx);
    // Held: a batch that brought it in must not be undone meanwhile.
    await this.entries.lock(tx, subjectId);
    const { state, entries } = await this.register.filedGroup(filingNumber, tx);
    const office = await this.offices.of(state, tx);
    const byOffice = actsFor(by, office);
    if (!byOffice && !(await this.keepers.isOne(by, subjectId, tx))) throw noSuchGroup();
    const written = { ...filing(state), basedOn: entries.length };
    const contact = await this.contacts.find(subjectId, tx);
    const filed = contact ? { ...written, persons: withKnownPhones(written.persons, contact) } : written;
    return this.open(tx, by, { matter, office, subjectId, byOffice, filing: filed });
  }

  /** @throws NotFound, StaleVersion, ActionNotAllowed once it lies with the office, RuleViolated. */
  async update(tx: Tx, by: Principal, id: string, version: number, written: Filing): Promise<void> {
    const before = await this.filings.find(id, tx);
    if (!before) throw new NotFound();
    await this.cases.requireDraft(tx, procedureOf(before.office), id, by, version);
    // A case stays with its office and its route: another office is another case.
    const filing = await this.rewritten(tx, before, written);
    const { name } = filing.group;
    await this.cases.describe(tx, id, { title: `${TITLES[before.matter]}：${name}`, authority: before.office });
    await this.store(tx, by, { ...before, filing }, before.filing.group.documents);
    await this.audit.record(tx, { action: 'filing.edit', subjectType: 'case', subjectId: id });
  }

  /** A case stays with its route and what it is about; of an end only its reason can be written anew. */
  private async rewritten(
    tx: Tx,
    { matter, filing: before, filingNumber }: FilingFile,
    written: Filing,
  ): Promise<Filing> {
    const { reason = before.reason } = written;
    if (matter === 'CANCELLATION') return { ...before, reason };
    const persons = unmasked(written.persons, before.persons);
    if (filingNumber === null) return { ...before, ...written, route: before.route, persons };
    const { entries } = await this.register.filedGroup(filingNumber, tx);
    return { ...before, ...written, route: before.route, persons, basedOn: entries.length };
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
    await this.filings.save(tx, { ...file, filing: ofRoute(file.filing) });
  }
}

function notHis(): NotPermitted {
  return new NotPermitted({
    zh: '备案由申请人、所在街道（乡镇）或者枢纽的人员报送',
    en: 'A group is filed by an applicant, or by an officer of the street or hub itself',
  });
}
