import type { RegistrationBody } from '../support/registrations.js';
import type { PersistentClient, Promised } from './persistent-client.js';

/** What clients were promised, and what came of it. */
export function countsOf(client: PersistentClient, records: ReadonlyMap<string, RegistrationBody>, found: Found) {
  const { promised, repeated, replayed, foundDone, wrong } = client;
  const { lost, doubled } = compare(promised, records);
  return {
    ...{ promised: promised.length, repeated, replayed, foundDone, wrong: wrong.length, lost },
    doubledSteps: doubled,
    doubledApplications: found.cases - found.titles,
  };
}

/** Cases in the database, and how many different names they are for. */
export interface Found {
  readonly cases: number;
  readonly titles: number;
}

/** How many promises are not in the record, and how many steps are in it more than once. */
function compare(
  promised: readonly Promised[],
  records: ReadonlyMap<string, RegistrationBody>,
): { lost: number; doubled: number } {
  const lost = promised.filter(({ id, action }) => {
    const record = records.get(id);
    return !record || (action !== 'draft' && !record.steps.some((step) => step.action === action));
  });
  const doubled = [...records.values()].flatMap(({ steps }) => {
    const actions = steps.map(({ action }) => action);
    return actions.filter((action, index) => actions.indexOf(action) !== index);
  });
  return { lost: lost.length, doubled: doubled.length };
}
