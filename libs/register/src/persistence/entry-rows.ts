import type { Citation, LegalDate } from '@app/kernel';
import type { Entry, PublicationClass } from '../domain/entry.js';
import type { EntryKind } from '../domain/vocabulary.js';

/** The columns of `register.entry`, dates as text so that no time zone can move them. */
export const ENTRY_COLUMNS = `e.id, e.subject_id, e.number, e.kind, e.legal_date::text AS legal_date, e.recorded_at,
  e.recorded_by, e.case_id, e.citation, e.difference, e.publication, e.corrects, e.hash`;

export interface EntryRow {
  id: string;
  subject_id: string;
  number: number;
  kind: EntryKind;
  legal_date: LegalDate;
  recorded_at: Date;
  recorded_by: string | null;
  case_id: string | null;
  citation: Citation;
  difference: Record<string, unknown>;
  publication: Record<string, PublicationClass>;
  corrects: number | null;
  hash: string;
}

export function entryOf(row: EntryRow): Entry {
  const { id, number, kind, citation, difference, publication, corrects, hash } = row;
  return {
    id,
    subjectId: row.subject_id,
    number,
    kind,
    legalDate: row.legal_date,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    caseId: row.case_id,
    citation,
    difference,
    publication,
    corrects,
    hash,
  };
}

/** The histories of several subjects, each in the order in which the entries come. */
export function bySubject(entries: readonly Entry[]): Map<string, Entry[]> {
  const histories = new Map<string, Entry[]>();
  for (const entry of entries) {
    const history = histories.get(entry.subjectId);
    if (history) history.push(entry);
    else histories.set(entry.subjectId, [entry]);
  }
  return histories;
}
