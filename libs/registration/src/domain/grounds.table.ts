import { type Bilingual, isInForce, type LegalDate, type RuleRow } from '@app/kernel';
import type { Kind } from '@app/register';
import {
  foundationRegulation as fd,
  licensingLaw as al,
  serviceInstitutionRegulation as ssi,
  socialGroupRegulation as sg,
} from './law-sources.js';

/**
 * R1 purpose or scope against the Regulations, R2 a like body and no need, R3 a barred person, R4 deceit,
 * R5 forbidden by another law or regulation, R6 the conditions for establishment are not met.
 */
export type RefusalCode = 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6';

export interface Ground<C extends string = string> {
  readonly code: C;
  readonly text: Bilingual;
}

const R1 = { zh: '宗旨、业务范围违反条例规定', en: 'purpose or scope against the Regulations' };
const R2 = {
  zh: '同一行政区域内已有业务范围相同或者相似的组织，没有必要成立',
  en: 'a body of the same or a similar scope exists in the same area and another is not needed',
};
const R3 = {
  zh: '有关人员受过剥夺政治权利的刑罚或者不具有完全民事行为能力',
  en: 'a person concerned was deprived of political rights or lacks full civil capacity',
};
const R4 = { zh: '申请时弄虚作假', en: 'deceit in the application' };
const R5 = { zh: '法律、行政法规禁止的其他情形', en: 'forbidden otherwise by law or administrative regulation' };
const R6 = { zh: '不符合成立条件', en: 'the conditions for establishment are not met' };

export type RefusalRow = RuleRow<Ground<RefusalCode>>;
export type NonAdmissionRow = RuleRow<Ground<NonAdmissionCode>>;

/** The Regulations on foundations list no grounds: they follow from its conditions; a like body is no ground. */
export const REFUSAL_GROUNDS: Readonly<Record<Kind, readonly RefusalRow[]>> = {
  SOCIAL_GROUP: [
    sg('SG-13-R1', '第十三条第(一)项', { code: 'R1', text: R1 }),
    sg('SG-13-R2', '第十三条第(二)项', { code: 'R2', text: R2 }),
    sg('SG-13-R3', '第十三条第(三)项', { code: 'R3', text: R3 }),
    sg('SG-13-R4', '第十三条第(四)项', { code: 'R4', text: R4 }),
    sg('SG-13-R5', '第十三条第(五)项', { code: 'R5', text: R5 }),
    sg('SG-10-R6', '第十条', { code: 'R6', text: R6 }),
  ],
  SOCIAL_SERVICE_INSTITUTION: [
    ssi('SSI-11-R1', '第十一条第二款第(一)项', { code: 'R1', text: R1 }),
    ssi('SSI-11-R2', '第十一条第二款第(三)项', { code: 'R2', text: R2 }),
    ssi('SSI-11-R3', '第十一条第二款第(四)项', { code: 'R3', text: R3 }),
    ssi('SSI-11-R4', '第十一条第二款第(二)项', { code: 'R4', text: R4 }),
    ssi('SSI-11-R5', '第十一条第二款第(五)项', { code: 'R5', text: R5 }),
    ssi('SSI-8-R6', '第八条', { code: 'R6', text: R6 }),
  ],
  FOUNDATION: [
    fd('FD-4-R1', '第四条、第八条第(一)项', { code: 'R1', text: R1 }),
    fd('FD-23-R3', '第二十三条', {
      code: 'R3',
      text: { zh: '拟任理事长、副理事长、秘书长属于不得任职的人员', en: 'a proposed officer is barred from the post' },
    }),
    al('AL-78-FD-R4', '第七十八条', { code: 'R4', text: R4 }),
    al('AL-38-FD-R5', '第三十八条', { code: 'R5', text: R5 }, 'DESIGN'),
    fd('FD-8-R6', '第八条', { code: 'R6', text: R6 }),
  ],
};

/** The ground of refusal (不予登记) with this code; undefined where the law gives none to this kind: a foundation has no R2. */
export function refusalGround(kind: Kind, code: string): RefusalRow | undefined {
  return REFUSAL_GROUNDS[kind].find((row) => row.value.code === code);
}

/**
 * N1 needs no registration here (不受理), N2 another organ's business, N3 concealment or false papers,
 * N4 not corrected after the one notice.
 */
export type NonAdmissionCode = 'N1' | 'N2' | 'N3' | 'N4';

export const NON_ADMISSION_GROUNDS: readonly NonAdmissionRow[] = [
  al('AL-32-N1', '第三十二条第一款第(一)项', {
    code: 'N1',
    text: { zh: '依法不需要办理登记', en: 'no registration is needed by law' },
  }),
  al('AL-32-N2', '第三十二条第一款第(二)项', {
    code: 'N2',
    text: { zh: '不属于本机关职权范围', en: 'outside the powers of this registrar' },
  }),
  al('AL-78-N3', '第七十八条', {
    code: 'N3',
    text: { zh: '隐瞒有关情况或者提供虚假材料', en: 'facts concealed or false papers given' },
  }),
  /** Only complete or corrected papers must be accepted; that the rest is not admitted is our reading. */
  al(
    'AL-32-N4',
    '第三十二条第一款第(五)项',
    { code: 'N4', text: { zh: '经一次告知后仍未补正', en: 'not corrected after the one notice' } },
    'DESIGN',
  ),
];

/** The ground of non-admission (不受理, 不予受理) with this code, when it is in force on the day. */
export function nonAdmissionGround(code: string, on: LegalDate): NonAdmissionRow | undefined {
  return NON_ADMISSION_GROUNDS.find((row) => row.value.code === code && isInForce(row, on));
}
