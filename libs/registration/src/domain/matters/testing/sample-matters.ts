import type { Kind, OrganizationState } from '@app/register';
import { SAMPLE_DAY, sampleFacts, sampleLeader } from '../../testing/sample-facts.js';
import { MATTER_PAPERS, type MatterParts } from '../matter-content.js';
import type { MatterFacts } from '../matter.facts.js';
import type { MatterType } from '../matter-types.js';

export const KINDS: readonly Kind[] = ['SOCIAL_GROUP', 'SOCIAL_SERVICE_INSTITUTION', 'FOUNDATION'];

/** An organization as it stands, lawful in every item. */
export function sampleOrganization(kind: Kind, over: Partial<OrganizationState> = {}): OrganizationState {
  const { name, authority, division, residence, purpose, scope, activityArea, funds, fundraising } = sampleFacts(kind);
  return {
    ...{ kind, name, authority, division, residence, purpose, scope, activityArea, funds },
    foundationType: fundraising,
    standing: 'REGISTERED',
    creditCode: '51110000MJ0101505U',
    status: 'ACTIVE',
    foundedOn: '2020-03-01',
    charity: false,
    certificateNumber: '110000-2020-000001',
    ...over,
  };
}

const votes = { members: 9, present: 7, inFavour: 6 };
const sanction = { ground: 'SERIOUS', paperNumber: '京民罚字〔2026〕3号', decidedOn: '2026-11-20' };
const recognition = {
  charityCharterItems: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  nonProfit: true,
  effectiveGovernance: true,
};
const branch = {
  action: 'ADD',
  type: 'BRANCH',
  scope: '机器人',
  resolvedOn: '2026-11-20',
  ownCharter: false,
  ownAccount: false,
} as const;

/** What each matter is about, lawfully. */
export function sampleParts(type: MatterType, kind: Kind): MatterParts {
  const { name } = sampleOrganization(kind);
  const parts: Readonly<Record<MatterType, MatterParts>> = {
    CHANGE: { change: { reason: '搬迁', residence: '北京市西城区月坛南街1号', supervisorConsentOn: '2026-11-10' } },
    CHARTER_APPROVAL: {
      charter: {
        text: '第一条 名称',
        charterItems: [1, 2, 3, 4, 5, 6, 7, 8, 9],
        supervisorConsentOn: '2026-11-10',
        votes,
      },
    },
    CHARITY_RECOGNITION: { recognition },
    FUNDRAISING_QUALIFICATION: { recognition },
    FOUNDATION_BRANCH: { branch: { ...branch, name: `${name}科技专项`, residence: '北京市海淀区' } },
    MERGER: { merger: { absorbed: ['51110000MJD0000030'], creditorsToldOn: '2026-10-01', votes } },
    MERGER_CONSENT: { consent: { into: '51110000MJD0000030', votes } },
    SPLIT: { split: { into: ['北京市机器人技术学会'], dissolves: false, creditorsToldOn: '2026-10-01', votes } },
    DEREGISTRATION: {
      deregistration: {
        liquidationEndedOn: '2026-11-20',
        claimsSettled: true,
        creditorsToldOn: '2026-10-15',
        leftovers: { amount: 1_000, basis: 'CHARTER', recipient: '北京市机器人技术学会', toFoundersOrMembers: false },
        certificateReturned: true,
        sealsReturned: true,
        vouchersReturned: true,
      },
    },
    LEADERS_FILING: {
      leaders: {
        electedOn: '2026-11-20',
        termFrom: '2026-11-20',
        termUntil: '2031-11-20',
        council: { directors: 9, relatedDirectors: 0, paidDirectors: 3, supervisors: 1, conflictedSupervisors: 0 },
      },
    },
    ELECTION_DELAY: { delay: { delayedUntil: '2027-06-30', reason: '未选齐代表' } },
    SEAL_AND_ACCOUNT: { sealAndAccount: { sealFiled: true, bank: '某银行', accountEnding: '4711' } },
    CERTIFICATE_REPLACEMENT: {
      replacement: { cause: 'LOST', noticePublishedOn: '2026-11-18', publishedIn: '北京日报' },
    },
    BRANCH_RECORD: { branch: { ...branch, name: `${name}机器人专业委员会` } },
    LIQUIDATION: {
      liquidation: { cause: 'DISSOLVED', causeOn: '2026-11-01', groupFormedOn: '2026-11-10', groupMembers: 5 },
    },
    CORRECTION: { correction: { entry: 1, reason: '门牌号有误', residence: '北京市海淀区学院路11号' } },
    ANNOTATION: { annotation: { text: '信函被退回', about: 1 } },
    SUSPENSION: { suspension: { from: '2026-11-24', until: '2027-02-24' }, sanction },
    SUSPENSION_END: {},
    ANNULMENT: { sanction },
    REVOCATION: { sanction },
    REMEDY_OUTCOME: {
      remedy: {
        remedy: 'REVIEW',
        entry: 2,
        result: 'ANNULLED',
        body: '北京市人民政府',
        paperNumber: '京政复字〔2026〕1号',
        decidedOn: '2026-11-20',
      },
    },
  };
  return parts[type];
}

