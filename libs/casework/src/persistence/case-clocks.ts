import type { Citation, LegalDate, Period } from '@app/kernel';
import type { Sql } from '@app/platform';
import type { ClockFacts } from '../domain/clock-reading.js';

interface ClockRow {
  rule: string;
  citation: Citation;
  startedOn: LegalDate;
  days: number;
  extendedDays: number;
  unit: Period['unit'];
  rolls: boolean;
  stoppedOn: LegalDate | null;
  pauses: { from: LegalDate; to: LegalDate | null; reason: string; citation: Citation }[];
}

/** A clock of a case, running or stopped. */
export type CaseClock = ClockFacts & { readonly stoppedOn: LegalDate | null };

/** Every period that ran in a case, oldest first, with its pauses. */
export async function clocksOf(sql: Sql, caseId: string): Promise<CaseClock[]> {
  const rows = await sql.rows<ClockRow>(
    `SELECT k.rule, k.citation, k.started_on::text AS "startedOn", k.days, k.extended_days AS "extendedDays", k.unit,
            k.rolls, k.stopped_on::text AS "stoppedOn",
            coalesce((SELECT jsonb_agg(jsonb_build_object('from', p.paused_on::text, 'to', p.resumed_on::text,
                                                          'reason', p.reason, 'citation', p.citation) ORDER BY p.id)
                        FROM casework.pause p WHERE p.clock_id = k.id), '[]'::jsonb) AS pauses
       FROM casework.clock k WHERE k.case_id = $1 ORDER BY k.id`,
    [caseId],
  );
  return rows.map(({ days, unit, rolls, pauses, ...clock }) => ({
    ...clock,
    period: { days: days + clock.extendedDays, unit, rolls },
    pauses: pauses.map(({ to, ...pause }) => ({ ...pause, to: to ?? undefined })),
  }));
}
