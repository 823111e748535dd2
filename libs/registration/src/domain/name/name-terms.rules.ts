import type { RuleRow, Violation } from '@app/kernel';
import { breach, type Rule } from '../judge.js';
import {
  FORBIDDEN_TERMS,
  type ForbiddenTerms,
  FOREIGN_SCRIPT,
  NATIONAL_PREFIX,
  SIGNS,
} from './forbidden-terms.table.js';
import { normalName } from './name-structure.js';

/** 中国, 全国, 中华 at the head of a name. */
export const prefixViolations: Rule = ({ kind, name, authorityLevel }, on): Violation[] => {
  const row = NATIONAL_PREFIX[kind];
  const term = row.value.terms.find((word) => normalName(name).startsWith(word));
  const open = authorityLevel === 'NATION' && kind !== 'SOCIAL_SERVICE_INSTITUTION';
  const who = kind === 'SOCIAL_SERVICE_INSTITUTION' ? '社会服务机构' : '地方性组织';
  const en = kind === 'SOCIAL_SERVICE_INSTITUTION' ? 'such an institution' : 'a local body';
  return breach(
    row,
    on,
    term !== undefined && !open,
    '/name',
    `${who}名称不得冠以“${term}”`,
    `the name of ${en} may not begin with ${term}`,
  );
};

/** Words and signs that no name may contain, each named. */
export const termViolations: Rule = (facts, on): Violation[] => {
  const name = normalName(facts.name);
  const foreign = matches(name, FOREIGN_SCRIPT.value.pattern);
  const signs = matches(name, SIGNS.value.pattern);
  return [
    ...FORBIDDEN_TERMS.flatMap((row) =>
      forbiddenIn(name, row).flatMap((term) =>
        breach(row, on, true, '/name', `名称不得含有“${term}”`, `the name may not contain ${term}`),
      ),
    ),
    ...breach(
      FOREIGN_SCRIPT,
      on,
      foreign !== '',
      '/name',
      `名称不得含有外国文字或者数字“${foreign}”`,
      `the name may not contain foreign letters or digits: ${foreign}`,
    ),
    ...breach(
      SIGNS,
      on,
      signs !== '',
      '/name',
      `名称不得含有符号“${signs}”`,
      `the name may not contain signs: ${signs}`,
    ),
  ];
};

/** The terms of a row that stand in a name outside the words that make them lawful. */
function forbiddenIn(name: string, { value: { terms, except } }: RuleRow<ForbiddenTerms>): string[] {
  const judged = except.reduce((text, lawful) => text.replaceAll(lawful, '＿'), name);
  return terms.filter((term) => judged.includes(term));
}

function matches(name: string, pattern: string): string {
  return [...new Set(name.match(new RegExp(pattern, 'gu')))].join('');
}
