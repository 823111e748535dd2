/** Of `o`, an organization: it belongs to the hub `$1`, first of all or besides, and has not ended. */
export const IS_MEMBER = `(o.primary_hub = $1 OR $1 = ANY(o.related_hubs)) AND o.status IN ('ACTIVE', 'SUSPENDED', 'LIQUIDATING')`;

/** A span is about a day when it began by then and no other had taken its place. */
export function onDay(span: string, day: string): string {
  return `${span}.since <= ${day} AND (${span}.before IS NULL OR ${span}.before > ${day})`;
}
