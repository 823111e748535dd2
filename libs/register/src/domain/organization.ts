import type { LegalDate } from '@app/kernel';
import type { PublicationClass } from './entry.js';
import type { Category, Kind, Standing, Status } from './vocabulary.js';

/** A person as entries speak of one: by reference and keyed commitment, never by name or number. */
export interface PersonReference {
  readonly person: string;
  readonly commitment: string;
}

export interface Leader extends PersonReference {
  /** 职务, e.g. 会长, 理事长, 秘书长. */
  readonly post: string;
}

/** 分支机构, 代表机构: part of the body, no legal person (社会团体登记管理条例 第十七条). */
export interface Branch {
  readonly name: string;
  readonly type: 'BRANCH' | 'REPRESENTATIVE_OFFICE';
  readonly scope: string;
  readonly residence?: string;
  readonly since: LegalDate;
}

/** What ended an organization, and what came of it. */
export interface Ending {
  readonly on: LegalDate;
  readonly cause: string;
  /** Codes of the organizations that took over its rights and duties. */
  readonly successors?: readonly string[];
  /** Number of the paper that proves it (注销证明文件, 处罚决定书). */
  readonly paper?: string;
  /** The day on which the registration was annulled, where it was wound up afterwards. */
  readonly annulledOn?: LegalDate;
}

/** What the register holds of an organization; the registered items of 社会团体登记管理条例 第十二条第二款 and what identifies it. */
export interface OrganizationState {
  readonly standing: Standing;
  readonly kind: Kind;
  readonly creditCode: string;
  readonly name: string;
  readonly status: Status;
  /** Names that it bore before, oldest first, each to the day on which it took another. */
  readonly formerNames?: readonly { readonly name: string; readonly until: LegalDate }[];
  readonly category?: Category;
  /** Who registered it: the division of the registrar (digits 3 to 8 of the credit code). */
  readonly authority: string;
  /** Where it sits. */
  readonly division: string;
  readonly foundedOn: LegalDate;
  readonly residence?: string;
  readonly purpose?: string;
  readonly scope?: string;
  readonly activityArea?: string;
  /** 活动资金, 开办资金 or 原始基金, in yuan. */
  readonly funds?: number;
  readonly supervisingUnit?: string;
  /** 公募 or 非公募, the type of a foundation (基金会管理条例 第十一条第二款). */
  readonly foundationType?: 'PUBLIC' | 'NON_PUBLIC';
  /** Of a foundation: founded with private property alone (第二十条第二款), with means from the mainland (第二十三条第一款). */
  readonly privatelyFunded?: boolean;
  readonly mainlandFunded?: boolean;
  readonly charity?: boolean;
  readonly charitySince?: LegalDate;
  /** The day from which it may raise funds in public (公开募捐资格). */
  readonly publicFundraisingSince?: LegalDate;
  readonly charterApprovedOn?: LegalDate;
  readonly certificateNumber?: string;
  /** Certificates that stand no longer, oldest first. */
  readonly voidCertificates?: readonly { readonly number: string; readonly cause: string; readonly on: LegalDate }[];
  readonly sealFiledOn?: LegalDate;
  /** Bank and the last digits of the account: enough to tell two apart. */
  readonly bankAccount?: { readonly bank: string; readonly ending: string; readonly filedOn: LegalDate };
  readonly branches?: readonly Branch[];
  /** The term of the council that serves now (届). */
  readonly term?: {
    readonly from: LegalDate;
    readonly until: LegalDate;
    /** The day on which it was to end before it was delayed. */
    readonly delayedFrom?: LegalDate;
  };
  readonly suspension?: { readonly from: LegalDate; readonly until: LegalDate; readonly paper: string };
  readonly liquidation?: { readonly begunOn: LegalDate; readonly cause: string };
  readonly ending?: Ending;
  /** It has resolved to go into another organization. */
  readonly mergerConsent?: { readonly into: string; readonly on: LegalDate };
  /** Codes of the organizations whose rights and duties it took over. */
  readonly predecessors?: readonly string[];
  /** The filing number that it bore before it was registered. */
  readonly promotedFrom?: string;
  /** Codes of the organizations that came of its split. */
  readonly successors?: readonly string[];
  /** What a split is to lead to; each name is established in a case of its own. */
  readonly split?: {
    readonly into: readonly string[];
    readonly dissolves: boolean;
  };
  readonly legalRepresentative?: PersonReference;
  readonly leaders?: readonly Leader[];
  /** Code of the hub it belongs to first of all. */
  readonly primaryHub?: string;
  /** Hubs that it is linked to besides, by code, each with the day since which it is. */
  readonly relatedHubs?: readonly { readonly hub: string; readonly since: LegalDate }[];
}

/** The publication class of each field: persons are shown by name and post only. */
export const ORGANIZATION_PUBLICATION: Readonly<Record<keyof OrganizationState, PublicationClass>> = {
  standing: 'PUBLIC',
  kind: 'PUBLIC',
  creditCode: 'PUBLIC',
  name: 'PUBLIC',
  status: 'PUBLIC',
  formerNames: 'PUBLIC',
  category: 'PUBLIC',
  authority: 'PUBLIC',
  division: 'PUBLIC',
  foundedOn: 'PUBLIC',
  residence: 'PUBLIC',
  purpose: 'PUBLIC',
  scope: 'PUBLIC',
  activityArea: 'PUBLIC',
  funds: 'PUBLIC',
  supervisingUnit: 'PUBLIC',
  foundationType: 'PUBLIC',
  privatelyFunded: 'PUBLIC',
  mainlandFunded: 'PUBLIC',
  charity: 'PUBLIC',
  charitySince: 'PUBLIC',
  publicFundraisingSince: 'PUBLIC',
  charterApprovedOn: 'PUBLIC',
  certificateNumber: 'PUBLIC',
  voidCertificates: 'PUBLIC',
  sealFiledOn: 'PUBLIC',
  bankAccount: 'WITHHELD',
  branches: 'PUBLIC',
  term: 'PUBLIC',
  suspension: 'PUBLIC',
  liquidation: 'PUBLIC',
  ending: 'PUBLIC',
  mergerConsent: 'PUBLIC',
  predecessors: 'PUBLIC',
  promotedFrom: 'PUBLIC',
  successors: 'PUBLIC',
  split: 'PUBLIC',
  legalRepresentative: 'MASKED',
  leaders: 'MASKED',
  primaryHub: 'PUBLIC',
  relatedHubs: 'PUBLIC',
};
