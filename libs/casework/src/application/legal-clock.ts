import { Injectable } from '@nestjs/common';
import { ActionNotAllowed, type Citation, type LegalDate, type Period, type RuleRow } from '@app/kernel';
import type { Sql, Tx } from '@app/platform';
import { readClock, type ClockFacts, type ClockReading } from '../domain/clock-reading.js';

interface ClockRow {
  id: string;
  rule: string;
  citation: Citation;
  started_on: LegalDate;
  days: number;
  extended_days: number;
  unit: Period['unit'];
  rolls: boolean;
  pauses: { from: LegalDate; to: LegalDate | null; reason: string; citation: Citation }[];
}

const RUNNING = `
  SELECT k.id, k.rule, k.citation, k.started_on::text AS started_on, k.days, k.extended_days, k.unit, k.rolls,
         coalesce((SELECT jsonb_agg(jsonb_build_object('from', p.paused_on::text, 'to', p.resumed_on::text,
                                                      'reason', p.reason, 'citation', p.citation) ORDER BY p.id)
                     FROM casework.pause p WHERE p.clock_id = k.id), '[]'::jsonb) AS pauses
    FROM casework.clock k WHERE k.case_id = $1 AND k.stopped_on IS NULL`;

/**
 * The clock of each case: one period of the law runs at a time; it is paused with a reason, extended
 * where the law allows, and stopped. `case.due_on` follows it, so that the queue can be sorted.
 */
@Injectable()
export class LegalClock {
  /** Starts a period; the day `startedOn` itself does not count. A clock that was running is stopped. */
  async start(tx: Tx, caseId: string, row: RuleRow<Period>, startedOn: LegalDate): Promise<void> {
    await this.stop(tx, caseId);
    const { days, unit, rolls } = row.value;
    await tx.execute(
      `INSERT INTO casework.clock (case_id, rule, citation, started_on, days, unit, rolls) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [caseId, row.id, JSON.stringify(row.citation), startedOn, days, unit, rolls],
    );
    await this.follow(tx, caseId);
  }

  /** From today on days do not count (许可法 第四十五条), until the clock is resumed. */
  async pause(tx: Tx, caseId: string, reason: string, citation: Citation): Promise<void> {
    const clock = await this.running(tx, caseId);
    if (!clock) throw noClock();
    await tx.execute('INSERT INTO casework.pause (clock_id, reason, citation, paused_on) VALUES ($1, $2, $3, $4)', [
      clock.id,
      reason,
      JSON.stringify(citation),
      tx.today,
    ]);
    await this.follow(tx, caseId);
  }

  /** Today counts again. */
  async resume(tx: Tx, caseId: string): Promise<void> {
    const clock = await this.running(tx, caseId);
    if (!clock) throw noClock();
    await tx.execute('UPDATE casework.pause SET resumed_on = $2 WHERE clock_id = $1 AND resumed_on IS NULL', [
      clock.id,
      tx.today,
    ]);
    await this.follow(tx, caseId);
  }

  /** Lengthens the running period by days of its own unit. */
  async extend(tx: Tx, caseId: string, days: number): Promise<void> {
    const clock = await this.running(tx, caseId);
    if (!clock) throw noClock();
    await tx.execute('UPDATE casework.clock SET extended_days = extended_days + $2 WHERE id = $1', [clock.id, days]);
    await this.follow(tx, caseId);
  }

  async stop(tx: Tx, caseId: string): Promise<void> {
    await tx.execute('UPDATE casework.clock SET stopped_on = $2 WHERE case_id = $1 AND stopped_on IS NULL', [
      caseId,
      tx.today,
    ]);
    await this.follow(tx, caseId);
  }

  /** What the running clock shows on a day; undefined when none runs. */
  async read(sql: Sql, caseId: string, today: LegalDate): Promise<ClockReading | undefined> {
    const clock = await this.running(sql, caseId);
    return clock && readClock(clock.facts, today);
  }

  private async running(sql: Sql, caseId: string): Promise<{ id: string; facts: ClockFacts } | undefined> {
    const [row] = await sql.rows<ClockRow>(RUNNING, [caseId]);
    if (!row) return undefined;
    const { id, rule, citation, started_on: startedOn, extended_days: extendedDays, unit, rolls } = row;
    const pauses = row.pauses.map(({ to, ...pause }) => ({ ...pause, to: to ?? undefined }));
    const period = { days: row.days + extendedDays, unit, rolls };
    return { id, facts: { rule, citation, startedOn, period, extendedDays, pauses } };
  }

  private async follow(tx: Tx, caseId: string): Promise<void> {
    const reading = await this.read(tx, caseId, tx.today);
    await tx.execute('UPDATE casework.case SET due_on = $2 WHERE id = $1', [caseId, reading?.dueOn ?? null]);
  }
}

function noClock(): ActionNotAllowed {
  return new ActionNotAllowed([], { zh: '本案当前没有计时', en: 'No clock runs in this case' });
}
