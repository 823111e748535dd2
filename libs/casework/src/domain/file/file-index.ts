import { canonicalJson, type LegalDate } from '@app/kernel';
import type { CaseRecord } from '../case.js';
import type { FilePart } from './case-file.js';

/** How a reader of the file reckons its hash again. */
const HASHED =
  'SHA-256 of {"caseId":…,"parts":[{"bytes","key","mediaType","number","sha256"}…]} as canonical JSON, over the parts that are sealed; where none is, over all';

/** 卷宗: everything of a case in order, with its hashes. */
export interface CaseFile {
  readonly record: CaseRecord;
  /** The day on which it was sealed; null until then. */
  readonly sealedOn: LegalDate | null;
  /** That of the seal, or over what the file holds now. */
  readonly indexHash: string;
  /** False where a part is not what was sealed, or the seal itself is not what was written. */
  readonly intact: boolean;
  readonly parts: readonly FilePart[];
}

/** The index that stands before all parts of a file. */
export function fileIndex({ record, sealedOn, indexHash, intact, parts }: CaseFile): string {
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
