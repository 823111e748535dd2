import { createHash } from 'node:crypto';
import { canonicalJson, type Citation, type LegalDate } from '@app/kernel';
import type { EntryKind } from './vocabulary.js';

/** How a field of an entry is published: as it is, reduced to what the law lets out, or not at all. */
export type PublicationClass = 'PUBLIC' | 'MASKED' | 'WITHHELD';

/** Field by field what an entry sets; null takes a value away. */
export type Difference = Readonly<Record<string, unknown>>;

/** What an entry says, before it has a hash. */
export interface EntryContent {
  readonly subjectId: string;
  /** 1, 2, 3 … within the subject, without a gap. */
  readonly number: number;
  readonly kind: EntryKind;
  /** The day from which it has effect in law. */
  readonly legalDate: LegalDate;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly caseId: string | null;
  readonly citation: Citation;
  readonly difference: Difference;
  readonly publication: Readonly<Record<string, PublicationClass>>;
  /** The number of the entry whose place this one takes. */
  readonly corrects: number | null;
}

/** One numbered, immutable entry of the register. */
export interface Entry extends EntryContent {
  readonly id: string;
  readonly hash: string;
}

/** SHA-256 over everything an entry says, subject and number included, so that none can be moved or altered. */
export function entryHash(content: EntryContent): string {
  const { subjectId, number, kind, legalDate, recordedBy, caseId, citation, difference, publication, corrects } =
    content;
  const recordedAt = content.recordedAt.toISOString();
  const said = {
    subjectId,
    number,
    kind,
    legalDate,
    recordedAt,
    recordedBy,
    caseId,
    citation,
    difference,
    publication,
    corrects,
  };
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
}
