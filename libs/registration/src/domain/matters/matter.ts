import type { Role } from '@app/access';
import type { CaseWorkflow } from '@app/casework';
import type { Citation, LegalDate, RuleRow } from '@app/kernel';
import type { EntryKind, Kind, PersonReference, State, Status } from '@app/register';
import type { DecisionPeriod } from '../periods.rules.js';
import type { ExtensionRow } from '../periods.table.js';
import type { MatterParts } from './matter-content.js';
import type { MatterFacts, MatterRule } from './matter.facts.js';
import type { MatterType } from './matter-types.js';
import type { PaperRow } from './papers.table.js';

/** What a grant adds to a matter. */
export interface Granting {
  /** The day from which it stands in law. */
  readonly on: LegalDate;
  /** The number of the new certificate, where the matter gives one. */
  readonly certificateNumber?: string;
  readonly decisionNumber: string;
  /** The persons register's references to the people of the matter, in their order. */
  readonly people: readonly PersonReference[];
}

/** One thing that the register is to say; of the organization itself unless another is named. */
export interface Effect {
  readonly creditCode?: string;
  readonly kind: EntryKind;
  readonly set?: State;
  /** The ground of this very entry, where it is another than the matter's. */
  readonly citation?: Citation;
  /** The number of the entry whose place it takes; with `set` absent it leaves the place empty. */
  readonly corrects?: number;
  readonly annotation?: { readonly text: string; readonly about?: number };
}

/** One kind of matter (办理事项): who may file it, when, on what ground, by which rules, and what comes of it. */
export interface Matter {
  readonly type: MatterType;
  /** The part of the input that tells what it is about. */
  readonly part?: keyof MatterParts;
  readonly workflow: CaseWorkflow;
  readonly by: Role;
  readonly kinds: readonly Kind[];
  /** How the organization must stand for it to be filed and granted. */
  readonly during: readonly Status[];
  /** The ground on which it is entered. */
  readonly ground: Readonly<Record<Kind, Citation>>;
  /** Whom it is about; nobody's data are taken that it does not need (个人信息保护法 第六条). */
  readonly people?: true;
  /** Parts that it takes besides its own. */
  readonly besides?: readonly (keyof MatterParts)[];
  readonly papers: readonly PaperRow[];
  /** Every row of law that its rules judge by, papers aside. */
  readonly rows: readonly RuleRow[];
  readonly rule: MatterRule;
  /** Duties that were not kept but bar nothing: told, and kept with the case. */
  readonly remarks?: MatterRule;
  readonly period?: (kind: Kind) => DecisionPeriod;
  readonly extension?: ExtensionRow;
  /** Gives a new certificate. */
  readonly certificate?: (facts: MatterFacts) => boolean;
  /** The day from which it is to stand, where that is asked for. */
  readonly effectiveOn?: (facts: MatterFacts) => LegalDate | undefined;
  /** It ends an organization: no case of its may stay open. */
  readonly ends?: true;
  readonly effects: (facts: MatterFacts, granting: Granting) => readonly Effect[];
}

export const ALL_KINDS: readonly Kind[] = ['SOCIAL_GROUP', 'SOCIAL_SERVICE_INSTITUTION', 'FOUNDATION'];
/** While it lives and does not wind up: 清算期间不得开展清算以外的活动 (社会团体登记管理条例 第二十条). */
export const LIVING: readonly Status[] = ['ACTIVE', 'SUSPENDED'];
/** Whoever has ended is still told the truth about. */
export const ANY_STATUS: readonly Status[] = [
  'ACTIVE',
  'SUSPENDED',
  'LIQUIDATING',
  'DEREGISTERED',
  'ANNULLED',
  'REVOKED',
];
