import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Reads, type Sql } from '@app/platform';

/** Who speaks for a filed group towards its office: whoever filed it, by an account of his own. */
@Injectable()
export class Keepers {
  constructor(private readonly reads: Reads) {}

  async isOne({ accountId }: Pick<Principal, 'accountId'>, subjectId: string, sql: Sql = this.reads): Promise<boolean> {
    return (await this.of(subjectId, sql)).includes(accountId);
  }

  async of(subjectId: string, sql: Sql = this.reads): Promise<string[]> {
    const rows = await sql.rows<{ id: string }>(
      `SELECT DISTINCT c.applicant_id AS id FROM filing.application a JOIN casework.case c ON c.id = a.case_id
        WHERE a.subject_id = $1 AND a.matter = 'FILING' AND c.state = 'RECORDED' AND NOT a.by_office`,
      [subjectId],
    );
    return rows.map(({ id }) => id);
  }
}
