import type { RuleRow } from '@app/kernel';
import type { Kind } from '@app/register';
import { CHARITY_CHARTER_ROWS, CHARTER_ROWS } from '../charter.table.js';
import { FOUNDATION_CONDITIONS, SERVICE_INSTITUTION_CONDITIONS, SOCIAL_GROUP_CONDITIONS } from '../conditions.table.js';
import { FORBIDDEN_TERMS, FOREIGN_SCRIPT, NATIONAL_PREFIX, SIGNS } from '../name/forbidden-terms.table.js';
import { NAME_FORMS, NAME_STRUCTURE } from '../name/name-forms.table.js';
import {
  CHARITY_PEOPLE,
  COUNCIL,
  FOUNDATION_PEOPLE,
  SERVICE_INSTITUTION_PEOPLE,
  SOCIAL_GROUP_PEOPLE,
} from '../people.table.js';
import type { ChangedItems } from './matter-content.js';
import type { MatterFacts } from './matter.facts.js';

const CONDITIONS: Readonly<Record<Kind, Readonly<Record<string, RuleRow>>>> = {
  SOCIAL_GROUP: SOCIAL_GROUP_CONDITIONS,
  SOCIAL_SERVICE_INSTITUTION: SERVICE_INSTITUTION_CONDITIONS,
  FOUNDATION: FOUNDATION_CONDITIONS,
};
const PEOPLE: Readonly<Record<Kind, Readonly<Record<string, RuleRow>>>> = {
  SOCIAL_GROUP: SOCIAL_GROUP_PEOPLE,
  SOCIAL_SERVICE_INSTITUTION: SERVICE_INSTITUTION_PEOPLE,
  FOUNDATION: { ...FOUNDATION_PEOPLE, ...COUNCIL },
};

/** The rows of establishment by which a matter is judged as well: of a new name, seat or fund, of people, of a charter. */
export function borrowedRows({
  filed,
  people,
  organization,
}: Pick<MatterFacts, 'filed' | 'people' | 'organization'>): RuleRow[] {
  const { kind, charity } = organization;
  const items: ChangedItems = filed.change ?? filed.correction ?? filed.remedy ?? {};
  const named = items.name !== undefined;
  const seatOrFunds = items.division !== undefined || items.funds !== undefined;
  const chartered = filed.charter !== undefined || filed.recognition !== undefined;
  return [
    ...(named ? [...Object.values(NAME_STRUCTURE), ...FORBIDDEN_TERMS, FOREIGN_SCRIPT, SIGNS] : []),
    ...(named ? [NATIONAL_PREFIX[kind], NAME_FORMS[kind]] : []),
    ...(seatOrFunds ? Object.values(CONDITIONS[kind]) : []),
    ...(people.length > 0 ? Object.values(PEOPLE[kind]) : []),
    ...(people.length > 0 && charity ? Object.values(CHARITY_PEOPLE) : []),
    ...(chartered ? CHARTER_ROWS[kind] : []),
    ...(chartered && (charity || filed.recognition) ? CHARITY_CHARTER_ROWS : []),
  ];
}
