import type { Bilingual, Period, RuleRow } from '@app/kernel';
import type { Kind } from '@app/register';
import {
  charityLaw,
  foundationRegulation,
  licensingLaw,
  serviceInstitutionRegulation,
  socialGroupRegulation,
} from './law-sources.js';

/** A period of law: days, unit, and whether a last day off moves it. */
export type PeriodRow = RuleRow<Period>;

/** An extension: at most `days` more, after the day on which the first period ends. */
export interface ExtensionRule extends Period {
  readonly approvedBy: Bilingual;
  /** The applicant must be told why. */
  readonly reasonsTold: boolean;
}

export type ExtensionRow = RuleRow<ExtensionRule>;

/** A period that binds the registrar does not roll; those of the Licensing Law count working days (第八十二条). */
const natural = (days: number): Period => ({ days, unit: 'natural', rolls: false });
const working = (days: number): Period => ({ days, unit: 'working', rolls: false });

/** From the day on which all valid documents are received (收到全部有效文件). */
export const REGULATION_DECISION: Readonly<Record<Kind, PeriodRow>> = {
  SOCIAL_GROUP: socialGroupRegulation('SG-12-1-DECISION', '第十二条第一款', natural(60)),
  SOCIAL_SERVICE_INSTITUTION: serviceInstitutionRegulation('SSI-11-1-DECISION', '第十一条第一款', natural(60)),
  FOUNDATION: foundationRegulation('FD-11-1-DECISION', '第十一条第一款', natural(60)),
};

/** From acceptance (受理). Natural days as written (三十日); the Licensing Law's working days are for its own periods. */
export const CHARITY_DECISION: PeriodRow = charityLaw('CH-10-1-DECISION', '第十条第一款', natural(30));

export const CHARITY_EXTENSION: ExtensionRow = charityLaw('CH-10-3-EXTENSION', '第十条第三款', {
  ...natural(60),
  approvedBy: { zh: '国务院民政部门', en: 'the civil affairs department of the State Council' },
  reasonsTold: false,
});

/** The default where no law or regulation says otherwise; for establishment one always does. */
export const DEFAULT_DECISION: PeriodRow = licensingLaw('AL-42-1-DECISION', '第四十二条第一款', working(20));

export const DEFAULT_EXTENSION: ExtensionRow = licensingLaw('AL-42-1-EXTENSION', '第四十二条第一款', {
  ...working(10),
  approvedBy: { zh: '本行政机关负责人', en: 'the head of the registrar' },
  reasonsTold: true,
});

/** From the day of receipt; silence to its end means accepted as of that day. */
export const ACCEPTANCE_PERIOD: readonly PeriodRow[] = [
  licensingLaw('AL-32-1-4-CORRECTION', '第三十二条第一款第(四)项、第八十二条', working(5)),
];

/** Delivery of the certificate, from the day of the decision. */
export const CERTIFICATE_PERIOD: readonly PeriodRow[] = [
  licensingLaw('AL-44-CERTIFICATE', '第四十四条、第八十二条', working(10)),
];

/** To ask for a hearing, from the day of being told of the right. */
export const HEARING_REQUEST_PERIOD: PeriodRow = licensingLaw(
  'AL-47-1-ASK',
  '第四十七条第一款、第八十二条',
  working(5),
);
/** To hold it, from the day it is asked for. */
export const HEARING_PERIOD: PeriodRow = licensingLaw('AL-47-1-HOLD', '第四十七条第一款、第八十二条', working(20));

/** A group that is a legal person by another law files its approval, from its day; it binds the group, so it rolls. */
export const APPROVED_FILING_PERIOD: PeriodRow = socialGroupRegulation('SG-15-FILING', '第十五条', {
  days: 60,
  unit: 'natural',
  rolls: true,
});
/** From the day on which the registrar receives that approval. */
export const APPROVED_CERTIFICATE_PERIOD: PeriodRow = socialGroupRegulation(
  'SG-15-CERTIFICATE',
  '第十五条',
  natural(30),
);

/** What stops the clock: these never count, and the applicant is told in writing how long they take. */
export const EXCLUDED_TIME = licensingLaw('AL-45-EXCLUDED', '第四十五条', {
  causes: [
    { code: 'HEARING', zh: '听证', en: 'hearing' },
    { code: 'TESTING', zh: '检验、检测、检疫、鉴定', en: 'inspection, testing, appraisal' },
    { code: 'EXPERT_REVIEW', zh: '专家评审', en: 'expert review' },
  ],
});
