import { nameKey } from '@app/kernel';
import { filedGroupOf, type Folded, type Projection } from '@app/register';
import { duplicateKeys } from '../domain/duplicate-keys.js';

/** Filed groups as offices look at them; legal persons have no row. */
const filedGroups: Projection = {
  table: 'filing.filed_group',
  subjectType: 'ORGANIZATION',
  key: 'subject_id',
  rowsOf({ subjectId, state, version }: Folded) {
    if (state.standing !== 'FILED') return [];
    const group = filedGroupOf(state);
    return [
      {
        subject_id: subjectId,
        filing_number: group.filingNumber,
        name: group.name,
        name_key: nameKey(group.name),
        route: group.route,
        group_kind: group.groupKind,
        status: group.status,
        office: group.filedByHub ?? group.authority,
        division: group.division,
        filed_on: group.foundedOn,
        review_on: group.reviewOn,
        ended_on: group.ending?.on ?? null,
        member_count: group.memberCount,
        funds: group.funds,
        has_premises: group.hasPremises,
        full_time_staff: group.fullTimeStaff,
        leader: group.leaders[0].person,
        primary_hub: group.primaryHub ?? null,
        version,
      },
    ];
  },
};

/** What another filing of the same group would share with it; of those that stand. */
const duplicateKeysOfGroups: Projection = {
  table: 'filing.duplicate_key',
  subjectType: 'ORGANIZATION',
  key: 'id',
  rowsOf({ subjectId, state }: Folded) {
    if (state.standing !== 'FILED' || state.status !== 'ACTIVE') return [];
    return duplicateKeys(filedGroupOf(state)).map((key) => ({ id: `${subjectId}:${key}`, subject_id: subjectId, key }));
  },
};

export const FILING_PROJECTIONS: readonly Projection[] = [filedGroups, duplicateKeysOfGroups];
