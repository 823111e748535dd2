import type { Period, RuleRow } from '@app/kernel';
import {
  charityLaw,
  foundationRegulation as fd,
  licensingLaw as al,
  litigationLaw,
  reviewAct2023,
  serviceInstitutionRegulation as ssi,
  socialGroupRegulation as sg,
} from '../law-sources.js';
import type { Ground } from '../grounds.table.js';
import type { ExtensionRow, PeriodRow } from '../periods.table.js';
import { branchNotice, charityLaw2023 as ch, civilCode, rowsByKind } from './matter-sources.js';

const natural = (days: number): Period => ({ days, unit: 'natural', rolls: false });

/** What the change of a registered item is judged by. */
export const CHANGE_ROWS = {
  changes: rowsByKind(
    'CHANGE-ITEMS',
    { SOCIAL_GROUP: '第十八条第一款', SOCIAL_SERVICE_INSTITUTION: '第十五条第一款', FOUNDATION: '第十五条第一款' },
    { minimum: 1 },
  ),
  consent: {
    SOCIAL_GROUP: sg('SG-CHANGE-CONSENT', '第十八条第一款', { required: true }),
    SOCIAL_SERVICE_INSTITUTION: ssi('SSI-CHANGE-CONSENT', '第十五条第一款', { required: true }),
  },
  /** It binds the organization, so its last day rolls. */
  late: {
    SOCIAL_GROUP: sg('SG-CHANGE-LATE', '第十八条', { days: 30, unit: 'natural', rolls: true } as Period),
    SOCIAL_SERVICE_INSTITUTION: ssi('SSI-CHANGE-LATE', '第十五条', {
      days: 30,
      unit: 'natural',
      rolls: true,
    } as Period),
  },
  representative: rowsByKind(
    'CHANGE-REPRESENTATIVE',
    { SOCIAL_GROUP: '第十二条第二款', SOCIAL_SERVICE_INSTITUTION: '第十二条第一款', FOUNDATION: '第十一条第二款' },
    { exactly: 1 },
  ),
  /** No article gives a change a later day; none forbids to decide now what is asked for then. */
  effectiveOn: al('CHANGE-EFFECTIVE-ON', '第三十八条第一款', { mostDaysAhead: 180 }, 'DESIGN'),
};

/** A charter is approved whole; a foundation's council decides it by two thirds of those present, who are two thirds of all. */
export const CHARTER_APPROVAL_ROWS = {
  changes: rowsByKind(
    'CHARTER-CHANGES',
    { SOCIAL_GROUP: '第十八条第二款', SOCIAL_SERVICE_INSTITUTION: '第十五条第二款', FOUNDATION: '第十五条第二款' },
    { required: true },
  ),
  consent: rowsByKind(
    'CHARTER-CONSENT',
    { SOCIAL_GROUP: '第十八条第二款', SOCIAL_SERVICE_INSTITUTION: '第十五条第二款', FOUNDATION: '第十五条第二款' },
    { required: true },
  ),
  quorum: fd('FD-21-2-QUORUM', '第二十一条第二款', { of: 3, atLeast: 2 }),
  majority: fd('FD-21-3-MAJORITY', '第二十一条第三款', { of: 3, atLeast: 2 }),
};

export const CHARITY_ROWS = {
  once: ch('CH-10-2-ONCE', '第十条第二款', { required: true }),
  nonProfit: ch('CH-9-2-NON-PROFIT', '第九条第(二)项', { required: true }),
  decision: charityLaw('CH-10-2-DECISION', '第十条第二款', natural(20)) as PeriodRow,
  extension: charityLaw('CH-10-3-RECOGNITION-EXTENSION', '第十条第三款', {
    ...natural(60),
    approvedBy: { zh: '国务院民政部门', en: 'the civil affairs department of the State Council' },
    reasonsTold: false,
  }) as ExtensionRow,
};

export const FUNDRAISING_ROWS = {
  charity: ch('CH-22-1-CHARITY', '第二十二条第一款', { required: true }),
  once: ch('CH-22-1-ONCE', '第二十二条第一款', { maximum: 1 }, 'DESIGN'),
  /** Counted from the day on which it became a charity: a body that was recognized late has no year as one. */
  year: ch('CH-22-1-YEAR', '第二十二条第一款', { years: 1 }),
  governance: ch('CH-22-1-GOVERNANCE', '第二十二条第一款', { required: true }),
  decision: ch('CH-22-1-DECISION', '第二十二条第一款', natural(20)) as PeriodRow,
};

