import { PROMOTE_NEARLY, PROMOTE_SERVICE_INSTITUTION, PROMOTE_SOCIAL_GROUP } from '../domain/promotion.table.js';

const HAS = {
  members: 'g.member_count',
  funds: 'g.funds',
  premises: 'g.has_premises::int',
  staff: 'g.full_time_staff',
} as const;

/** How many conditions a group lacks, by the rows of the table. */
function lacking(
  rows: Readonly<Partial<Record<keyof typeof HAS, { readonly value: { readonly least: number } }>>>,
): string {
  const terms = Object.entries(rows).map(
    ([name, { value }]) => `(${HAS[name as keyof typeof HAS]} < ${value.least})::int`,
  );
  return `(${terms.join(' + ')})`;
}

const LEAST = `least(${lacking(PROMOTE_SOCIAL_GROUP)}, ${lacking(PROMOTE_SERVICE_INSTITUTION)})`;

/** `promotionMeasures` of the nearest kind, of a row `g` of `filing.filed_group`: so that a list can be asked for it. */
export const READINESS_SQL = `CASE WHEN ${LEAST} = 0 THEN 'READY' WHEN ${LEAST} <= ${PROMOTE_NEARLY.value.lacking} THEN 'NEARLY'
  ELSE 'NOT_YET' END`;
