import type { OrganizationState } from '@app/register';
import type { EstablishmentFacts, LeaderFacts } from '../establishment.facts.js';
import type { ChangedItems } from './matter-content.js';
import type { MatterFacts } from './matter.facts.js';

/**
 * An organization as it is to stand, in the shape in which the rules of establishment judge: what held at
 * its birth holds of every item that changes later. Only what those rules read of an item is filled in.
 */
export function asEstablishment(
  { organization, surroundings }: Pick<MatterFacts, 'organization' | 'surroundings'>,
  changed: ChangedItems,
  leaders: readonly LeaderFacts[] = [],
): EstablishmentFacts {
  const standing = standingItems(organization);
  return {
    ...standing,
    ...Object.fromEntries(Object.entries(changed).filter(([item]) => item in standing)),
    ...surroundings,
    kind: organization.kind,
    track: organization.supervisingUnit === undefined ? 'DIRECT' : 'DUAL',
    category: organization.category,
    authority: organization.authority,
    fundsPaidInCash: true,
    fundraising: organization.foundationType,
    // What the register does not say is not held against it: old entries have neither.
    privatelyFunded: organization.privatelyFunded ?? true,
    mainlandFunded: organization.mainlandFunded ?? false,
    charity: organization.charity ?? false,
    members: { individuals: 0, units: 0 },
    fullTimeStaff: 0,
    organs: [],
    independentLiability: true,
    charterItems: [],
    initiators: [],
    leaders,
    documents: [],
    nature: {
      overseasOffice: false,
      cppccBody: false,
      exemptedByStateCouncil: false,
      internalToOneUnit: false,
      politicalOrLegal: false,
      religious: false,
    },
  };
}

function standingItems(organization: OrganizationState) {
  const { name, division, residence = '', purpose = '', scope = '', activityArea = '', funds = 0 } = organization;
  return { name, division, residence, purpose, scope, activityArea, funds };
}