export const BRANCH_ROWS = {
  none: ssi('SSI-13-NO-BRANCH', '第十三条', { maximum: 0 }),
  below: sg('SG-17-1-NO-SUB-BRANCH', '第十七条第一款', { maximum: 0 }),
  territorial: sg('SG-17-2-NOT-TERRITORIAL', '第十七条第二款', { maximum: 0 }),
  fullName: sg('SG-17-1-PART-OF', '第十七条第一款', { required: true }),
  ownCharter: branchNotice('BR-2014-NO-CHARTER', '正文', { maximum: 0 }),
  ownAccount: branchNotice('BR-2014-NO-ACCOUNT', '正文', { maximum: 0 }),
  council: branchNotice('BR-2014-COUNCIL', '正文', { required: true }),
  once: sg('SG-17-BRANCH-ONCE', '第十七条第一款', { maximum: 1 }, 'DESIGN'),
  known: sg('SG-17-BRANCH-KNOWN', '第十七条第一款', { required: true }, 'DESIGN'),
  foundation: fd('FD-12-3-ITEMS', '第十二条第三款', { items: ['名称', '住所', '公益活动的业务范围', '负责人'] }),
  foundationKnown: fd('FD-17-1-BRANCH-KNOWN', '第十七条第一款', { required: true }),
  foundationOnce: fd('FD-12-BRANCH-ONCE', '第十二条第三款', { maximum: 1 }, 'DESIGN'),
  foundationDecision: fd('FD-12-2-DECISION', '第十二条第二款', natural(60)) as PeriodRow,
};

/** Whoever comes of a split was named by it. */
export const SPLIT_ROWS = { named: civilCode('CC-67-2-SPLIT-NAMED', '第六十七条第二款', { required: true }, 'DESIGN') };

export const UNION_ROWS = {
  named: civilCode('CC-67-NAMED', '第六十七条', { minimum: 1 }),
  known: civilCode('CC-67-1-KNOWN', '第六十七条第一款', { required: true }),
  sameKind: civilCode('CC-67-1-SAME-KIND', '第六十七条第一款', { required: true }, 'DESIGN'),
  sameRegistrar: civilCode('CC-67-1-SAME-REGISTRAR', '第六十七条第一款', { required: true }, 'DESIGN'),
  consented: civilCode('CC-67-1-CONSENTED', '第六十七条第一款', { required: true }, 'DESIGN'),
  active: civilCode('CC-67-1-ACTIVE', '第六十七条第一款', { required: true }, 'DESIGN'),
  oneAtATime: civilCode('CC-67-2-ONE-AT-A-TIME', '第六十七条第二款', { maximum: 1 }, 'DESIGN'),
  distinct: civilCode('CC-67-2-DISTINCT', '第六十七条第二款', { required: true }, 'DESIGN'),
};

export const LIQUIDATION_ROWS = {
  group: rowsByKind(
    'LIQUIDATION-GROUP',
    { SOCIAL_GROUP: '第二十条', SOCIAL_SERVICE_INSTITUTION: '第十六条第二款', FOUNDATION: '第十八条第一款' },
    { minimum: 1 },
  ),
  order: civilCode('CC-70-1-ORDER', '第七十条第一款', { required: true }),
  charityGroup: ch('CH-18-2-GROUP', '第十八条第二款', { days: 30, unit: 'natural', rolls: true } as Period),
  /** 参照适用公司法律: the notice that company law asks of a liquidation group. */
  creditors: civilCode('CC-71-CREDITORS', '第七十一条', { required: true }, 'DESIGN'),
  ended: rowsByKind(
    'LIQUIDATION-ENDED',
    { SOCIAL_GROUP: '第二十一条第一款', SOCIAL_SERVICE_INSTITUTION: '第十七条第一款', FOUNDATION: '第十八条第二款' },
    { required: true },
  ),
  late: rowsByKind(
    'DEREGISTRATION-LATE',
    { SOCIAL_GROUP: '第二十一条第一款', SOCIAL_SERVICE_INSTITUTION: '第十七条第一款', FOUNDATION: '第十八条第二款' },
    { days: 15, unit: 'natural', rolls: true } as Period,
  ),
  claims: civilCode('CC-72-CLAIMS', '第七十二条', { required: true }),
  notToMembers: civilCode('CC-95-NOT-TO-MEMBERS', '第九十五条', { required: true }),
  recipient: civilCode('CC-95-RECIPIENT', '第九十五条', { required: true }),
  returned: {
    SOCIAL_GROUP: sg('SG-21-2-RETURNED', '第二十一条第二款', { required: true }),
    SOCIAL_SERVICE_INSTITUTION: ssi('SSI-17-2-RETURNED', '第十七条第二款', { required: true }),
    FOUNDATION: fd('FD-RETURNED', '第十八条', { required: true }, 'DESIGN'),
  },
};

