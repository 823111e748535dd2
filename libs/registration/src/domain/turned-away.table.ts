import type { Bilingual, RuleRow } from '@app/kernel';
import { overseasNgoLaw, socialGroupRegulation as sg } from './law-sources.js';

export interface Elsewhere {
  readonly reason: Bilingual;
  /** The right address. */
  readonly address: Bilingual;
}

/** Registered by the police, of the country or the province; {province} is filled in where it is known. */
export const OVERSEAS_OFFICE_ROW: RuleRow<Elsewhere> = overseasNgoLaw('ON-6-1-OVERSEAS', '第六条第一款、第九条第一款', {
  reason: {
    zh: '境外非政府组织代表机构不由民政部门登记',
    en: 'a representative office of an overseas NGO is not registered by civil affairs',
  },
  address: {
    zh: '国务院公安部门或者{province}公安机关（须先经其业务主管单位同意）',
    en: 'the public security organ of the State Council or of {province}, after its supervising unit consents',
  },
});

/** The three sorts of group that need no registration. */
export const EXEMPT_GROUP_ROWS = {
  cppccBody: sg('SG-3-3-1-CPPCC', '第三条第三款第(一)项', {
    reason: {
      zh: '参加中国人民政治协商会议的人民团体不属于登记范围',
      en: 'a people’s organization of the CPPCC is outside registration',
    },
    address: {
      zh: '无须登记；机构事项请向同级机构编制管理机关办理',
      en: 'no registration; turn to the establishment organ of the same level',
    },
  }),
  exemptedByStateCouncil: sg('SG-3-3-2-EXEMPTED', '第三条第三款第(二)项', {
    reason: {
      zh: '经国务院批准免于登记的团体不属于登记范围',
      en: 'a group exempted by the State Council is outside registration',
    },
    address: {
      zh: '无须登记；请向国务院机构编制管理机关办理',
      en: 'no registration; turn to the establishment organ of the State Council',
    },
  }),
  internalToOneUnit: sg('SG-3-3-3-INTERNAL', '第三条第三款第(三)项', {
    reason: {
      zh: '单位内部成立并在本单位内部活动的团体不属于登记范围',
      en: 'a group inside one unit that acts inside it only is outside registration',
    },
    address: { zh: '无须登记；由本单位批准', en: 'no registration; the unit itself approves it' },
  }),
} satisfies Record<string, RuleRow<Elsewhere>>;
