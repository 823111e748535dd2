import { canonicalJson, type LegalDate } from '@app/kernel';
import type { CaseRecord } from '../case.js';
import type { FilePart } from './case-file.js';

/** How a reader of the file reckons its hash again. */
const HASHED =
  'SHA-256 of {"caseId":…,"parts":[{"bytes","key","mediaType","number","sha256"}…]} as canonical JSON, over the parts that are sealed; where none is, over all';

export interface IndexedFile {
  readonly record: CaseRecord;
  readonly sealedOn: LegalDate | null;
  readonly indexHash: string;
  readonly intact: boolean;
  readonly parts: readonly FilePart[];
}

/** The index that stands before all parts of a file. */
export function fileIndex({ record, sealedOn, indexHash, intact, parts }: IndexedFile): string {
  const { id: caseId, procedure, state, title, authority, receiptNumber, receivedOn } = record;
  return canonicalJson({
    case: { caseId, procedure, state, title, authority, receiptNumber, receivedOn },
    sealedOn,
    indexHash,
    indexHashOf: HASHED,
    intact,
    parts: parts.map(({ text: _, documentId: _id, ...listed }) => listed),
  });
}
