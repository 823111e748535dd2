import type { Bilingual, Citation } from '@app/kernel';
import { PROMOTE_NEARLY, PROMOTE_SERVICE_INSTITUTION, PROMOTE_SOCIAL_GROUP } from './promotion.table.js';

/** What a group has of what the law asks for. */
export interface Measured {
  readonly memberCount: number;
  readonly funds: number;
  readonly hasPremises: boolean;
  readonly fullTimeStaff: number;
}

export type PromotionKind = 'SOCIAL_GROUP' | 'SOCIAL_SERVICE_INSTITUTION';
export type Readiness = 'READY' | 'NEARLY' | 'NOT_YET';

/** One condition of registration: what is asked for, what there is. */
export interface PromotionCondition {
  readonly condition: 'members' | 'funds' | 'premises' | 'staff';
  readonly title: Bilingual;
  readonly least: number;
  readonly has: number;
  readonly met: boolean;
  readonly citation: Citation;
}

export interface PromotionMeasure {
  readonly kind: PromotionKind;
  readonly readiness: Readiness;
  readonly conditions: readonly PromotionCondition[];
  readonly missing: readonly PromotionCondition[];
}

const TITLES: Readonly<Record<PromotionCondition['condition'], Bilingual>> = {
  members: { zh: '个人会员（人）', en: 'individual members' },
  funds: { zh: '资金（元）', en: 'funds in yuan' },
  premises: { zh: '固定住所', en: 'premises' },
  staff: { zh: '专职工作人员（人）', en: 'full-time staff' },
};
const ROWS = {
  SOCIAL_GROUP: PROMOTE_SOCIAL_GROUP,
  SOCIAL_SERVICE_INSTITUTION: PROMOTE_SERVICE_INSTITUTION,
} as const;

/** How far a group is from what it could register as, the nearest first. */
export function promotionMeasures(group: Measured): PromotionMeasure[] {
  const has = {
    members: group.memberCount,
    funds: group.funds,
    premises: group.hasPremises ? 1 : 0,
    staff: group.fullTimeStaff,
  };
  const measures = (Object.keys(ROWS) as PromotionKind[]).map((kind): PromotionMeasure => {
    const conditions = Object.entries(ROWS[kind]).map(([name, { value, citation }]): PromotionCondition => {
      const condition = name as PromotionCondition['condition'];
      const met = has[condition] >= value.least;
      return { condition, title: TITLES[condition], least: value.least, has: has[condition], met, citation };
    });
    const missing = conditions.filter(({ met }) => !met);
    return { kind, readiness: readinessOf(missing.length), conditions, missing };
  });
  return measures.sort((a, b) => a.missing.length - b.missing.length);
}

function readinessOf(missing: number): Readiness {
  if (missing === 0) return 'READY';
  return missing <= PROMOTE_NEARLY.value.lacking ? 'NEARLY' : 'NOT_YET';
}
