/** A filing number: B, nine digits of the street, two of the year, six in a row. No credit code begins with a letter B. */
export const FILING_NUMBER = /^B\d{17}$/;

/** Numbers of one street and year. */
export const NUMBERS_A_YEAR = 999_999;

export function filingNumber(street: string, year: number, serial: number): string {
  return `B${street}${String(year % 100).padStart(2, '0')}${String(serial).padStart(6, '0')}`;
}
