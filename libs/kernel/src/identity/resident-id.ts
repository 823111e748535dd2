import { isLegalDate, type LegalDate } from '../calendar/legal-date.js';

/** LENGTH: not 18 characters. ALPHABET: not 17 digits and a digit or X. DATE: no such day of birth. CHECK. */
export type ResidentIdDefect = 'LENGTH' | 'ALPHABET' | 'DATE' | 'CHECK';

/** 2^(18-i) mod 11 for the places 1 to 17 (GB 11643-1999, ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** A number as people write it, in the form that is stored: plain width (NFKC), no blanks or hyphens, capital X. */
export function normalizeResidentId(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\u2212\u200b-\u200d\u2060\ufeff]/gu, '')
    .toUpperCase();
}

/**
 * All defects of a citizen identity number (公民身份号码, GB 11643-1999), normalized first; an empty list when it
 * is well formed. With `asOf` a day of birth after that day is a DATE defect too. The six digits of the place
 * are not looked up: they name a division of the day of issue, which may be gone. The 15-digit numbers of the
 * first generation are defects of LENGTH: they are no longer in use. It never throws, and quotes nothing of
 * the number, so the answer may be logged.
 */
export function residentIdDefects(raw: string, asOf?: LegalDate): ResidentIdDefect[] {
  const id = normalizeResidentId(raw);
  const defects: ResidentIdDefect[] = [];
  const isLong = Array.from(id).length === 18;
  const isPlain = isLong ? /^[0-9]{17}[0-9X]$/.test(id) : /^[0-9]*X?$/.test(id);
  if (!isLong) defects.push('LENGTH');
  if (!isPlain) defects.push('ALPHABET');
  if (isLong && !isBirthday(id.slice(6, 14), asOf)) defects.push('DATE');
  if (isLong && isPlain && id[17] !== residentIdCheck(id.slice(0, 17))) defects.push('CHECK');
  return defects;
}

/**
 * The 18th character for the first 17 digits (GB 11643-1999).
 * @throws RangeError when these are not 17 digits.
 */
export function residentIdCheck(id17: string): string {
  if (!/^[0-9]{17}$/.test(id17)) throw new RangeError('not the first 17 digits of an identity number');
  return CHECK_CHARACTERS[WEIGHTS.reduce((sum, weight, place) => sum + weight * Number(id17[place]), 0) % 11]!;
}

/**
 * The number for a screen or a letter: the first three and the last character, 14 stars between. The form with
 * six in front and four behind is not used: it leaves place, order, sex and check, from which the day of birth
 * can nearly be computed (《个人信息保护法》第二十八条 protects what can harm a person). Anything that is not
 * 18 characters is masked whole.
 */
export function maskResidentId(raw: string): string {
  const characters = Array.from(normalizeResidentId(raw));
  if (characters.length !== 18) return '*'.repeat(characters.length);
  return `${characters.slice(0, 3).join('')}${'*'.repeat(14)}${characters[17]}`;
}

function isBirthday(digits: string, asOf?: LegalDate): boolean {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  return isLegalDate(date) && (asOf === undefined || date <= asOf);
}
