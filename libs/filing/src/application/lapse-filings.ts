import { Injectable } from '@nestjs/common';
import { Audit } from '@app/audit';
import { LegalClock, StepEngine } from '@app/casework';
import { addDays, type LegalDate } from '@app/kernel';
import { SYSTEM, type Remainder, type Tx } from '@app/platform';
import { Register } from '@app/register';
import { REVIEW_GRACE, REVIEW_NOTICE } from '../domain/filing.table.js';
import { ChangeGroups } from './change-groups.js';
import { procedureOf } from './filing-procedure.js';
import { TellOfFilings, type ToldGroup } from './tell-of-filings.js';

/** Groups in one part: each part commits. */
const PART = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Where a run of the day stands: it goes by the ids of subjects. */
export interface DailyRun {
  readonly day: LegalDate;
  readonly after: string;
  readonly done: number;
}

const GROUP = `g.subject_id AS "subjectId", g.filing_number AS "filingNumber", g.name, g.office`;
/** A renewal of it lies with its office: the office's time is not the group's fault. */
const RENEWAL_OPEN = `EXISTS (SELECT 1 FROM filing.application a JOIN casework.case c ON c.id = a.case_id
  WHERE a.subject_id = g.subject_id AND a.matter = 'RENEWAL' AND NOT c.closed AND c.received_on IS NOT NULL)`;

/** What a day brings: groups are told that their filing falls due, and lapse when nobody renewed it. */
@Injectable()
export class LapseFilings {
  constructor(
    private readonly register: Register,
    private readonly changeGroups: ChangeGroups,
    private readonly tell: TellOfFilings,
    private readonly engine: StepEngine,
    private readonly legalClock: LegalClock,
    private readonly audit: Audit,
  ) {}

  static begin(day: LegalDate): DailyRun {
    return { day, after: FIRST, done: 0 };
  }

  /** Those that fall due: told on the first day of their notice, and of the days on which no process ran. */
  async remind(tx: Tx, run: DailyRun): Promise<Remainder | undefined> {
    const groups = await tx.rows<ToldGroup & { reviewOn: LegalDate }>(
      `SELECT ${GROUP}, g.review_on::text AS "reviewOn" FROM filing.filed_group g
        WHERE g.status = 'ACTIVE' AND g.review_on >= $1 AND g.review_on <= $2 AND g.subject_id > $3
          AND NOT EXISTS (SELECT 1 FROM filing.review_notice n WHERE n.subject_id = g.subject_id AND n.review_on = g.review_on)
        ORDER BY g.subject_id LIMIT ${PART}`,
      [run.day, addDays(run.day, REVIEW_NOTICE.value.days), run.after],
    );
    for (const group of groups) {
      await tx.execute('INSERT INTO filing.review_notice (subject_id, review_on, told_on) VALUES ($1, $2, $3)', [
        ...[group.subjectId, group.reviewOn, tx.today],
      ]);
      await this.tell.reviewDue(tx, group, group.reviewOn);
    }
    return this.left(run, groups);
  }

  /** Those that nobody renewed until the days of grace were over. */
  async lapse(tx: Tx, run: DailyRun): Promise<Remainder | undefined> {
    const last = addDays(run.day, -REVIEW_GRACE.value.days);
    const groups = await tx.rows<ToldGroup>(
      `SELECT ${GROUP} FROM filing.filed_group g
        WHERE g.status = 'ACTIVE' AND g.review_on < $1 AND g.subject_id > $2 AND NOT ${RENEWAL_OPEN}
        ORDER BY g.subject_id LIMIT ${PART}`,
      [last, run.after],
    );
    for (const group of groups) {
      await this.register.lock(tx, group.subjectId);
      if (!(await this.isDue(tx, group.subjectId, last))) continue;
      await this.changeGroups.lapse(tx, group.subjectId);
      const detail = { filingNumber: group.filingNumber };
      await this.audit.record(tx, {
        action: 'filing.lapse',
        subjectType: 'organization',
        subjectId: group.subjectId,
        detail,
      });
    }
    return this.left(run, groups);
  }

  /** What was to be corrected and was not, within its days. */
  async abandon(tx: Tx, day: LegalDate): Promise<void> {
    const cases = await tx.rows<{ id: string; office: string }>(
      `SELECT c.id, a.office FROM casework.case c JOIN filing.application a ON a.case_id = c.id
        WHERE c.state = 'CORRECTION_REQUESTED' AND c.due_on < $1 ORDER BY c.id LIMIT 1000`,
      [day],
    );
    for (const { id, office } of cases) {
      const step = await this.engine.open(tx, procedureOf(office), id, 'abandon', SYSTEM);
      await this.legalClock.stop(tx, id);
      await step.close();
    }
  }

  /** Asked again once it is held: it may have been renewed, or have ended, meanwhile. */
  private async isDue(tx: Tx, subjectId: string, last: LegalDate): Promise<boolean> {
    const rows = await tx.rows(
      `SELECT 1 FROM filing.filed_group g WHERE g.subject_id = $1 AND g.status = 'ACTIVE' AND g.review_on < $2
        AND NOT ${RENEWAL_OPEN}`,
      [subjectId, last],
    );
    return rows.length > 0;
  }

  private left(run: DailyRun, groups: readonly ToldGroup[]): Remainder | undefined {
    if (groups.length < PART) return undefined;
    const done = run.done + groups.length;
    return { payload: { ...run, after: groups.at(-1)!.subjectId, done }, progress: { done, total: done } };
  }
}
