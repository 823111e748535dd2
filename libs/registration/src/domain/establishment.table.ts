import { isInForce, type LegalDate, type RuleRow } from '@app/kernel';
import type { Kind } from '@app/register';
import { CHARITY_CHARTER_ROWS, CHARTER_ROWS } from './charter.table.js';
import {
  CHARITY_CONDITIONS,
  FOUNDATION_CONDITIONS,
  SERVICE_INSTITUTION_CONDITIONS,
  SOCIAL_GROUP_CONDITIONS,
} from './conditions.table.js';
import { requiredDocuments } from './documents.rules.js';
import { DOCUMENT_ROWS, PRACTICE_LICENCE_ROW } from './documents.table.js';
import type { EstablishmentFacts } from './establishment.facts.js';
import { NON_ADMISSION_GROUNDS, REFUSAL_GROUNDS } from './grounds.table.js';
import { FORBIDDEN_TERMS, FOREIGN_SCRIPT, NATIONAL_PREFIX, SIGNS } from './name/forbidden-terms.table.js';
import { NAME_FORMS, NAME_STRUCTURE } from './name/name-forms.table.js';
import {
  CHARITY_PEOPLE,
  COUNCIL,
  FOUNDATION_PEOPLE,
  SERVICE_INSTITUTION_PEOPLE,
  SOCIAL_GROUP_PEOPLE,
} from './people.table.js';
import { decisionPeriod, extensionOf } from './periods.rules.js';
import {
  ACCEPTANCE_PERIOD,
  APPROVED_CERTIFICATE_PERIOD,
  APPROVED_FILING_PERIOD,
  CERTIFICATE_PERIOD,
  CHARITY_DECISION,
  CHARITY_EXTENSION,
  DEFAULT_DECISION,
  DEFAULT_EXTENSION,
  EXCLUDED_TIME,
  HEARING_PERIOD,
  HEARING_REQUEST_PERIOD,
  REGULATION_DECISION,
} from './periods.table.js';
import { LOCAL_REVIEW, MINISTRY_REVIEW, REVIEW_PERIOD, SUIT_CHOICE, SUIT_PERIOD } from './remedies.table.js';
import { DIRECT_CLASSES, SUPERVISOR_ROWS, TRACK_ROWS } from './track.table.js';
import { EXEMPT_GROUP_ROWS, OVERSEAS_OFFICE_ROW } from './turned-away.table.js';

export { NON_ADMISSION_GROUNDS, nonAdmissionGround, REFUSAL_GROUNDS, refusalGround } from './grounds.table.js';
export { decisionPeriod, extensionOf } from './periods.rules.js';
export { ACCEPTANCE_PERIOD, CERTIFICATE_PERIOD, EXCLUDED_TIME } from './periods.table.js';
export { remedies, remedyRows } from './remedies.rules.js';

const rowsOf = (table: Readonly<Record<string, RuleRow>>): RuleRow[] => Object.values(table);

/** Conditions, people, name parts of one kind. */
const KIND_ROWS: Readonly<Record<Kind, readonly RuleRow[]>> = {
  SOCIAL_GROUP: [...rowsOf(SOCIAL_GROUP_CONDITIONS), ...rowsOf(SOCIAL_GROUP_PEOPLE)],
  SOCIAL_SERVICE_INSTITUTION: [...rowsOf(SERVICE_INSTITUTION_CONDITIONS), ...rowsOf(SERVICE_INSTITUTION_PEOPLE)],
  FOUNDATION: [...rowsOf(FOUNDATION_CONDITIONS), ...rowsOf(FOUNDATION_PEOPLE), ...rowsOf(COUNCIL)],
};

const CHARITY_ROWS: readonly RuleRow[] = [
  ...rowsOf(CHARITY_CONDITIONS),
  ...rowsOf(CHARITY_PEOPLE),
  ...CHARITY_CHARTER_ROWS,
];

const NAME_ROWS: readonly RuleRow[] = [...rowsOf(NAME_STRUCTURE), ...FORBIDDEN_TERMS, FOREIGN_SCRIPT, SIGNS];
const ELSEWHERE_ROWS: readonly RuleRow[] = [OVERSEAS_OFFICE_ROW, ...rowsOf(EXEMPT_GROUP_ROWS)];

const OTHER_ROWS: readonly RuleRow[] = [
  ...rowsOf(REGULATION_DECISION),
  ...[CHARITY_DECISION, CHARITY_EXTENSION, DEFAULT_DECISION, DEFAULT_EXTENSION, EXCLUDED_TIME],
  ...[HEARING_REQUEST_PERIOD, HEARING_PERIOD, APPROVED_FILING_PERIOD, APPROVED_CERTIFICATE_PERIOD],
  ...[...ACCEPTANCE_PERIOD, ...CERTIFICATE_PERIOD],
  ...[...REVIEW_PERIOD, ...LOCAL_REVIEW, ...MINISTRY_REVIEW, SUIT_PERIOD, SUIT_CHOICE],
  ...Object.values(REFUSAL_GROUNDS).flat(),
  ...NON_ADMISSION_GROUNDS,
];

/** Every row of law of establishment, each once; the law index and the specs walk it. */
export const ESTABLISHMENT_ROWS: readonly RuleRow[] = [
  ...new Set<RuleRow>([
    ...Object.values(KIND_ROWS).flat(),
    ...CHARITY_ROWS,
    ...Object.values(DOCUMENT_ROWS).flat(),
    PRACTICE_LICENCE_ROW,
    ...Object.values(CHARTER_ROWS).flat(),
    ...[...rowsOf(TRACK_ROWS), ...rowsOf(DIRECT_CLASSES), ...rowsOf(SUPERVISOR_ROWS)],
    ...[...NAME_ROWS, ...rowsOf(NATIONAL_PREFIX), ...rowsOf(NAME_FORMS)],
    ...ELSEWHERE_ROWS,
    ...OTHER_ROWS,
  ]),
];

type Matter = Pick<EstablishmentFacts, 'kind' | 'track' | 'charity' | 'category'>;

/** The rows that an application of this sort is judged by on a day, broken or not: a decision stores them. */
export function rulesInForce(matter: Matter, on: LegalDate): RuleRow[] {
  const { kind, track, charity, category } = matter;
  const extension = extensionOf(matter, on);
  const rows: readonly RuleRow[] = [
    ...ELSEWHERE_ROWS,
    ...KIND_ROWS[kind],
    ...(charity ? CHARITY_ROWS : []),
    ...(track === 'DUAL' ? [SUPERVISOR_ROWS[kind]] : rowsOf(TRACK_ROWS)),
    ...(track === 'DIRECT' && category ? [DIRECT_CLASSES[category]] : []),
    ...[...NAME_ROWS, NATIONAL_PREFIX[kind], NAME_FORMS[kind]],
    ...[...requiredDocuments(matter), ...CHARTER_ROWS[kind]],
    decisionPeriod(matter, on).row,
    ...(extension ? [extension] : []),
    ...[...ACCEPTANCE_PERIOD, ...CERTIFICATE_PERIOD],
  ];
  return rows.filter((row) => isInForce(row, on));
}
