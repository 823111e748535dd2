import type { Bilingual, RuleRow } from '@app/kernel';
import type { Kind } from '@app/register';
import type { DocumentKind, Track } from './establishment.facts.js';
import {
  directRegistrationPolicy as dr,
  foundationRegulation as fd,
  serviceInstitutionRegulation as ssi,
  socialGroupRegulation as sg,
} from './law-sources.js';

export interface DocumentRule {
  readonly document: DocumentKind;
  readonly name: Bilingual;
  /** Absent: on both tracks. */
  readonly track?: Track;
}

export type DocumentRow = RuleRow<DocumentRule>;

const FORM = { zh: '登记申请书', en: 'application for registration' };
const CONSENT = { zh: '业务主管单位的批准文件', en: 'approval of the supervising unit' };
const CAPITAL = { zh: '验资报告', en: 'capital verification' };
const PREMISES = { zh: '场所使用权证明', en: 'proof of the right to use the premises' };
const CHARTER = { zh: '章程草案', en: 'draft charter' };

const SOCIAL_GROUP: readonly DocumentRow[] = [
  sg('SG-11-1-APPLICATION', '第十一条第(一)项', { document: 'APPLICATION_FORM', name: FORM }),
  sg('SG-11-2-CONSENT', '第十一条第(二)项', { document: 'SUPERVISOR_CONSENT', name: CONSENT, track: 'DUAL' }),
  sg('SG-11-3-CAPITAL', '第十一条第(三)项', { document: 'CAPITAL_VERIFICATION', name: CAPITAL }),
  sg('SG-11-3-PREMISES', '第十一条第(三)项', { document: 'PREMISES_RIGHT', name: PREMISES }),
  sg('SG-11-4-PERSONS', '第十一条第(四)项', {
    document: 'PERSONS_IDENTITY',
    name: {
      zh: '发起人和拟任负责人的基本情况、身份证明',
      en: 'particulars and identity of initiators and proposed leaders',
    },
  }),
  sg('SG-11-5-CHARTER', '第十一条第(五)项', { document: 'CHARTER_DRAFT', name: CHARTER }),
  /** Not in art 11: it proves the number of members of art 10. */
  sg(
    'SG-10-1-1-ROSTER',
    '第十条第一款第(一)项',
    { document: 'MEMBER_ROSTER', name: { zh: '会员名册', en: 'roster of members' } },
    'DESIGN',
  ),
];

const SERVICE_INSTITUTION: readonly DocumentRow[] = [
  ssi('SSI-9-1-APPLICATION', '第九条第(一)项', { document: 'APPLICATION_FORM', name: FORM }),
  ssi('SSI-9-2-CONSENT', '第九条第(二)项', { document: 'SUPERVISOR_CONSENT', name: CONSENT, track: 'DUAL' }),
  ssi('SSI-9-3-PREMISES', '第九条第(三)项', { document: 'PREMISES_RIGHT', name: PREMISES }),
  ssi('SSI-9-4-CAPITAL', '第九条第(四)项', { document: 'CAPITAL_VERIFICATION', name: CAPITAL }),
  ssi('SSI-9-5-PERSONS', '第九条第(五)项', {
    document: 'PERSONS_IDENTITY',
    name: { zh: '拟任负责人的基本情况、身份证明', en: 'particulars and identity of the proposed leaders' },
  }),
  ssi('SSI-9-6-CHARTER', '第九条第(六)项', { document: 'CHARTER_DRAFT', name: CHARTER }),
];

const FOUNDATION: readonly DocumentRow[] = [
  fd('FD-9-1-APPLICATION', '第九条第(一)项', {
    document: 'APPLICATION_FORM',
    name: { zh: '申请书', en: 'application' },
  }),
  fd('FD-9-2-CHARTER', '第九条第(二)项', { document: 'CHARTER_DRAFT', name: CHARTER }),
  fd('FD-9-3-CAPITAL', '第九条第(三)项', { document: 'CAPITAL_VERIFICATION', name: { ...CAPITAL, zh: '验资证明' } }),
  fd('FD-9-3-PREMISES', '第九条第(三)项', {
    document: 'PREMISES_RIGHT',
    name: { zh: '住所证明', en: 'proof of the residence' },
  }),
  fd('FD-9-4-DIRECTORS', '第九条第(四)项', {
    document: 'DIRECTOR_LIST',
    name: { zh: '理事名单', en: 'list of directors' },
  }),
  fd('FD-9-4-IDENTITY', '第九条第(四)项', {
    document: 'PERSONS_IDENTITY',
    name: { zh: '理事身份证明', en: 'identity of the directors' },
  }),
  fd('FD-9-4-RESUMES', '第九条第(四)项', {
    document: 'LEADER_RESUMES',
    name: { zh: '拟任理事长、副理事长、秘书长简历', en: 'CVs of chair, vice chairs and secretary-general' },
  }),
  fd('FD-9-5-CONSENT', '第九条第(五)项', {
    document: 'SUPERVISOR_CONSENT',
    name: { zh: '业务主管单位同意设立的文件', en: 'consent of the supervising unit' },
    track: 'DUAL',
  }),
];

/** What direct registration adds for every kind. */
const DIRECT: readonly DocumentRow[] = [
  dr(
    'DR-SELF-ASSESSMENT',
    '“稳妥推进直接登记”部分',
    {
      document: 'CLASS_SELF_ASSESSMENT',
      name: { zh: '直接登记类别自评', en: 'self-assessment of the class' },
      track: 'DIRECT',
    },
    'DESIGN',
  ),
  dr(
    'DR-INITIATORS-STATEMENT',
    '“强化发起人责任”部分',
    {
      document: 'INITIATORS_STATEMENT',
      name: { zh: '发起人责任声明', en: 'statement of the initiators’ liability' },
      track: 'DIRECT',
    },
    'MEMORY',
  ),
];

/** A trade that needs a licence of its own shows it, and the registrar simplifies the rest. Never demanded here. */
export const PRACTICE_LICENCE_ROW: DocumentRow = ssi('SSI-12-2-LICENCE', '第十二条第二款', {
  document: 'PRACTICE_LICENCE',
  name: { zh: '执业许可证明文件', en: 'licence to practise' },
});

export const DOCUMENT_ROWS: Readonly<Record<Kind, readonly DocumentRow[]>> = {
  SOCIAL_GROUP: [...SOCIAL_GROUP, ...DIRECT],
  SOCIAL_SERVICE_INSTITUTION: [...SERVICE_INSTITUTION, ...DIRECT],
  FOUNDATION: [...FOUNDATION, ...DIRECT],
};
