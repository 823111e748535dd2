import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import type { Tx } from '@app/platform';
import type { FiledGroupState } from '@app/register';
import type { Filing, FilingMatter, GroupContent } from '../domain/filing-content.js';
import { WriteFiling } from './write-filing.js';

/** What is asked for about a group that is filed: a change, a renewal, its end. */
@Injectable()
export class AboutGroups {
  constructor(private readonly write: WriteFiling) {}

  /** @returns the id of the case. @throws NotFound for who neither filed it nor looks after it. */
  draft(
    tx: Tx,
    by: Principal,
    filingNumber: string,
    matter: Extract<FilingMatter, 'CHANGE' | 'RENEWAL'>,
    { group, persons, reason }: Pick<Filing, 'group' | 'persons' | 'reason'>,
  ): Promise<string> {
    return this.write.createAbout(tx, by, filingNumber, matter, ({ route }) => ({ route, group, persons, reason }));
  }

  /** @returns the id of the case. @throws NotFound as above. */
  cancel(
    tx: Tx,
    by: Principal,
    filingNumber: string,
    { cause, reason }: Required<Pick<Filing, 'cause' | 'reason'>>,
  ): Promise<string> {
    return this.write.createAbout(tx, by, filingNumber, 'CANCELLATION', (state) => {
      // A filing ends as it stands: nobody has to name its persons once more.
      return { route: state.route, group: contentOf(state), persons: NOBODY, cause, reason };
    });
  }
}

const NOBODY: Filing['persons'] = {
  leader: { name: '', idKind: 'RESIDENT_ID', idNumber: '', phone: '' },
  administrators: [],
  meetingPlace: '',
};

function contentOf(state: FiledGroupState): GroupContent {
  const { name, groupKind, division, purpose, scope, memberCount, funds, fundsSource, hasPremises, fullTimeStaff } =
    state;
  return {
    ...{ name, groupKind, division, purpose, memberCount, funds, fundsSource, hasPremises, fullTimeStaff },
    activities: scope,
    online: state.online,
    forProfit: false,
    ruleSheet: '',
    documents: [],
  };
}
