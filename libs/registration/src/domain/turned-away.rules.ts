import { type Bilingual, type Citation, isInForce, type LegalDate, type RuleRow } from '@app/kernel';
import type { EstablishmentFacts } from './establishment.facts.js';
import { type Elsewhere, EXEMPT_GROUP_ROWS, OVERSEAS_OFFICE_ROW } from './turned-away.table.js';

export interface TurnedAway {
  readonly code: string;
  readonly pointer: string;
  readonly reason: Bilingual;
  readonly address: Bilingual;
  readonly citation: Citation;
  readonly rule: string;
}

type Matter = Pick<EstablishmentFacts, 'kind' | 'nature' | 'authorityNames'>;

/** Why the body does not belong in this register, and where it does; empty for one that may apply here. */
export function turnedAway({ kind, nature, authorityNames }: Matter, on: LegalDate): TurnedAway[] {
  const found: TurnedAway[] = [];
  if (nature.overseasOffice && isInForce(OVERSEAS_OFFICE_ROW, on)) {
    found.push(notice(OVERSEAS_OFFICE_ROW, 'overseasOffice', authorityNames[0]));
  }
  if (kind !== 'SOCIAL_GROUP') return found;
  for (const [flag, row] of Object.entries(EXEMPT_GROUP_ROWS)) {
    if (nature[flag as keyof typeof EXEMPT_GROUP_ROWS] && isInForce(row, on)) found.push(notice(row, flag));
  }
  return found;
}

function notice(row: RuleRow<Elsewhere>, flag: string, province?: string): TurnedAway {
  const { reason, address } = row.value;
  return {
    code: row.id,
    pointer: `/nature/${flag}`,
    reason,
    address: {
      zh: address.zh.replace('{province}', province === undefined ? '省级人民政府' : `${province}人民政府`),
      en: address.en.replace('{province}', province ?? 'the province'),
    },
    citation: row.citation,
    rule: row.id,
  };
}
