import { cite, type LegalDate, type Mark, type Period, type RuleRow } from '@app/kernel';

/** 京办发〔2016〕43号 asks for a system of filing; no text of the city that fixes its terms was found. */
const PLAN = cite('京办发〔2016〕43号', '四(二)');
/** Rules of another province, as a guide restates them: what a community group is and is not. */
const SICHUAN = cite('四川省社区社会组织分类管理办法', '社区社会组织的范围和类别');
const HENAN = cite('豫民文〔2021〕235号', '社区社会组织备案');
/** The day of the plan: before it nothing here is asked for. */
const SINCE: LegalDate = '2016-11-11';

function row<V>(id: string, value: V, mark: Mark = 'DESIGN', citation = PLAN): RuleRow<V> {
  return Object.freeze({ id, value, citation, inForceFrom: SINCE, mark });
}

/** 生活服务, 社区事务, 文体活动, 公益慈善. */
export const GROUP_KINDS_ROW = row('FILING-KIND', { kinds: 4 }, 'RESTATED', SICHUAN);

/** It does no business. */
export const NO_BUSINESS = row('FILING-NO-BUSINESS', { forProfit: false }, 'RESTATED', SICHUAN);

/** Owners' assemblies and committees are organs under another law, not groups. */
export const OWNERS_COMMITTEE = row(
  'FILING-OWNERS-COMMITTEE',
  ['业主委员会', '业委会', '业主大会', '物业管理委员会', '物管会'],
  'RESTATED',
  SICHUAN,
);

/** A residents' committee and the committees that it sets up (第十三条) are organs of self-government. */
export const COMMITTEE_ORGAN = row(
  'FILING-COMMITTEE-ORGAN',
  [
    ...['居民委员会', '居委会', '村民委员会', '村委会', '居民小组', '村民小组', '人民调解委员会'],
    ...['治安保卫委员会', '公共卫生委员会', '居务监督委员会', '村务监督委员会'],
  ],
  'VERIFIED',
  cite('中华人民共和国城市居民委员会组织法', '第十三条'),
);

/** What the name of a group ends in. */
export const NAME_ENDING = row('FILING-NAME-ENDING', [
  ...['队', '社', '组', '团', '班', '坊', '圈', '群', '站', '角', '汇', '沙龙', '俱乐部', '志愿者之家', '工作室'],
]);

/** Words by which registered organizations are known: a filed group does not bear them. */
export const NAME_RESERVED = row('FILING-NAME-RESERVED', [
  ...['协会', '基金会', '学会', '研究会', '联合会', '促进会', '商会', '总会', '联盟', '中心', '研究院', '服务机构'],
]);

/** Words that claim more than a place. */
export const NAME_FORBIDDEN = row('FILING-NAME-FORBIDDEN', [
  '中国',
  '中华',
  '全国',
  '国家',
  '国际',
  '世界',
  '人民政府',
]);

/** A name has between so many characters. */
export const NAME_LENGTH = row('FILING-NAME-LENGTH', { least: 3, most: 40 });

/** Local rules ask for five, or more; which number holds in the city was not found. */
export const MEMBERS = row('FILING-MEMBERS', { least: 5 }, 'MEMORY', HENAN);
export const ONLINE_MEMBERS = row('FILING-ONLINE-MEMBERS', { least: 10 });

/** Who leads it, by real name and of age. */
export const LEADER = row('FILING-LEADER', { realName: true, leastAge: 18 });
export const PURPOSE = row('FILING-PURPOSE', { required: true });
export const ACTIVITIES = row('FILING-ACTIVITIES', { required: true });
export const MEETING_PLACE = row('FILING-MEETING-PLACE', { routes: ['TERRITORIAL', 'HUB'] });
export const FUNDS_SOURCE = row('FILING-FUNDS-SOURCE', { required: true });
export const RULE_SHEET = row('FILING-RULE-SHEET', { required: true });
/** What the residents' committee of the place says of it (居民委员会意见). */
export const COMMUNITY_OPINION = row('FILING-COMMUNITY-OPINION', { routes: ['TERRITORIAL'] });
/** It meets in a street or township, which lies with the office that files it. */
export const PLACE = row('FILING-PLACE', { digits: 9 });
/** A hub files groups of its field, and says how the group belongs to it. */
export const FIELD = row('FILING-FIELD', { routes: ['HUB'] });

/** 探索网络社团备案: what a group of the net is known by. */
export const ONLINE_PLACE = row('FILING-ONLINE-PLACE', { platform: true, groupNumber: true });
export const ONLINE_ADMINISTRATORS = row('FILING-ONLINE-ADMINISTRATORS', { least: 2, realName: true });
export const ONLINE_MODERATION = row('FILING-ONLINE-MODERATION', { required: true });
export const ONLINE_CONTACT = row('FILING-ONLINE-CONTACT', { name: true, telephone: true });

/** The office answers within so many days; what is to be corrected is corrected within so many. */
export const DECISION_PERIOD = row<Period>('FILING-DECISION', { days: 10, unit: 'working', rolls: true });
export const CORRECTION_PERIOD = row<Period>('FILING-CORRECTION', { days: 15, unit: 'working', rolls: true });

/** A filing is renewed every two years. */
export const REVIEW = row('FILING-REVIEW', { years: 2 });
/** The group is told so many days before, may ask for it from then on, and lapses so many days after. */
export const REVIEW_NOTICE = row('FILING-REVIEW-NOTICE', { days: 60 });
export const REVIEW_GRACE = row('FILING-REVIEW-GRACE', { days: 30 });

/** Nobody leads more than so many groups. */
export const LEADS = row('FILING-LEADS', { most: 3 });

/** One group is filed once: two filings of one are found and decided. */
export const ONE_FILING = row('FILING-ONCE', { filings: 1 });
/** Only a filing that stands can change, be renewed, end or be promoted. */
export const STANDS = row('FILING-STANDS', { status: 'ACTIVE' });
/** Why a filing is refused. */
export const FILING_REFUSALS = {
  CONDITIONS: row('FILING-REFUSAL-CONDITIONS', { zh: '不具备备案条件', en: 'the conditions of filing are not met' }),
  DUPLICATE: row('FILING-REFUSAL-DUPLICATE', { zh: '同一组织已经备案', en: 'the same group is filed already' }),
  FALSE: row('FILING-REFUSAL-FALSE', { zh: '材料不实', en: 'the papers are not true' }),
  OUTSIDE: row('FILING-REFUSAL-OUTSIDE', { zh: '不属于备案范围', en: 'it is nothing that is filed' }),
} as const;
export type FilingRefusal = keyof typeof FILING_REFUSALS;

/** The rows that a filing is judged by: a decision stores them. */
export const FILING_ROWS: readonly RuleRow[] = [
  ...[GROUP_KINDS_ROW, NO_BUSINESS, OWNERS_COMMITTEE, COMMITTEE_ORGAN],
  ...[NAME_ENDING, NAME_RESERVED, NAME_FORBIDDEN, NAME_LENGTH],
  ...[MEMBERS, ONLINE_MEMBERS, LEADER, PURPOSE, ACTIVITIES, MEETING_PLACE, FUNDS_SOURCE, RULE_SHEET],
  ...[COMMUNITY_OPINION, PLACE, FIELD, ONLINE_PLACE, ONLINE_ADMINISTRATORS, ONLINE_MODERATION, ONLINE_CONTACT],
  ...[LEADS, DECISION_PERIOD, CORRECTION_PERIOD, REVIEW, REVIEW_NOTICE, REVIEW_GRACE, ONE_FILING, STANDS],
];
