import type { LegalDate } from '@app/kernel';
import type { State } from './fold.js';

/** A remark in the register that changes no registered item, and says so (备注). */
export interface Annotation {
  readonly on: LegalDate;
  readonly text: string;
  /** The number of the entry it speaks of; absent: the organization as a whole. */
  readonly about?: number;
}

const FIELD = 'annotation:';

/** The field of a subject's state that holds the annotation made by its entry `number`. */
export function annotationField(number: number): string {
  return `${FIELD}${number}`;
}

/** Whether a field holds an annotation. */
export function isAnnotation(field: string): boolean {
  return field.startsWith(FIELD);
}

/** Every annotation of a subject, oldest first. */
export function annotationsOf(state: State): Annotation[] {
  return Object.entries(state)
    .filter(([field]) => isAnnotation(field))
    .sort(([a], [b]) => Number(a.slice(FIELD.length)) - Number(b.slice(FIELD.length)))
    .map(([, value]) => value as Annotation);
}
