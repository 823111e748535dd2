import {
  charityLaw as ch,
  foundationRegulation as fd,
  serviceInstitutionRegulation as ssi,
  socialGroupRegulation as sg,
} from './law-sources.js';

/** Conditions of a 社会团体. Sums in yuan, `minimum` inclusive. */
export const SOCIAL_GROUP_CONDITIONS = {
  /** A group of both sorts of member is counted as a whole: it needs the mixed total, not 30 units. */
  members: sg('SG-10-1-1-MEMBERS', '第十条第一款第(一)项', { individuals: 50, units: 30, mixedTotal: 50 }),
  name: sg('SG-10-1-2-NAME', '第十条第一款第(二)项', { required: true }),
  organs: sg('SG-10-1-2-ORGANS', '第十条第一款第(二)项', { minimum: 1 }),
  premises: sg('SG-10-1-3-PREMISES', '第十条第一款第(三)项', { required: true }),
  staff: sg('SG-10-1-4-STAFF', '第十条第一款第(四)项', { minimum: 1 }),
  fundsNational: sg('SG-10-1-5-FUNDS-NATIONAL', '第十条第一款第(五)项', { minimum: 100_000 }),
  fundsLocal: sg('SG-10-1-5-FUNDS-LOCAL', '第十条第一款第(五)项', { minimum: 30_000 }),
  liability: sg('SG-10-1-6-LIABILITY', '第十条第一款第(六)项', { required: true }),
  purpose: sg('SG-12-2-PURPOSE', '第十二条第二款', { required: true }),
  scope: sg('SG-12-2-SCOPE', '第十二条第二款', { required: true }),
  activityArea: sg('SG-12-2-AREA', '第十二条第二款', { required: true }),
  registrar: sg('SG-6-REGISTRAR', '第六条第一款', { levels: ['NATION', 'PROVINCE', 'CITY', 'DISTRICT'] }),
  seat: sg('SG-7-SEAT', '第七条', { within: 'REGISTRAR_DIVISION' }),
};

/** Conditions of a 社会服务机构 (民办非企业单位): no number of members, no sum of money. */
export const SERVICE_INSTITUTION_CONDITIONS = {
  name: ssi('SSI-8-1-2-NAME', '第八条第一款第(二)项', { required: true }),
  organs: ssi('SSI-8-1-2-ORGANS', '第八条第一款第(二)项', { minimum: 1 }),
  staff: ssi('SSI-8-1-3-STAFF', '第八条第一款第(三)项', { minimum: 1 }),
  /** Lawful property fit for the work: more than nothing; trades may set sums. */
  funds: ssi('SSI-8-1-4-FUNDS', '第八条第一款第(四)项', { above: 0 }),
  premises: ssi('SSI-8-1-5-PREMISES', '第八条第一款第(五)项', { required: true }),
  purpose: ssi('SSI-12-1-PURPOSE', '第十二条第一款', { required: true }),
  scope: ssi('SSI-12-1-SCOPE', '第十二条第一款', { required: true }),
  /** 合伙 and 个体 are still printed in the article; since the Civil Code only the 法人 form is used (from memory). */
  liability: ssi('SSI-12-1-LIABILITY', '第十二条第一款', { form: '法人' }, 'MEMORY'),
  registrar: ssi('SSI-5-REGISTRAR', '第五条第一款', { levels: ['NATION', 'PROVINCE', 'CITY', 'DISTRICT'] }),
  /**
   * Under DUAL the level of the supervising unit fixes the registrar (第六条) and the seat may lie elsewhere
   * (第七条). Without such a unit nothing fixes it: our reading is that the seat does.
   */
  seat: ssi('SSI-6-SEAT', '第六条、第七条', { within: 'REGISTRAR_DIVISION', track: 'DIRECT' }, 'DESIGN'),
};

/** Conditions of a 基金会. Sums in yuan, `minimum` inclusive, `above` exclusive. */
export const FOUNDATION_CONDITIONS = {
  type: fd('FD-3-TYPE', '第三条', { types: ['PUBLIC', 'NON_PUBLIC'] }),
  registrar: fd('FD-6-REGISTRAR', '第六条第一款', { levels: ['NATION', 'PROVINCE'] }),
  /** What the ministry takes of itself: national public, a representative from outside, or a large fund. */
  ministry: fd('FD-6-2-MINISTRY', '第六条第二款', { above: 20_000_000 }),
  outsideRepresentative: fd('FD-6-2-2-OUTSIDE-REPRESENTATIVE', '第六条第二款第(二)项', { level: 'NATION' }),
  seat: fd('FD-6-3-SEAT', '第六条第三款', { within: 'REGISTRAR_DIVISION' }),
  purpose: fd('FD-8-1-PURPOSE', '第八条第(一)项', { required: true }),
  fundsNationalPublic: fd('FD-8-2-FUNDS-NATIONAL-PUBLIC', '第八条第(二)项', { minimum: 8_000_000 }),
  fundsLocalPublic: fd('FD-8-2-FUNDS-LOCAL-PUBLIC', '第八条第(二)项', { minimum: 4_000_000 }),
  fundsNonPublic: fd('FD-8-2-FUNDS-NON-PUBLIC', '第八条第(二)项', { minimum: 2_000_000 }),
  cash: fd('FD-8-2-CASH', '第八条第(二)项', { required: true }),
  name: fd('FD-8-3-NAME', '第八条第(三)项', { required: true }),
  organs: fd('FD-8-3-ORGANS', '第八条第(三)项', { minimum: 1 }),
  staff: fd('FD-8-3-STAFF', '第八条第(三)项', { minimum: 1 }),
  premises: fd('FD-8-4-PREMISES', '第八条第(四)项', { required: true }),
  liability: fd('FD-8-5-LIABILITY', '第八条第(五)项', { required: true }),
  scope: fd('FD-11-2-SCOPE', '第十一条第二款', { required: true }),
};

/** What a charity (慈善组织) needs besides the conditions of its kind. */
export const CHARITY_CONDITIONS = {
  purpose: ch('CH-9-1-PURPOSE', '第九条第(一)项', { required: true }),
  name: ch('CH-9-3-NAME', '第九条第(三)项', { required: true }),
  premises: ch('CH-9-3-PREMISES', '第九条第(三)项', { required: true }),
  property: ch('CH-9-5-PROPERTY', '第九条第(五)项', { above: 0 }),
  organs: ch('CH-9-6-ORGANS', '第九条第(六)项', { minimum: 1 }),
};
