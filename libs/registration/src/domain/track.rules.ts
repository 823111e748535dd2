import { type Bilingual, cite, isLegalDate, type LegalDate, type Violation } from '@app/kernel';
import type { Category } from '@app/register';
import type { EstablishmentFacts } from './establishment.facts.js';
import { breach, isBlank, type Rule } from './judge.js';
import { DIRECT_CLASSES, SUPERVISOR_ROWS, TRACK_ROWS } from './track.table.js';

/** DIRECT: a class with a reason and no excluded field; DUAL: a supervising unit that has consented. */
export const trackViolations: Rule = (facts, on): Violation[] =>
  facts.track === 'DIRECT' ? directViolations(facts, on) : dualViolations(facts, on);

/**
 * The class claimed for direct registration, which the reviewer has not confirmed, with its limit: no rule can judge
 * a field of science.
 */
export function unconfirmedClass(category: Category | undefined, pointer: string): Violation {
  const { zh, en } = classWithLimit(category);
  return {
    code: 'CATEGORY_UNCONFIRMED',
    pointer,
    message: {
      zh: `直接登记须由审查人员确认属于${zh}并写明理由`,
      en: `direct registration needs the reviewer to confirm, with a reason, that it belongs to ${en}`,
    },
    citation: cite('京办发〔2016〕43号', '四、(二)'),
  };
}

function classWithLimit(category: Category | undefined): Bilingual {
  if (category === undefined) return { zh: '所申请的类别', en: 'the class claimed' };
  const { name, limit } = DIRECT_CLASSES[category].value;
  return { zh: `${name.zh}（${limit.zh}）`, en: `${name.en} (${limit.en})` };
}

function directViolations(facts: EstablishmentFacts, on: LegalDate): Violation[] {
  const { category, nature } = facts;
  const rows = TRACK_ROWS;
  const claimed = classWithLimit(category);
  const wrongKind = category === 'INDUSTRY' && !rows.industryKind.value.kinds.includes(facts.kind);
  return [
    ...breach(
      rows.category,
      on,
      category === undefined,
      '/category',
      '直接登记未说明类别',
      'direct registration without a class',
    ),
    ...breach(
      rows.reason,
      on,
      isBlank(facts.categoryReason),
      '/categoryReason',
      `没有说明属于${claimed.zh}的理由`,
      `no reason why it belongs to ${claimed.en}`,
    ),
    ...breach(
      rows.industryKind,
      on,
      wrongKind,
      '/category',
      '行业协会商会类只能登记为社会团体',
      'trade associations and chambers of commerce: only a social group',
    ),
    ...breach(
      rows.political,
      on,
      nature.politicalOrLegal,
      '/track',
      '政治法律类不得直接登记',
      'political and legal bodies may not register directly',
    ),
    ...breach(
      rows.religious,
      on,
      nature.religious,
      '/track',
      '宗教类不得直接登记',
      'religious bodies may not register directly',
    ),
  ];
}

function dualViolations({ kind, supervisingUnit: unit }: EstablishmentFacts, on: LegalDate): Violation[] {
  const row = SUPERVISOR_ROWS[kind];
  if (unit === undefined || isBlank(unit.name)) {
    return breach(row, on, true, '/supervisingUnit', '没有业务主管单位', 'no supervising unit');
  }
  const { consentedOn } = unit;
  const at = '/supervisingUnit/consentedOn';
  if (consentedOn === undefined || !isLegalDate(consentedOn)) {
    return breach(row, on, true, at, `${unit.name}尚未同意`, `${unit.name} has not consented`);
  }
  return breach(
    row,
    on,
    consentedOn > on,
    at,
    `同意日期${consentedOn}晚于${on}`,
    `the consent of ${consentedOn} lies after ${on}`,
  );
}
