import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '@app/platform';

/** Whether a person is the one whom the register knows by name alone. */
export interface PersonJudgement {
  readonly personHash: string;
  readonly creditCode: string;
  readonly same: boolean;
  readonly reason: string;
  readonly caseId: string;
}

/** What officers found out about matches on a name: kept with the reason, so that nobody is asked twice. */
@Injectable()
export class PersonJudgements {
  async add(tx: Tx, { personHash, creditCode, same, reason, caseId }: PersonJudgement): Promise<void> {
    await tx.execute(
      `INSERT INTO registration.person_judgement (person_hash, credit_code, same, reason, case_id, judged_by, judged_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [personHash, creditCode, same, reason, caseId, tx.actor.accountId, tx.today],
    );
  }

  /** By code of the organization: the newest judgement on a person. */
  async same(personHash: string, sql: Sql): Promise<ReadonlyMap<string, boolean>> {
    const rows = await sql.rows<{ code: string; same: boolean }>(
      'SELECT credit_code AS code, same FROM registration.person_judgement WHERE person_hash = $1 ORDER BY id',
      [personHash],
    );
    return new Map(rows.map(({ code, same }) => [code, same]));
  }
}
