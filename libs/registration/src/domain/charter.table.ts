import type { RuleRow } from '@app/kernel';
import type { Kind } from '@app/register';
import {
  charityLaw,
  foundationRegulation,
  type RowWriter,
  serviceInstitutionRegulation,
  socialGroupRegulation,
} from './law-sources.js';

/** One item that a charter must contain: `item` is its number within the article. */
export interface CharterItem {
  readonly item: number;
  readonly zh: string;
  readonly en: string;
}

export type CharterRow = RuleRow<CharterItem>;

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function items(write: RowWriter, prefix: string, article: string, texts: readonly (readonly [string, string])[]) {
  return texts.map(([zh, en], index) =>
    write(`${prefix}-${index + 1}`, `${article}第(${NUMERALS[index]})项`, { item: index + 1, zh, en }),
  );
}

const SOCIAL_GROUP = items(socialGroupRegulation, 'SG-14', '第十四条', [
  ['名称、住所', 'name and residence'],
  ['宗旨、业务范围和活动地域', 'purpose, scope and area of activity'],
  ['会员资格及权利义务', 'membership, rights and duties'],
  ['组织管理制度和执行机构的产生', 'democratic management and how the executive organ comes about'],
  ['负责人的条件和产生、罢免', 'leaders: qualifications, election, removal'],
  ['资产管理和使用原则', 'assets: management and use'],
  ['章程修改程序', 'how the charter is amended'],
  ['终止程序和资产处理', 'termination and what becomes of the assets'],
  ['其他应由章程规定的事项', 'other matters for the charter'],
]);

const SERVICE_INSTITUTION = items(serviceInstitutionRegulation, 'SSI-10', '第十条', [
  ['名称、住所', 'name and residence'],
  ['宗旨和业务范围', 'purpose and scope'],
  ['组织管理制度', 'management'],
  ['法定代表人或者负责人的产生、罢免', 'legal representative or head: appointment, removal'],
  ['资产管理和使用原则', 'assets: management and use'],
  ['章程修改程序', 'how the charter is amended'],
  ['终止程序和资产处理', 'termination and what becomes of the assets'],
  ['其他需由章程规定的事项', 'other matters for the charter'],
]);

const FOUNDATION = items(foundationRegulation, 'FD-10-2', '第十条第二款', [
  ['名称及住所', 'name and residence'],
  ['设立宗旨和业务范围', 'purpose and scope of public benefit'],
  ['原始基金数额', 'sum of the original fund'],
  ['理事会的组成、职权、议事规则和理事任期', 'council: composition, powers, procedure; directors and their term'],
  ['法定代表人的职责', 'duties of the legal representative'],
  ['监事的职责、资格、产生和任期', 'supervisors: duties, qualifications, appointment, term'],
  ['财务会计报告的编制、审定', 'accounts: preparation and approval'],
  ['财产的管理、使用', 'property: management and use'],
  ['终止条件、程序和财产处理', 'termination and what becomes of the property'],
]);

/** Items that a charity's charter needs besides; numbered by art 11 of the Charity Law, alike in 2016 and 2023. */
export const CHARITY_CHARTER_ROWS: readonly CharterRow[] = items(charityLaw, 'CH-11', '第十一条', [
  ['名称和住所', 'name and residence'],
  ['组织形式', 'form of organization'],
  ['宗旨和活动范围', 'purpose and scope of activity'],
  ['财产来源及构成', 'sources and make-up of property'],
  ['决策、执行机构的组成及职责', 'deciding and executive organs: composition and duties'],
  ['内部监督机制', 'internal supervision'],
  ['财产管理使用制度', 'property: management and use'],
  ['项目管理制度', 'management of projects'],
  ['终止情形及清算办法', 'causes of termination and liquidation'],
  ['其他重要事项', 'other important matters'],
]);

export const CHARTER_ROWS: Readonly<Record<Kind, readonly CharterRow[]>> = {
  SOCIAL_GROUP,
  SOCIAL_SERVICE_INSTITUTION: SERVICE_INSTITUTION,
  FOUNDATION,
};
