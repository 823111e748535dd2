import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { LegalClock, StepEngine } from '@app/casework';
import { NotFound, RuleViolated, violationOf, type Violation } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Persons, Register } from '@app/register';
import { ONE_FILING, type FilingRefusal } from '../domain/filing.table.js';
import type { GroupPersons } from '../domain/filing-content.js';
import type { GroupReferences } from '../domain/filed-state.js';
import type { Likeness } from '../persistence/duplicates.js';
import { Filings, type FilingFile } from '../persistence/filings.js';
import { ChangeGroups } from './change-groups.js';
import { EnterGroups } from './enter-groups.js';
import { FilingDecisions } from './filing-decisions.js';
import { FilingOffices } from './filing-offices.js';
import { FilingReview } from './filing-review.js';
import { FindAlike } from './find-alike.js';
import { procedureOf } from './filing-procedure.js';
import { SettleDuplicates } from './settle-duplicates.js';
import { TellOfFilings } from './tell-of-filings.js';

/** A group that looks like the one that is filed, and why it is another. */
export interface JudgedDifferent {
  readonly filingNumber: string;
  readonly reason: string;
}

/** 予以备案, 不予备案: the decision, and what the register says from then on. */
@Injectable()
export class DecideFiling {
  constructor(
    private readonly engine: StepEngine,
    private readonly legalClock: LegalClock,
    private readonly filings: Filings,
    private readonly review: FilingReview,
    private readonly offices: FilingOffices,
    private readonly findAlike: FindAlike,
    private readonly settleDuplicates: SettleDuplicates,
    private readonly persons: Persons,
    private readonly register: Register,
    private readonly enterGroups: EnterGroups,
    private readonly changeGroups: ChangeGroups,
    private readonly decisions: FilingDecisions,
    private readonly tell: TellOfFilings,
  ) {}

  /** @throws RuleViolated with every rule that it breaks today, and each like group that nobody judged. */
  async record(
    tx: Tx,
    officer: Principal,
    id: string,
    version: number,
    different: readonly JudgedDifferent[],
  ): Promise<void> {
    const file = await this.file(tx, id);
    const step = await this.engine.open(tx, procedureOf(file.office), id, 'record', officer, version);
    if (file.subjectId !== null) await this.register.lock(tx, file.subjectId);
    await this.enterGroups.lock(tx, [file.filing.group.division]);
    const like = file.matter === 'CANCELLATION' ? [] : await this.findAlike.of(file, tx);
    const violations = [...(await this.review.violations(file, tx.today, tx, true)), ...unjudged(like, different)];
    if (violations.length > 0) throw new RuleViolated(violations);
    const decisionNumber = await this.decisions.record(tx, id, file.office);
    const subjectId = await this.enter(tx, file);
    for (const { filingNumber, reason } of different) {
      const other = like.find((each) => each.filingNumber === filingNumber);
      if (other) await this.settleDuplicates.different(tx, officer, subjectId, other.subjectId, reason);
    }
    await this.legalClock.stop(tx, id);
    await step.close({ detail: { decisionNumber } });
  }

  async refuse(
    tx: Tx,
    officer: Principal,
    id: string,
    version: number,
    ground: FilingRefusal,
    reason: string,
  ): Promise<void> {
    const file = await this.file(tx, id);
    const step = await this.engine.open(tx, procedureOf(file.office), id, 'not-record', officer, version);
    const decisionNumber = await this.decisions.record(tx, id, file.office, { ground, reason });
    await this.legalClock.stop(tx, id);
    await step.close({ reason, detail: { decisionNumber, ground } });
  }

  private async file(tx: Tx, id: string): Promise<FilingFile> {
    const file = await this.filings.find(id, tx);
    if (!file) throw new NotFound();
    return file;
  }

  /** @returns the subject that the register has now. */
  private async enter(tx: Tx, file: FilingFile): Promise<string> {
    const { caseId, matter, filing } = file;
    if (matter === 'CANCELLATION') {
      await this.changeGroups.cancel(tx, file.subjectId!, filing.cause!, { caseId });
      return file.subjectId!;
    }
    const references = await this.references(tx, filing.persons);
    if (matter !== 'FILING') {
      await this.changeGroups.change(tx, { ...file, subjectId: file.subjectId!, matter }, references);
      return file.subjectId!;
    }
    const office = await this.offices.require(file.office, filing.route, tx);
    const [entered] = await this.enterGroups.execute(tx, office, [{ filing, references, caseId }]);
    await this.filings.tie(tx, caseId, entered.subjectId);
    if (office.hub) await this.tell.offices(tx, filing.group, entered.filingNumber);
    return entered.subjectId;
  }

  private async references(tx: Tx, { leader, administrators }: GroupPersons): Promise<GroupReferences> {
    const record = ({ name, idKind: kind, idNumber: number }: typeof leader, pointer: string) =>
      this.persons.record(tx, { name, document: { kind, number } }, pointer);
    const references: GroupReferences['administrators'][number][] = [];
    for (const [index, person] of administrators.entries()) {
      references.push(await record({ ...person, phone: '' }, `/persons/administrators/${index}/name`));
    }
    return { leader: await record(leader, '/persons/leader/name'), administrators: references };
  }
}

function unjudged(like: readonly Likeness[], different: readonly JudgedDifferent[]): Violation[] {
  return like
    .filter(({ filingNumber }) => !different.some((judged) => judged.filingNumber === filingNumber))
    .map(({ filingNumber, name, signs }) => {
      const zh = `与已备案的“${name}”（${filingNumber}）可能是同一组织（${signs.join('、')}），请认定并写明理由`;
      const en = `It may be ${name} (${filingNumber}), which is filed already (${signs.join(', ')}): judge it and say why`;
      return violationOf(ONE_FILING, '/different', zh, en);
    });
}
