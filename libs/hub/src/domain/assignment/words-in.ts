export interface FoundWord {
  readonly word: string;
  /** Place of its first character, from 0. */
  readonly at: number;
}

/** Words to look for, and how long the longest of them is. */
export interface Lookup {
  readonly words: ReadonlySet<string>;
  readonly longest: number;
}

export function lookedUp(words: readonly string[]): Lookup {
  return { words: new Set(words), longest: Math.max(0, ...words.map(({ length }) => length)) };
}

/**
 * The known words of a text, the longest at each place, none inside another: 体育社会学 is no 体育, and 民族乐器 is
 * no 民族. So a longer word takes the place of all that it contains.
 */
export function wordsIn(text: string, { words, longest }: Lookup): FoundWord[] {
  const found: FoundWord[] = [];
  for (let at = 0; at < text.length;) {
    let length = Math.min(longest, text.length - at);
    while (length > 0 && !words.has(text.slice(at, at + length))) length -= 1;
    if (length > 0) found.push({ word: text.slice(at, at + length), at });
    at += Math.max(1, length);
  }
  return found;
}
