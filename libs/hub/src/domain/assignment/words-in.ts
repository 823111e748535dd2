export interface FoundWord {
  readonly word: string;
  /** Place of its first character, from 0. */
  readonly at: number;
}

/** Words to look for, and which lengths are worth a try where two characters stand: most places need none. */
export interface Lookup {
  readonly words: ReadonlySet<string>;
  readonly lengths: ReadonlyMap<string, readonly number[]>;
}

export function lookedUp(words: readonly string[]): Lookup {
  const lengths = new Map<string, number[]>();
  for (const word of new Set(words)) {
    const known = lengths.get(word.slice(0, 2)) ?? [];
    if (!known.includes(word.length)) lengths.set(word.slice(0, 2), [...known, word.length]);
  }
  return { words: new Set(words), lengths };
}

/**
 * The known words of a text, none inside another or across its edge: 体育社会学 is no 体育, 民族乐器 is no 民族. Of all
 * ways to cut the text up the one whose words are longest is taken (the sum of their squared lengths): so a longer word
 * takes the place of all that it contains, and in 北京市场馆建设 there is no 市场.
 */
export function wordsIn(text: string, { words, lengths }: Lookup): FoundWord[] {
  const best = new Array<number>(text.length + 1).fill(0);
  const taken = new Array<number>(text.length).fill(0);
  for (let at = text.length - 1; at >= 0; at -= 1) {
    best[at] = best[at + 1];
    for (const start of [1, 2]) {
      for (const length of lengths.get(text.slice(at, at + start)) ?? []) {
        const end = at + length;
        const covered = end <= text.length ? length * length + best[end] : 0;
        if (covered < best[at] || !words.has(text.slice(at, end))) continue;
        best[at] = covered;
        taken[at] = length;
      }
    }
  }
  const found: FoundWord[] = [];
  for (let at = 0; at < text.length; at += Math.max(1, taken[at])) {
    if (taken[at] > 0) found.push({ word: text.slice(at, at + taken[at]), at });
  }
  return found;
}