export const TERM_ROWS = {
  foundation: fd('FD-20-1-LEADERS-TERM', '第二十条第一款', { maximumYears: 5 }),
  /** The model charter of associations; the Regulations are silent. */
  group: sg('SG-TERM', '第十四条第(五)项', { maximumYears: 5 }, 'MEMORY'),
  order: sg('TERM-ORDER', '第十四条第(五)项', { required: true }, 'DESIGN'),
  once: sg('TERM-DELAY-ONCE', '第十四条第(五)项', { maximum: 1 }, 'DESIGN'),
  foundationDelay: fd('FD-20-1-NO-DELAY', '第二十条第一款', { maximumYears: 5 }),
  delay: sg('TERM-DELAY', '第十四条第(五)项', { maximumYears: 1 }, 'MEMORY'),
  known: sg('TERM-KNOWN', '第十四条第(五)项', { required: true }, 'DESIGN'),
};

export const CERTIFICATE_ROWS = {
  notice: al('CERTIFICATE-LOSS-NOTICE', '第三十九条', { required: true }, 'DESIGN'),
  something: sg('SG-16-SOMETHING-FILED', '第十六条', { minimum: 1 }),
  account: sg('SG-16-ACCOUNT', '第十六条', { required: true }, 'DESIGN'),
};

/** What is filed and not permitted: no law gives a period, so this is a promise. */
export const RECORDING_PERIOD: PeriodRow = al(
  'RECORDING-PERIOD',
  '第四十二条第一款',
  { days: 20, unit: 'working', rolls: false } as Period,
  'DESIGN',
);

export const REGISTER_ROWS = {
  entry: al('REGISTER-ENTRY-KNOWN', '第六十九条第一款', { required: true }, 'DESIGN'),
  again: al('REGISTER-VOID-ALREADY', '第六十九条第一款', { maximum: 1 }, 'DESIGN'),
  founding: al('REGISTER-FOUNDING-STANDS', '第六十九条第一款', { required: true }, 'DESIGN'),
  changes: al('REGISTER-CORRECTION-CHANGES', '第六十九条第一款', { minimum: 1 }, 'DESIGN'),
  item: al('REGISTER-ITEM-OF-ENTRY', '第六十九条第一款', { required: true }, 'DESIGN'),
  division: al('REGISTER-DIVISION', '第六十九条第一款', { required: true }, 'DESIGN'),
  decided: al('SANCTION-DECIDED', '第七十条第(四)项', { required: true }),
  ground: al('SANCTION-GROUND', '第七十条第(四)项', { required: true }),
  suspension: sg('SG-30-SUSPENSION', '第三十条第一款', { required: true }),
  suit: litigationLaw(
    'LT-OUTCOME',
    '第六十九条、第七十条、第七十七条',
    { results: ['UPHELD', 'CHANGED', 'ANNULLED'] },
    'DESIGN',
  ),
  remedy: reviewAct2023(
    'RA-2023-OUTCOME',
    '第六十一条、第六十三条至第六十九条',
    { results: ['UPHELD', 'CHANGED', 'ANNULLED'] },
    'DESIGN',
  ),
};

