/** Every pair of neighbouring characters, once: a text can only contain another that has no pair it lacks. */
export function bigrams(key: string): string[] {
  const characters = [...key];
  return [...new Set(characters.slice(1).map((character, index) => characters[index] + character))];
}
