import { Injectable } from '@nestjs/common';
import { addDays, violationOf, type LegalDate, type Violation } from '@app/kernel';
import type { Sql } from '@app/platform';
import { Persons, RegisterQueries, type FiledGroupState } from '@app/register';
import type { Filing } from '../domain/filing-content.js';
import { filingViolations } from '../domain/filing.rules.js';
import { REVIEW_NOTICE, STANDS } from '../domain/filing.table.js';
import type { FilingFile } from '../persistence/filings.js';
import { FilingOffices } from './filing-offices.js';
import { LeadersOfMany } from './leaders-of-many.js';

/** Judges what is filed by the rules and by what the register knows of the group. */
@Injectable()
export class FilingReview {
  constructor(
    private readonly offices: FilingOffices,
    private readonly register: RegisterQueries,
    private readonly persons: Persons,
    private readonly leaders: LeadersOfMany,
  ) {}

  /**
   * Everything that speaks against it today; empty when it may be recorded. How many groups somebody leads is told to the
   * office alone: whoever has a number could ask for whom it is.
   */
  async violations(
    { matter, office, filing, filingNumber, subjectId }: FilingFile,
    today: LegalDate,
    sql: Sql,
    toOffice: boolean,
  ): Promise<Violation[]> {
    const found = filingNumber === null ? undefined : await this.register.filedGroup(filingNumber, sql);
    const known = found?.state;
    const standing = matter === 'FILING' ? [] : standingViolations(known);
    if (matter === 'CANCELLATION') return standing;
    const { division } = filing.group;
    const where = await this.offices.find(office, sql);
    const facts = {
      streetKnown: (await this.offices.streets([division], sql)).has(division),
      officeDivision: where?.division ?? '',
    };
    return [
      ...standing,
      ...filingViolations(filing, facts, today),
      ...(toOffice ? await this.leads(filing, subjectId, sql) : []),
      ...(found && found.entries.length !== filing.basedOn ? [movedOn()] : []),
      ...(matter === 'RENEWAL' && known ? early(known, today) : []),
    ];
  }

  private async leads({ persons: { leader } }: Filing, subjectId: string | null, sql: Sql): Promise<Violation[]> {
    if (leader.idNumber === '') return [];
    const hash = this.persons.hashOf(leader.idKind, leader.idNumber);
    const [found] = await this.leaders.tooMany(sql, [hash], subjectId);
    return found ? [found] : [];
  }
}

/** Only what stands can change, be renewed or end. */
function standingViolations(state: FiledGroupState | undefined): Violation[] {
  if (state?.status === 'ACTIVE') return [];
  return [violationOf(STANDS, '', '该备案已经终止，请重新备案', 'The filing has ended; the group may be filed anew')];
}

/** What was written down for a group as it stood before must not bring that back. */
function movedOn(): Violation {
  const [zh, en] = [
    '该组织的登记内容此后已有变化，请重新起草',
    'The register says otherwise of the group since: draft it anew',
  ];
  return violationOf(STANDS, '', zh, en, 'FILING-MOVED-ON');
}

/** A renewal is asked for from the day on which the group is told of it. */
function early({ reviewOn }: FiledGroupState, today: LegalDate): Violation[] {
  const from = addDays(reviewOn, -REVIEW_NOTICE.value.days);
  if (today >= from) return [];
  const [zh, en] = [
    `备案于${reviewOn}到期，${from}起方可申请续期`,
    `It falls due on ${reviewOn}; it is renewed from ${from} on`,
  ];
  return [violationOf(REVIEW_NOTICE, '', zh, en)];
}