type SanctionRow = ReturnType<typeof sg<Ground>>;
const ground = (code: string, zh: string, en: string): Ground => ({ code, text: { zh, en } });
const FRAUD = ground('FRAUD', '申请登记时弄虚作假，骗取登记', 'registration obtained by deceit');
const IDLE = ground('IDLE', '自取得证书之日起一年未开展活动', 'no activity within a year of the certificate');
const SERIOUS = ground('SERIOUS', '有条例所列违法行为，情节严重', 'a serious breach that the Regulations list');
const OTHER_LAW = ground(
  'OTHER_LAW',
  '有关国家机关认为应当撤销登记',
  'another organ of the State holds that it is to be annulled',
);
const CONSENT_GONE = ground('CONSENT_GONE', '业务主管单位撤销批准', 'the supervising unit took its approval back');
const NOT_WOUND_UP = ground(
  'NOT_WOUND_UP',
  '符合注销条件，不办理注销登记仍继续活动',
  'went on although it was to be wound up',
);

/** Grounds on which registration is annulled (撤销登记), by kind. */
export const ANNULMENT_GROUNDS: Readonly<
  Record<'SOCIAL_GROUP' | 'SOCIAL_SERVICE_INSTITUTION' | 'FOUNDATION', readonly SanctionRow[]>
> = {
  SOCIAL_GROUP: [
    sg('SG-29-FRAUD', '第二十九条', FRAUD),
    sg('SG-29-IDLE', '第二十九条', IDLE),
    sg('SG-30-SERIOUS', '第三十条第一款', SERIOUS),
    sg('SG-31-OTHER-LAW', '第三十一条', OTHER_LAW),
  ],
  SOCIAL_SERVICE_INSTITUTION: [
    ssi('SSI-24-FRAUD', '第二十四条', FRAUD),
    ssi('SSI-24-CONSENT-GONE', '第二十四条', CONSENT_GONE),
    ssi('SSI-25-SERIOUS', '第二十五条第一款', SERIOUS),
    ssi('SSI-26-OTHER-LAW', '第二十六条', OTHER_LAW),
  ],
  FOUNDATION: [
    fd('FD-41-FRAUD', '第四十一条第(一)项', FRAUD),
    fd('FD-41-IDLE', '第四十一条第(一)项', IDLE),
    fd('FD-41-NOT-WOUND-UP', '第四十一条第(二)项', NOT_WOUND_UP),
    fd('FD-42-SERIOUS', '第四十二条第一款', SERIOUS),
  ],
};

/** Grounds on which a certificate is revoked (吊销登记证书): the Charity Law names it, the Regulations do not. */
export const REVOCATION_GROUNDS: readonly SanctionRow[] = [
  ch('CH-109-SERIOUS', '第一百零九条', SERIOUS),
  ch(
    'CH-110-SERIOUS',
    '第一百一十条',
    ground('DUTIES', '违反慈善法规定的义务，情节严重', 'a serious breach of the duties of a charity'),
  ),
  ch(
    'CH-111-FUNDRAISING',
    '第一百一十一条',
    ground('FUNDRAISING', '开展募捐活动违法，情节严重', 'a serious breach in fundraising'),
  ),
  ch(
    'CH-117-SECURITY',
    '第一百一十七条',
    ground(
      'SECURITY',
      '从事、资助危害国家安全或者社会公共利益活动',
      'acts against the security of the State or the public interest',
    ),
  ),
];

/** What is asked of every matter: 清算期间不得开展清算以外的活动, and an organization that ended asks for nothing. */
export const MATTER_STANDING = {
  kind: al('MATTER-KIND', '第十二条', { required: true }, 'DESIGN'),
  status: sg('SG-20-STANDING', '第二十条', { required: true }),
  part: al('MATTER-CONTENT', '第三十一条', { required: true }),
  people: al('MATTER-PEOPLE', '第三十一条', { required: true }, 'DESIGN'),
  dayToCome: al('MATTER-DAY-TO-COME', '第三十一条', { required: true }, 'DESIGN'),
};

/** Grounds on which a permission is refused to an organization that stands (不予): the Regulations list none for changes. */
export const MATTER_REFUSALS: readonly RuleRow<Ground>[] = [
  al('AL-38-M1', '第三十八条', ground('M1', '不符合法定条件、标准', 'the conditions of the law are not met')),
  al('AL-78-M2', '第七十八条', ground('M2', '隐瞒有关情况或者提供虚假材料', 'facts concealed or false papers given')),
  al('AL-38-M3', '第三十八条', ground('M3', '法律、行政法规禁止的其他情形', 'forbidden otherwise by law'), 'DESIGN'),
];
