import { canonicalJson, type Violation } from '@app/kernel';
import { cite } from '@app/kernel';
import type { Application } from './application.js';

/** One thing the applicant is told to correct (补正). */
export interface CorrectionItem {
  /** JSON pointer into the application. */
  readonly pointer: string;
  readonly message: string;
}

export interface EarlierNotice {
  readonly items: readonly CorrectionItem[];
  /** The application as it lay before the officer when he gave that notice. */
  readonly seen: Application;
}

const ONCE = cite('中华人民共和国行政许可法', '第三十二条第一款第(四)项');

/**
 * 一次告知: all that is missing is told at once. A later notice may name only what the applicant
 * changed since; what lay before the officer already, told or not, needs a reason that is kept.
 * @returns a violation for each item that was visible before, empty with a reason.
 */
export function repeatedDefects(
  items: readonly CorrectionItem[],
  earlier: readonly EarlierNotice[],
  now: Application,
  lateReason: string | undefined,
): Violation[] {
  if (lateReason !== undefined) return [];
  return items.flatMap(({ pointer }, index) => {
    const present = valueAt(now, pointer);
    const visible = earlier.some(({ seen }) => sharesAnything(valueAt(seen, pointer), present));
    return visible ? [visibleBefore(index, pointer)] : [];
  });
}

/** True when something of `now` lay there before: for a value itself, or for any part of a list or a group. */
function sharesAnything(before: unknown, now: unknown): boolean {
  if (canonicalJson(before ?? null) === canonicalJson(now ?? null)) return true;
  if (typeof before !== 'object' || typeof now !== 'object' || before === null || now === null) return false;
  return Object.entries(now).some(
    ([key, value]) => Object.hasOwn(before, key) && sharesAnything((before as Record<string, unknown>)[key], value),
  );
}

function visibleBefore(index: number, pointer: string): Violation {
  return {
    code: 'AL-CORRECTION-ONCE',
    pointer: `/items/${index}`,
    message: {
      zh: `${pointer || '申请'}的问题在前次告知时已可见，应当一次告知；确需再次告知的须写明理由`,
      en: `${pointer || 'the application'} was before you at the first notice; say why it is told only now`,
    },
    citation: ONCE,
    rule: 'AL-CORRECTION-ONCE',
  };
}

/** The value at a JSON pointer (RFC 6901); undefined where there is none. */
export function valueAt(document: unknown, pointer: string): unknown {
  if (pointer === '') return document;
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, token) => {
      if (value === null || typeof value !== 'object' || !Object.hasOwn(value, token)) return undefined;
      return (value as Record<string, unknown>)[token];
    }, document);
}
