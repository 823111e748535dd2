import type { RuleRow, Violation } from '@app/kernel';
import {
  CHARITY_CONDITIONS,
  FOUNDATION_CONDITIONS as FD,
  SERVICE_INSTITUTION_CONDITIONS,
  SOCIAL_GROUP_CONDITIONS as SG,
} from './conditions.table.js';
import type { EstablishmentFacts } from './establishment.facts.js';
import { breach, grouped, type Rule } from './judge.js';

/** 活动资金, 开办资金 and 原始基金 against the least sum of the kind and level; the sum itself is enough. */
export const fundsViolations: Rule = (facts, on): Violation[] => {
  const { charity, funds, kind } = facts;
  const none = !(funds > 0);
  const found: Violation[] = [];
  const minimum = minimumRow(facts);
  if (minimum) {
    const { name, row } = minimum;
    const least = row.value.minimum;
    const en = `${name.en} of ${grouped(funds)} yuan: less than ${grouped(least)} yuan`;
    found.push(...breach(row, on, !(funds >= least), '/funds', `${name.zh}${funds}元，不足${least}元`, en));
  }
  if (kind === 'SOCIAL_SERVICE_INSTITUTION') {
    const row = SERVICE_INSTITUTION_CONDITIONS.funds;
    found.push(
      ...breach(row, on, none, '/funds', `开办资金${funds}元，没有合法财产`, `no property: ${grouped(funds)} yuan`),
    );
  }
  if (kind === 'FOUNDATION') {
    found.push(
      ...breach(
        FD.type,
        on,
        facts.fundraising === undefined,
        '/fundraising',
        '未说明公募或者非公募',
        'public or non-public is not stated',
      ),
      ...breach(
        FD.cash,
        on,
        !facts.fundsPaidInCash,
        '/fundsPaidInCash',
        '原始基金不是到账货币资金',
        'the original fund is not cash paid in',
      ),
    );
  }
  if (charity) {
    const row = CHARITY_CONDITIONS.property;
    found.push(...breach(row, on, none, '/funds', '慈善组织没有必要的财产', 'a charity without the property it needs'));
  }
  return found;
};

type Minimum = { row: RuleRow<{ minimum: number }>; name: { zh: string; en: string } };

function minimumRow({ kind, authorityLevel, fundraising }: EstablishmentFacts): Minimum | undefined {
  const national = authorityLevel === 'NATION';
  if (kind === 'SOCIAL_GROUP') {
    const row = national ? SG.fundsNational : SG.fundsLocal;
    return { row, name: { zh: '活动资金', en: 'activity funds' } };
  }
  if (kind !== 'FOUNDATION' || fundraising === undefined) return undefined;
  const name = { zh: '原始基金', en: 'original fund' };
  if (fundraising === 'NON_PUBLIC') return { row: FD.fundsNonPublic, name };
  return { row: national ? FD.fundsNationalPublic : FD.fundsLocalPublic, name };
}
