import { covers } from '@app/access';
import { violationOf, type LegalDate, type Violation } from '@app/kernel';
import type { Tier } from '@app/register';
import type { ConditionFinding, MeasureType, Nomination, TreeHub } from './nomination.js';
import {
  CONDITIONS,
  HUB_CONDITIONS,
  HUB_DECISION,
  HUB_HEARD,
  HUB_NAME,
  HUB_STANDING,
  HUB_TREE,
} from './recognition.table.js';

/** What a nomination meets in the register. */
export interface NominationFacts {
  readonly divisionTier?: Tier;
  /** The hub named as parent, if there is one. */
  readonly parent?: TreeHub;
  /** A hub of the same name in the same place that was not withdrawn. */
  readonly sameName: boolean;
  /** The organization named by its code, if there is one: what it is called, and whether it is active. */
  readonly organization?: { readonly name: string; readonly active: boolean };
}

/** Everything that speaks against a nomination. */
export function nominationViolations(nominated: Nomination, facts: NominationFacts): Violation[] {
  return [...treeViolations(nominated, facts), ...bodyViolations(nominated, facts)];
}

const ABOVE: Readonly<Partial<Record<Tier, Tier>>> = { DISTRICT: 'CITY', STREET: 'DISTRICT' };

function treeViolations({ tier, division, parent }: Nomination, facts: NominationFacts): Violation[] {
  const found: Violation[] = [];
  if (facts.divisionTier !== tier) {
    const [zh, en] = ['行政区划与枢纽层级不符', 'The division is not one of this tier'];
    found.push(violationOf(HUB_TREE, '/division', zh, en, 'HUB-DIVISION'));
  }
  const wanted = ABOVE[tier];
  if (wanted === undefined && parent !== undefined) {
    found.push(violationOf(HUB_TREE, '/parent', '市级枢纽没有上级枢纽', 'No hub stands above one of the city'));
  } else if (wanted !== undefined) {
    found.push(...parentViolations(wanted, division, facts.parent));
  }
  return found;
}

/** A hub belongs below one of the tier above that stands, in whose division it lies. */
export function parentViolations(wanted: Tier, division: string, parent: TreeHub | undefined): Violation[] {
  if (parent?.tier === wanted && parent.standing !== 'WITHDRAWN' && covers(parent.division, division)) return [];
  const names = { CITY: '市级', DISTRICT: '区级', STREET: '街道级' };
  const zh = `上级枢纽须为管辖该区划、未被取消认定的${names[wanted]}枢纽`;
  return [violationOf(HUB_TREE, '/parent', zh, `The hub above is one of tier ${wanted} that covers the division`)];
}

export function tierAbove(tier: Tier): Tier | undefined {
  return ABOVE[tier];
}

function bodyViolations({ name, organization }: Nomination, facts: NominationFacts): Violation[] {
  const found: Violation[] = [];
  if (facts.sameName) {
    const [zh, en] = ['同一层级、同一区划已有同名枢纽', 'A hub of this name stands here already'];
    found.push(violationOf(HUB_NAME, '/name', zh, en));
  }
  if (organization === undefined) return found;
  const condition = { ...HUB_CONDITIONS, id: 'HUB-LEGAL-PERSON' };
  if (!facts.organization?.active) {
    const [zh, en] = ['登记簿中没有此代码的正常组织', 'No active organization of the register has this code'];
    found.push(violationOf(condition, '/organization', zh, en));
  } else if (facts.organization.name !== name) {
    const zh = `该代码的组织名称为${facts.organization.name}`;
    found.push(violationOf(condition, '/name', zh, `The organization of this code is ${facts.organization.name}`));
  }
  return found;
}

/** All four conditions have a finding, each once. */
export function findingViolations(findings: readonly ConditionFinding[]): Violation[] {
  return CONDITIONS.filter((each) => findings.filter(({ condition }) => condition === each).length !== 1).map(
    (each) => {
      const { zh, en } = HUB_CONDITIONS.value[each];
      return violationOf(HUB_CONDITIONS, '/findings', `须就“${zh}”作出一项审核认定`, `One finding is needed on: ${en}`);
    },
  );
}

/** A hub is recognized only when the review found every condition met. */
export function unmetConditions(findings: readonly ConditionFinding[]): Violation[] {
  return findings
    .filter(({ met }) => !met)
    .map(({ condition }) => {
      const { zh, en } = HUB_CONDITIONS.value[condition];
      return violationOf(HUB_CONDITIONS, '/findings', `审核认定不具备条件：${zh}`, `Found not to be met: ${en}`);
    });
}

/** The day of a decision: not before `earliest`, when it was put forward or the register last spoke; not in the future. */
export function decisionDayViolations(decidedOn: LegalDate, earliest: LegalDate, today: LegalDate): Violation[] {
  if (decidedOn >= earliest && decidedOn <= today) return [];
  const zh = `决定日期须在${earliest}（提请之日或者最近一次登记之日）至今日之间`;
  const en = `It was decided between ${earliest}, when it was put forward or last entered, and today`;
  return [violationOf(HUB_DECISION, '/decidedOn', zh, en)];
}

const FITS: Readonly<Record<MeasureType, readonly TreeHub['standing'][]>> = {
  WARNING: ['RECOGNIZED'],
  WARNING_LIFTED: ['WARNED'],
  MOVE: ['RECOGNIZED', 'WARNED'],
  WITHDRAWAL: ['RECOGNIZED', 'WARNED'],
};

/** Everything that speaks against a measure. `newParent` is the hub it is to be moved below. */
export function measureViolations(type: MeasureType, hub: TreeHub, newParent: TreeHub | undefined): Violation[] {
  const found: Violation[] = [];
  if (!FITS[type].includes(hub.standing)) {
    const [zh, en] = ['该措施与枢纽现状不符', `A hub that is ${hub.standing} is not to meet this measure`];
    found.push(violationOf(HUB_STANDING, '/type', zh, en));
  }
  if (type !== 'MOVE') return found;
  const wanted = tierAbove(hub.tier);
  if (!wanted || newParent?.code === hub.parent) {
    const [zh, en] = ['没有变更上级枢纽', 'This does not move the hub'];
    found.push(violationOf(HUB_TREE, '/parent', zh, en));
  } else found.push(...parentViolations(wanted, hub.division, newParent));
  return found;
}

/** A city hub has nothing above it: hubs below it are moved before it is withdrawn. */
export function orphanViolations(type: MeasureType, { parent }: TreeHub, below: number): Violation[] {
  if (type !== 'WITHDRAWAL' || parent !== null || below === 0) return [];
  const zh = `该枢纽下有${below}家枢纽，须先变更其上级`;
  return [violationOf(HUB_TREE, '/hub', zh, `${below} hub(s) stand below it: move them first`)];
}

/** Before its withdrawal a hub that has somebody to speak was asked, and answered or let its time pass. */
export function hearingViolations(type: MeasureType, hasDesk: boolean, heard: boolean): Violation[] {
  if (type !== 'WITHDRAWAL' || !hasDesk || heard) return [];
  const zh = '取消认定前须征求该枢纽意见，待其答复或者答复期限届满';
  return [violationOf(HUB_HEARD, '/hub', zh, 'The hub is heard first: it answers, or its time to answer passes')];
}
