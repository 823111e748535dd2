import type { LegalDate, Violation } from '@app/kernel';
import { CHARITY_CHARTER_ROWS, CHARTER_ROWS, type CharterRow } from './charter.table.js';
import { DOCUMENT_ROWS, type DocumentRow } from './documents.table.js';
import type { EstablishmentFacts } from './establishment.facts.js';
import { breach, type Rule } from './judge.js';

/** The documents that an application of this kind and track needs. */
export function requiredDocuments({ kind, track }: Pick<EstablishmentFacts, 'kind' | 'track'>): DocumentRow[] {
  return DOCUMENT_ROWS[kind].filter((row) => row.value.track === undefined || row.value.track === track);
}

export const documentViolations: Rule = (facts, on): Violation[] =>
  requiredDocuments(facts).flatMap((row) => {
    const { document, name } = row.value;
    return breach(row, on, !facts.documents.includes(document), '/documents', `缺少${name.zh}`, `missing: ${name.en}`);
  });

/** Each item that the charter draft lacks, by its number within the article. */
export const charterViolations: Rule = (facts, on): Violation[] => [
  ...missingItems(CHARTER_ROWS[facts.kind], facts.charterItems, '/charterItems', on),
  ...(facts.charity
    ? missingItems(CHARITY_CHARTER_ROWS, facts.charityCharterItems ?? [], '/charityCharterItems', on)
    : []),
];

function missingItems(rows: readonly CharterRow[], present: readonly number[], pointer: string, on: LegalDate) {
  return rows.flatMap((row) => {
    const { item, zh, en } = row.value;
    return breach(row, on, !present.includes(item), pointer, `章程草案缺少：${zh}`, `the charter draft lacks: ${en}`);
  });
}
