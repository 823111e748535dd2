import { Injectable } from '@nestjs/common';
import type { Sql } from '@app/platform';
import type { Difference, Entry } from '../domain/entry.js';
import { ENTRY_COLUMNS, entryOf, type EntryRow } from '../persistence/entry-rows.js';

/** An entry without what it says of persons, or withholds; its hash covers that too. */
export type ImpersonalEntry = Omit<Entry, 'id' | 'recordedBy' | 'publication'> & {
  /** The fields that are left out of the difference. */
  readonly leftOut: readonly string[];
};

/** The entries that a case made, for its file. */
@Injectable()
export class CaseEntries {
  /** In the order in which they were appended, whatever their subjects. */
  async read(sql: Sql, caseId: string): Promise<ImpersonalEntry[]> {
    const rows = await sql.rows<EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM register.entry e WHERE e.case_id = $1 ORDER BY e.id`,
      [caseId],
    );
    return rows.map((row) => impersonal(entryOf(row)));
  }
}

function impersonal({ id: _, recordedBy: _by, publication, difference, ...entry }: Entry): ImpersonalEntry {
  const fields = Object.keys(difference).sort();
  const open = (field: string): boolean => publication[field] === 'PUBLIC';
  const shown: Difference = Object.fromEntries(fields.filter(open).map((field) => [field, difference[field]]));
  return { ...entry, difference: shown, leftOut: fields.filter((field) => !open(field)) };
}
