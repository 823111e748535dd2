import { canonicalJson, maskResidentId } from '@app/kernel';

/** Whatever stands together, in plain or full width. */
const WORDS = /[0-9a-z０-９ｘＸ-]+/gi;
/** A number as long as a telephone's or a resident's may be somebody's. */
const LONG_NUMBERS = /[0-9０-９]{11,}[XxＸｘ]?/g;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HASH = /^[0-9a-f]{64}$/i;

/**
 * The words of a part: canonical JSON, so that the same case gives the same bytes. Whatever somebody wrote into a
 * reason or a question, no personal number stands in it in clear (个人信息保护法 第六条第一款).
 */
export function partText(content: unknown): string {
  return canonicalJson(hidden(content));
}

/** A text without personal numbers; ids and hashes, which may look like them in part, stay as they are. */
export function withoutNumbers(text: string): string {
  return text.replace(WORDS, (word) =>
    isReference(word) ? word : word.replace(LONG_NUMBERS, (number) => maskResidentId(number)),
  );
}

function isReference(word: string): boolean {
  return ID.test(word.slice(-36)) || HASH.test(word);
}

function hidden(value: unknown): unknown {
  if (typeof value === 'string') return withoutNumbers(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(hidden);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, hidden(member)]));
}