/** How the organization must stand for the matter. */
const STANDING: Readonly<Partial<Record<MatterType, Partial<OrganizationState>>>> = {
  FUNDRAISING_QUALIFICATION: { charity: true, charitySince: '2025-11-01' },
  REVOCATION: { charity: true },
  DEREGISTRATION: { status: 'LIQUIDATING', liquidation: { begunOn: '2026-10-01', cause: 'DISSOLVED' } },
  ELECTION_DELAY: { term: { from: '2022-11-20', until: '2026-12-31' } },
  SUSPENSION_END: { status: 'SUSPENDED' },
};

const FOUNDATION_LEADERS = [
  { ...sampleLeader({ post: 'CHAIR' }), postTitle: '理事长' },
  { ...sampleLeader({ post: 'VICE_CHAIR', legalRepresentative: false }), postTitle: '副理事长' },
  { ...sampleLeader({ post: 'SECRETARY_GENERAL', legalRepresentative: false }), postTitle: '秘书长' },
];

/** A lawful matter of this type, of an organization of this kind. */
export function sampleMatter(
  type: MatterType,
  kind: Kind,
  {
    parts = {},
    standing = {},
    ...over
  }: Partial<MatterFacts> & { parts?: MatterParts; standing?: Partial<OrganizationState> } = {},
): MatterFacts {
  const organization = sampleOrganization(kind, { ...STANDING[type], ...standing });
  const { creditCode, residence, name, division } = organization;
  const led = type === 'LEADERS_FILING' || type === 'FOUNDATION_BRANCH';
  return {
    filed: { type, creditCode, ...sampleParts(type, kind), ...parts },
    papers: MATTER_PAPERS,
    people: led ? (kind === 'FOUNDATION' ? FOUNDATION_LEADERS : FOUNDATION_LEADERS.slice(0, 1)) : [],
    organization,
    entries: [
      {
        number: 1,
        kind: 'ESTABLISHED',
        legalDate: '2020-03-01',
        recordedAt: new Date(0),
        difference: { name, residence, division },
        corrects: null,
      },
      {
        number: 2,
        kind: 'ANNULLED',
        legalDate: '2026-10-01',
        recordedAt: new Date(1),
        difference: { status: 'ANNULLED' },
        corrects: null,
      },
    ],
    surroundings: { authorityLevel: 'PROVINCE', authorityNames: ['北京市'], divisionKnown: true },
    others: new Map([
      [
        '51110000MJD0000030',
        sampleOrganization(kind, {
          creditCode: '51110000MJD0000030',
          name: '别会',
          mergerConsent: { into: creditCode, on: '2026-11-01' },
        }),
      ],
    ]),
    ...over,
  };
}

export { SAMPLE_DAY };
