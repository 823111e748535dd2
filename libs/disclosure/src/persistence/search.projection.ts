import { nameKey } from '@app/kernel';
import { filedGroupOf, type Folded, type OrganizationState, type Projection } from '@app/register';
import { bigrams } from '../domain/bigrams.js';

/** The search rows: kept in the transaction of each entry, rebuilt from the entries alone. */
export const searchProjection: Projection = {
  table: 'disclosure.organization',
  subjectType: 'ORGANIZATION',
  key: 'subject_id',
  rowsOf({ subjectId, state }: Folded) {
    const organization = state as unknown as OrganizationState;
    const key = nameKey(organization.name);
    return [
      {
        subject_id: subjectId,
        credit_code: organization.creditCode ?? null,
        filing_number: filedGroupOf(state).filingNumber ?? null,
        name: organization.name,
        name_key: key,
        name_grams: bigrams(key),
        standing: organization.standing,
        kind: organization.kind,
        status: organization.status,
        category: organization.category ?? null,
        division: organization.division,
        authority: organization.authority,
        founded_on: organization.foundedOn,
        hub: organization.primaryHub ?? null,
        listed: 'NONE',
      },
    ];
  },
};
