/** A name as it is compared and searched: NFKC, lower case, without blanks and punctuation. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');
}

/** Every pair of neighbouring characters, once: a text can only contain another that has no pair it lacks. */
export function bigrams(key: string): string[] {
  const characters = [...key];
  return [...new Set(characters.slice(1).map((character, index) => characters[index] + character))];
}
