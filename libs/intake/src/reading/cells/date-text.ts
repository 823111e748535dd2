import { isLegalDate } from '@app/kernel';

/** The ways in which a day is written here; each gives year, month and day. */
const FORMS: readonly RegExp[] = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** The day that a text names, as YYYY-MM-DD; undefined when it names none, or one that no calendar has. */
export function dayOfText(text: string): string | undefined {
  for (const form of FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const [, year, month, day] = match;
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isLegalDate(date) ? date : undefined;
  }
  return undefined;
}
