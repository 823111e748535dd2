import type { Bilingual } from '@app/kernel';

/** The chapters of a case file, in the order in which it is read. */
export const CHAPTERS = [
  'case',
  'submission',
  'correction-notice',
  'consultation',
  'recusal',
  'clock',
  'person-judgement',
  'decision',
  'deadline',
  'entry',
  'paper',
  'audit',
] as const;
export type Chapter = (typeof CHAPTERS)[number];

interface Part {
  readonly chapter: Chapter;
  /** Names the part within its case for good, e.g. `submission-1`: a seal finds it again by it. */
  readonly key: string;
  readonly title: Bilingual;
}

/** What is told of one fact that is never changed; what comes of it later is a part of its own. */
export interface FactPart extends Part {
  readonly content: unknown;
  /**
   * Reckoned by what the program knew on the day, such as the holidays published by then: a seal keeps its words, for
   * the program may know more later.
   */
  readonly reckoned?: true;
}

/** A list that may grow after the end of the case: a seal notes which rows it found. */
export interface ListPart extends Part {
  readonly rows: readonly { readonly key: string; readonly value: unknown }[];
}

/** An uploaded paper, as it was uploaded. */
export interface PaperPart extends Part {
  readonly documentId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

export type CasePart = FactPart | ListPart | PaperPart;

/** In the order of the chapters; within one as they come. */
export function inOrder(parts: readonly CasePart[]): CasePart[] {
  return CHAPTERS.flatMap((chapter) => parts.filter((part) => part.chapter === chapter));
}
