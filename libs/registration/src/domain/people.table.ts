import {
  charityLaw as ch,
  foundationRegulation as fd,
  licensingLaw as al,
  serviceInstitutionRegulation as ssi,
  socialGroupRegulation as sg,
} from './law-sources.js';

export const SOCIAL_GROUP_PEOPLE = {
  initiators: sg('SG-9-INITIATORS', '第九条第一款', { minimum: 1 }),
  identity: sg('SG-11-4-IDENTITY', '第十一条第(四)项', { required: true }),
  representative: sg('SG-12-2-REPRESENTATIVE', '第十二条第二款', { exactly: 1 }),
  otherGroups: sg('SG-12-3-OTHER-GROUPS', '第十二条第三款', { maximum: 0 }),
  politicalRights: sg('SG-13-3-POLITICAL-RIGHTS', '第十三条第(三)项', { binds: ['INITIATOR', 'LEADER'] }),
  capacity: sg('SG-13-3-CAPACITY', '第十三条第(三)项', { binds: ['INITIATOR', 'LEADER'] }),
};

/** A name is not a person: whoever bears it is asked about, and never refused for it (处罚法 and 许可法 want facts). */
export const NAME_MATCH = al('PERSON-NAME-MATCH', '第三十四条第三款', { judgedBy: 'REVIEW_OFFICER' }, 'DESIGN');

/** No limit on other posts of the legal representative; only proposed leaders are barred, not founders. */
export const SERVICE_INSTITUTION_PEOPLE = {
  founders: ssi('SSI-9-FOUNDERS', '第九条', { minimum: 1 }),
  identity: ssi('SSI-9-5-IDENTITY', '第九条第(五)项', { required: true }),
  politicalRights: ssi('SSI-11-2-4-POLITICAL-RIGHTS', '第十一条第二款第(四)项', { binds: ['LEADER'] }),
  capacity: ssi('SSI-11-2-4-CAPACITY', '第十一条第二款第(四)项', { binds: ['LEADER'] }),
  representative: ssi('SSI-12-1-REPRESENTATIVE', '第十二条第一款', { exactly: 1 }),
};

const OFFICERS = ['CHAIR', 'VICE_CHAIR', 'SECRETARY_GENERAL'] as const;

/** Art 23 and 24 bind the three officers; ages of a bar in years, stay in months of a year. */
export const FOUNDATION_PEOPLE = {
  applicants: fd('FD-9-APPLICANTS', '第九条', { minimum: 1 }),
  identity: fd('FD-9-4-IDENTITY-NUMBER', '第九条第(四)项', { required: true }),
  representative: fd('FD-11-2-REPRESENTATIVE', '第十一条第二款', { exactly: 1 }),
  officers: fd('FD-20-4-OFFICERS', '第二十条第四款', { posts: OFFICERS }),
  chairRepresents: fd('FD-20-4-CHAIR-REPRESENTS', '第二十条第四款', { post: 'CHAIR' }),
  servingOfficial: fd('FD-23-1-SERVING-OFFICIAL', '第二十三条第一款', { posts: OFFICERS }),
  otherPosts: fd('FD-23-1-OTHER-POSTS', '第二十三条第一款', { maximum: 0 }),
  residency: fd('FD-23-1-RESIDENCY', '第二十三条第一款', { residency: 'MAINLAND' }),
  sentence: fd('FD-23-2-SENTENCE', '第二十三条第二款', { years: 5 }),
  politicalRights: fd('FD-23-2-POLITICAL-RIGHTS', '第二十三条第二款', { posts: OFFICERS }),
  revokedFoundation: fd('FD-23-2-REVOKED', '第二十三条第二款', { years: 5 }),
  stay: fd('FD-24-STAY', '第二十四条', { minimumMonths: 3 }),
};

/** The council (理事会) and its supervisors. `share` 3: at most one in three. */
export const COUNCIL = {
  exists: fd('FD-20-1-COUNCIL', '第二十条第一款', { required: true }),
  size: fd('FD-20-1-SIZE', '第二十条第一款', { minimum: 5, maximum: 25 }),
  term: fd('FD-20-1-TERM', '第二十条第一款', { maximumYears: 5 }),
  kin: fd('FD-20-2-KIN', '第二十条第二款', { share: 3 }),
  noKin: fd('FD-20-2-NO-KIN', '第二十条第二款', { maximum: 0 }),
  paid: fd('FD-20-3-PAID', '第二十条第三款', { share: 3 }),
  supervisors: fd('FD-22-1-SUPERVISORS', '第二十二条第一款', { minimum: 1 }),
  conflict: fd('FD-22-1-CONFLICT', '第二十二条第一款', { maximum: 0 }),
};

/** Leaders (负责人) of a charity; years counted from the day that ends the sentence or the body. */
export const CHARITY_PEOPLE = {
  capacity: ch('CH-16-1-CAPACITY', '第十六条第(一)项', { required: true }),
  intentionalCrime: ch('CH-16-2-CRIME', '第十六条第(二)项', { years: 5 }),
  revokedBody: ch('CH-16-3-REVOKED', '第十六条第(三)项', { years: 5 }),
};
