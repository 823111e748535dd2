import type { FastifyRequest } from 'fastify';
import { malformed, pointerTo, type Defect } from './problem.js';

/** Deeper than any body of this API; what nests further would exhaust the stack of whatever walks it. */
const MAX_DEPTH = 20;
/** More than any list of this API takes. Every item of a list is checked before the list is found too long. */
const MAX_ITEMS = 1_000;

/** PostgreSQL keeps no U+0000, and half of a surrogate pair has no encoding in UTF-8: valid JSON, but no text to keep. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

/**
 * @throws HttpProblem 400 when a text or a name of a field, wherever it stands, cannot be kept, or when the content is of a
 * shape that would cost more to check than any request is worth.
 */
export function refuseUnstorable({ body, query, params }: Pick<FastifyRequest, 'body' | 'query' | 'params'>): void {
  const defects = [body, query, params].flatMap(unstorableIn);
  if (defects.length > 0) throw malformed(defects);
}

function unstorableIn(content: unknown): Defect[] {
  const defects: Defect[] = [];
  const open = [{ value: content, pointer: '', depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, pointer, depth } = next;
    if (typeof value === 'string' && !isStorable(value)) defects.push(UNSTORABLE(pointer));
    if (typeof value !== 'object' || value === null) continue;
    if (depth === MAX_DEPTH) return [TOO_DEEP(pointer)];
    if (Array.isArray(value) && value.length > MAX_ITEMS) return [TOO_MANY(pointer)];
    for (const [key, member] of Object.entries(value)) {
      const place = pointerTo(pointer, key);
      if (!isStorable(key)) defects.push(UNSTORABLE(place));
      open.push({ value: member, pointer: place, depth: depth + 1 });
    }
  }
  return defects;
}

const UNSTORABLE = (pointer: string): Defect => ({
  code: 'UNSTORABLE',
  pointer,
  message: {
    zh: '含有不能保存的字符（U+0000 或不成对的代理字符）',
    en: 'Holds a character that cannot be kept (U+0000 or half of a surrogate pair)',
  },
});

const TOO_DEEP = (pointer: string): Defect => ({
  code: 'TOO_DEEP',
  pointer,
  message: { zh: '嵌套过深', en: 'Nested too deeply' },
});

const TOO_MANY = (pointer: string): Defect => ({
  code: 'TOO_MANY_ITEMS',
  pointer,
  message: { zh: `不能超过${MAX_ITEMS}项`, en: `Must have at most ${MAX_ITEMS} items` },
});
