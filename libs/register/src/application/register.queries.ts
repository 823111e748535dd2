import { Injectable } from '@nestjs/common';
import { nameKey, NotFound } from '@app/kernel';
import { Clock, Reads, type Sql } from '@app/platform';
import type { Entry } from '../domain/entry.js';
import { fold, type Moment, type State } from '../domain/fold.js';
import { ENTRY_COLUMNS, entryOf, type EntryRow } from '../persistence/entry-rows.js';

/** Reads what the register says, now or at any other moment. */
@Injectable()
export class RegisterQueries {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound when no organization has the code. */
  async organizationByCode(creditCode: string): Promise<{ subjectId: string; version: number }> {
    const rows = await this.reads.rows<{ subjectId: string; version: number }>(
      'SELECT subject_id AS "subjectId", version FROM register.organization WHERE credit_code = $1',
      [creditCode],
    );
    if (rows.length === 0) throw noSuchOrganization();
    return rows[0];
  }

  /** The code of an organization of this registrar that bears the same name, however it is typed, and has not ended. */
  async sameName(authority: string, name: string, sql: Sql = this.reads): Promise<string | undefined> {
    const text = `SELECT credit_code AS code FROM register.organization
                   WHERE authority = $1 AND name_key = $2 AND status IN ('ACTIVE', 'SUSPENDED', 'LIQUIDATING') LIMIT 1`;
    return (await sql.rows<{ code: string }>(text, [authority, nameKey(name)])).at(0)?.code;
  }

  async entriesOf(subjectId: string): Promise<Entry[]> {
    const rows = await this.reads.rows<EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM register.entry e WHERE e.subject_id = $1 ORDER BY e.number`,
      [subjectId],
    );
    return rows.map(entryOf);
  }

  /** State(asOf, knownAt); today and now unless told. @throws NotFound when nothing stood then. */
  async stateOf(subjectId: string, moment: Partial<Moment> = {}): Promise<State> {
    const entries = await this.entriesOf(subjectId);
    const state = fold(entries, { asOf: moment.asOf ?? this.clock.today(), knownAt: moment.knownAt });
    if (!state) throw new NotFound({ zh: '该日期尚无登记', en: 'Nothing was registered on that day' });
    return state;
  }
}

/** Also said of an organization that is not the asker's to know of. */
export function noSuchOrganization(): NotFound {
  return new NotFound({ zh: '没有此统一社会信用代码的组织', en: 'No organization has this code' });
}
