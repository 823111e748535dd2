import { cite, type Citation, type RuleRow, type Violation } from '@app/kernel';
import type { Kind } from '@app/register';
import { foundationRegulation, serviceInstitutionRegulation, socialGroupRegulation, source } from '../law-sources.js';

/** In force by its 第一千二百六十条, from memory; arts 68 to 95 were read. */
export const civilCode = source('中华人民共和国民法典', '2021-01-01');
/** The amendment of 2023-12-29; its first day is from memory. Recognition stood in the text of 2016 alike. */
export const charityLaw2023 = source('中华人民共和国慈善法', '2024-09-05');
/** 京民社发〔2014〕256号 abolished the approval of branches; the day within 2014 is from memory. */
export const branchNotice = source(
  '关于取消社会团体分支机构、代表机构登记的通知（京民社发〔2014〕256号）',
  '2014-06-01',
);

const OF_KIND = {
  SOCIAL_GROUP: { write: socialGroupRegulation, law: '社会团体登记管理条例' },
  SOCIAL_SERVICE_INSTITUTION: { write: serviceInstitutionRegulation, law: '民办非企业单位登记管理暂行条例' },
  FOUNDATION: { write: foundationRegulation, law: '基金会管理条例' },
} as const;

/** The place in the Regulations of each kind, as one table of grounds. */
export function byKind(articles: Readonly<Record<Kind, string>>): Readonly<Record<Kind, Citation>> {
  return {
    SOCIAL_GROUP: cite(OF_KIND.SOCIAL_GROUP.law, articles.SOCIAL_GROUP),
    SOCIAL_SERVICE_INSTITUTION: cite(OF_KIND.SOCIAL_SERVICE_INSTITUTION.law, articles.SOCIAL_SERVICE_INSTITUTION),
    FOUNDATION: cite(OF_KIND.FOUNDATION.law, articles.FOUNDATION),
  };
}

/** The same ground for every kind. */
export function everyKind(citation: Citation): Readonly<Record<Kind, Citation>> {
  return { SOCIAL_GROUP: citation, SOCIAL_SERVICE_INSTITUTION: citation, FOUNDATION: citation };
}

/** Rows that say the same of each kind, each with the article of its own Regulations. */
export function rowsByKind<V>(
  id: string,
  articles: Readonly<Record<Kind, string>>,
  value: V,
): Readonly<Record<Kind, RuleRow<V>>> {
  return {
    SOCIAL_GROUP: OF_KIND.SOCIAL_GROUP.write(`SG-${id}`, articles.SOCIAL_GROUP, value),
    SOCIAL_SERVICE_INSTITUTION: OF_KIND.SOCIAL_SERVICE_INSTITUTION.write(
      `SSI-${id}`,
      articles.SOCIAL_SERVICE_INSTITUTION,
      value,
    ),
    FOUNDATION: OF_KIND.FOUNDATION.write(`FD-${id}`, articles.FOUNDATION, value),
  };
}

/** Defects that another rule found, at the place where this matter has what they speak of. */
export function moved(violations: readonly Violation[], places: Readonly<Record<string, string>>): Violation[] {
  return violations.flatMap((violation) => {
    const from = Object.keys(places).find(
      (place) => violation.pointer === place || violation.pointer.startsWith(`${place}/`),
    );
    return from === undefined
      ? []
      : [{ ...violation, pointer: `${places[from]}${violation.pointer.slice(from.length)}` }];
  });
}
