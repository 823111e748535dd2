import { withoutNumbers } from './part-text.js';

/** No folder, no control or direction character, nothing that a disk of another system refuses. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\<>:"|?*]/gu;
const LONGEST = 120;

/** `012`: parts of a file are sorted by their names. */
export function partNumber(number: number): string {
  return String(number).padStart(3, '0');
}

/** The name of a paper within the file: its number, then what it was uploaded as, as far as that harms nobody. */
export function paperName(number: number, fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  const [stem, ending] = dot < 1 ? [fileName, ''] : [fileName.slice(0, dot), fileName.slice(dot)];
  const kept = [...safe(stem)].slice(0, LONGEST).join('');
  return `${partNumber(number)}-${kept}${safe(ending)}`;
}

/** The name under which the whole file is saved. */
export function archiveName({
  id,
  receiptNumber,
}: {
  readonly id: string;
  readonly receiptNumber: string | null;
}): string {
  return `卷宗-${safe(receiptNumber ?? id)}.zip`;
}

function safe(text: string): string {
  return withoutNumbers(text.normalize('NFC')).replaceAll('*', '_').replace(UNSAFE, '_');
}
