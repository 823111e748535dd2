import type { Bilingual, Period, RuleRow } from '@app/kernel';
import type { Kind } from '@app/register';
import {
  charityLaw,
  foundationRegulation,
  licensingLaw,
  serviceInstitutionRegulation,
  socialGroupRegulation,
} from './law-sources.js';

/** The event whose day is day 0. */
export type StartsAt =
  | 'RECEIPT' // 收到申请材料
  | 'ALL_VALID_DOCUMENTS' // 收到全部有效文件
  | 'ACCEPTANCE' // 受理
  | 'DECISION' // 作出决定
  | 'TOLD_OF_HEARING' // 被告知听证权利
  | 'HEARING_ASKED' // 提出听证申请
  | 'APPROVED_BY_OTHERS' // 依法批准成立
  | 'APPROVAL_PAPER_RECEIVED'; // 收到批准文件

export interface PeriodRule {
  readonly period: Period;
  readonly startsAt: StartsAt;
}

/** An extension of a period: at most `period`, after the day on which the first one ends. */
export interface ExtensionRule {
  readonly period: Period;
  readonly approvedBy: Bilingual;
  /** The applicant must be told why. */
  readonly reasonsTold: boolean;
}

export type PeriodRow = RuleRow<PeriodRule>;
export type ExtensionRow = RuleRow<ExtensionRule>;

/** A period that binds the registrar does not roll; those of the Licensing Law count working days (第八十二条). */
const natural = (days: number): Period => ({ days, unit: 'natural', rolls: false });
const working = (days: number): Period => ({ days, unit: 'working', rolls: false });

export const REGULATION_DECISION: Readonly<Record<Kind, PeriodRow>> = {
  SOCIAL_GROUP: socialGroupRegulation('SG-12-1-DECISION', '第十二条第一款', {
    period: natural(60),
    startsAt: 'ALL_VALID_DOCUMENTS',
  }),
  SOCIAL_SERVICE_INSTITUTION: serviceInstitutionRegulation('SSI-11-1-DECISION', '第十一条第一款', {
    period: natural(60),
    startsAt: 'ALL_VALID_DOCUMENTS',
  }),
  FOUNDATION: foundationRegulation('FD-11-1-DECISION', '第十一条第一款', {
    period: natural(60),
    startsAt: 'ALL_VALID_DOCUMENTS',
  }),
};

/** Natural days as written (三十日); the Licensing Law's working days are for its own periods. */
export const CHARITY_DECISION: PeriodRow = charityLaw('CH-10-1-DECISION', '第十条第一款', {
  period: natural(30),
  startsAt: 'ACCEPTANCE',
});

export const CHARITY_EXTENSION: ExtensionRow = charityLaw('CH-10-3-EXTENSION', '第十条第三款', {
  period: natural(60),
  approvedBy: { zh: '国务院民政部门', en: 'the civil affairs department of the State Council' },
  reasonsTold: false,
});

/** The default where no law or regulation says otherwise; for establishment one always does. */
export const DEFAULT_DECISION: PeriodRow = licensingLaw('AL-42-1-DECISION', '第四十二条第一款', {
  period: working(20),
  startsAt: 'ACCEPTANCE',
});

export const DEFAULT_EXTENSION: ExtensionRow = licensingLaw('AL-42-1-EXTENSION', '第四十二条第一款', {
  period: working(10),
  approvedBy: { zh: '本行政机关负责人', en: 'the head of the registrar' },
  reasonsTold: true,
});

export const STEP_PERIODS = {
  /** Silence to its end means accepted, as of the day of receipt. */
  correctionNotice: licensingLaw('AL-32-1-4-CORRECTION', '第三十二条第一款第(四)项、第八十二条', {
    period: working(5),
    startsAt: 'RECEIPT',
  }),
  certificate: licensingLaw('AL-44-CERTIFICATE', '第四十四条、第八十二条', {
    period: working(10),
    startsAt: 'DECISION',
  }),
  hearingRequest: licensingLaw('AL-47-1-ASK', '第四十七条第一款、第八十二条', {
    period: working(5),
    startsAt: 'TOLD_OF_HEARING',
  }),
  hearing: licensingLaw('AL-47-1-HOLD', '第四十七条第一款、第八十二条', {
    period: working(20),
    startsAt: 'HEARING_ASKED',
  }),
  /** A group that is a legal person by another law files its approval; it binds the group, so it rolls. */
  filingOfApproved: socialGroupRegulation('SG-15-FILING', '第十五条', {
    period: { days: 60, unit: 'natural', rolls: true },
    startsAt: 'APPROVED_BY_OTHERS',
  }),
  certificateOfApproved: socialGroupRegulation('SG-15-CERTIFICATE', '第十五条', {
    period: natural(30),
    startsAt: 'APPROVAL_PAPER_RECEIVED',
  }),
} satisfies Record<string, PeriodRow>;

/** What stops the clock: these never count, and the applicant is told in writing how long they take. */
export const EXCLUDED_TIME = licensingLaw('AL-45-EXCLUDED', '第四十五条', {
  causes: [
    { code: 'HEARING', zh: '听证', en: 'hearing' },
    { code: 'TESTING', zh: '检验、检测、检疫、鉴定', en: 'inspection, testing, appraisal' },
    { code: 'EXPERT_REVIEW', zh: '专家评审', en: 'expert review' },
  ],
});
