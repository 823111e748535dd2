import type { FiledGroupState } from '@app/register';
import type { Application } from './application.js';
import type { EstablishmentFacts } from './establishment.facts.js';

/** What a group registers as; a foundation is no step up from a group. */
export type PromotionKind = 'SOCIAL_GROUP' | 'SOCIAL_SERVICE_INSTITUTION';

/**
 * An application filled with what is public of a group; its money, persons and papers are for the applicant to add: a draft
 * may tell nobody what the register withholds.
 */
export function promotionDraft(group: FiledGroupState, kind: PromotionKind, authority: string): Application {
  const { name, division, purpose, scope, memberCount, filingNumber } = group;
  return {
    ...{ kind, authority, division, name, purpose, scope },
    funds: 0,
    fullTimeStaff: 0,
    promotes: filingNumber,
    track: 'DIRECT',
    category: 'COMMUNITY',
    categoryReason: `由备案的社区社会组织（${filingNumber}）转为登记`,
    residence: '',
    activityArea: '',
    fundsPaidInCash: false,
    charity: false,
    members: { individuals: kind === 'SOCIAL_GROUP' ? memberCount : 0, units: 0 },
    organs: [],
    independentLiability: false,
    charterItems: [],
    nature: NOTHING_SPECIAL,
    documents: [],
    initiators: [],
    leaders: [],
  };
}

const NOTHING_SPECIAL: EstablishmentFacts['nature'] = {
  overseasOffice: false,
  cppccBody: false,
  exemptedByStateCouncil: false,
  internalToOneUnit: false,
  politicalOrLegal: false,
  religious: false,
};
