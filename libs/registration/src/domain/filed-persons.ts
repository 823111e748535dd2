import type { ApplicationPerson } from './application.js';
import { maskPerson } from './masking.js';

/** The lists of persons that something filed may have: of an application and of a matter. */
const LISTS = ['initiators', 'leaders', 'people'] as const;

type Filed = Readonly<Record<string, unknown>>;

/** What was filed, whatever the procedure, with numbers of documents and phones masked. */
export function maskedFiling(filed: Filed): Filed {
  const lists = LISTS.filter((list) => Array.isArray(filed[list]));
  const masked = lists.map((list) => [list, (filed[list] as ApplicationPerson[]).map(maskPerson)]);
  return { ...filed, ...Object.fromEntries(masked) };
}
