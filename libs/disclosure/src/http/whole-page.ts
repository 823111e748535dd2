import type { Page } from '@app/platform';

/** A list that is always given whole, in the form of a page: what one organization has of entries or items is little. */
export function wholePage<T>(items: T[]): Page<T> {
  return { items, nextCursor: null, total: { value: items.length, relation: 'eq' } };
}
