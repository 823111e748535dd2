const LETTERS = 26;
const A = 65;

/** The letters of a column by its place from 0: A, B … Z, AA … */
export function columnLetters(place: number): string {
  const last = String.fromCharCode(A + (place % LETTERS));
  return place < LETTERS ? last : columnLetters(Math.floor(place / LETTERS) - 1) + last;
}
