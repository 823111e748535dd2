import type { Kind } from '@app/register';
import type { Declarations, EstablishmentFacts, LeaderFacts, PersonFacts } from '../establishment.facts.js';

/** The day on which the samples are lawful. */
export const SAMPLE_DAY = '2026-11-24';

export function sampleDeclarations(over: Partial<Declarations> = {}): Declarations {
  return {
    deprivedOfPoliticalRights: false,
    fullCivilCapacity: true,
    servingStateOfficial: false,
    representsSocialGroups: [],
    representsOthers: [],
    ...over,
  };
}

export function samplePerson(over: Partial<PersonFacts> = {}): PersonFacts {
  return { name: '张三', residency: 'MAINLAND', documentValid: true, declarations: sampleDeclarations(), ...over };
}

export function sampleLeader(over: Partial<LeaderFacts> = {}): LeaderFacts {
  return { ...samplePerson({ name: '李四' }), post: 'CHAIR', legalRepresentative: true, ...over };
}

const COMMON = {
  track: 'DIRECT',
  authority: '110000',
  authorityLevel: 'PROVINCE',
  authorityNames: ['北京市'],
  divisionKnown: true,
  division: '110108',
  residence: '北京市海淀区学院路1号',
  fundsPaidInCash: true,
  charity: false,
  fullTimeStaff: 2,
  independentLiability: true,
  initiators: [samplePerson()],
  nature: {
    overseasOffice: false,
    cppccBody: false,
    exemptedByStateCouncil: false,
    internalToOneUnit: false,
    politicalOrLegal: false,
    religious: false,
  },
} as const;

const DIRECT_PAPERS = ['CLASS_SELF_ASSESSMENT', 'INITIATORS_STATEMENT'] as const;
const PAPERS = [
  'APPLICATION_FORM',
  'CAPITAL_VERIFICATION',
  'PREMISES_RIGHT',
  'PERSONS_IDENTITY',
  'CHARTER_DRAFT',
] as const;

const SAMPLES: Readonly<Record<Kind, EstablishmentFacts>> = {
  SOCIAL_GROUP: {
    ...COMMON,
    kind: 'SOCIAL_GROUP',
    category: 'SCITECH',
    categoryReason: '从事智能装备工程技术的研究与交流',
    name: '北京市智能装备技术学会',
    purpose: '促进智能装备技术交流',
    scope: '学术交流、技术咨询',
    activityArea: '北京市',
    funds: 30_000,
    members: { individuals: 52, units: 0 },
    organs: ['会员大会', '理事会', '监事'],
    charterItems: [1, 2, 3, 4, 5, 6, 7, 8, 9],
    leaders: [sampleLeader()],
    documents: [...PAPERS, 'MEMBER_ROSTER', ...DIRECT_PAPERS],
  },
  SOCIAL_SERVICE_INSTITUTION: {
    ...COMMON,
    kind: 'SOCIAL_SERVICE_INSTITUTION',
    category: 'COMMUNITY',
    categoryReason: '为社区居民提供日常服务',
    authority: '110105',
    authorityLevel: 'DISTRICT',
    authorityNames: ['北京市', '朝阳区'],
    division: '110105',
    name: '北京市朝阳区阳光社会工作事务所',
    purpose: '服务社区居民',
    scope: '社区照料、社会工作服务',
    activityArea: '北京市朝阳区',
    funds: 30_000,
    members: { individuals: 0, units: 0 },
    organs: ['理事会', '监事'],
    charterItems: [1, 2, 3, 4, 5, 6, 7, 8],
    leaders: [sampleLeader({ post: 'PRINCIPAL' })],
    documents: [...PAPERS, ...DIRECT_PAPERS],
  },
  FOUNDATION: {
    ...COMMON,
    kind: 'FOUNDATION',
    category: 'CHARITY',
    categoryReason: '开展助学服务',
    name: '北京市春雨助学基金会',
    purpose: '资助困难学生',
    scope: '助学',
    activityArea: '北京市',
    funds: 2_000_000,
    fundraising: 'NON_PUBLIC',
    privatelyFunded: true,
    mainlandFunded: true,
    members: { individuals: 0, units: 0 },
    organs: ['理事会', '监事'],
    charterItems: [1, 2, 3, 4, 5, 6, 7, 8, 9],
    council: {
      directors: 9,
      termYears: 5,
      relatedDirectors: 0,
      paidDirectors: 0,
      supervisors: 1,
      conflictedSupervisors: 0,
    },
    leaders: [
      sampleLeader(),
      sampleLeader({ name: '王五', post: 'VICE_CHAIR', legalRepresentative: false }),
      sampleLeader({ name: '赵六', post: 'SECRETARY_GENERAL', legalRepresentative: false }),
    ],
    documents: [...PAPERS, 'DIRECTOR_LIST', 'LEADER_RESUMES', ...DIRECT_PAPERS],
  },
};

/** An application of the kind that breaks no rule on {@link SAMPLE_DAY}, with what a test changes. */
export function sampleFacts(kind: Kind, over: Partial<EstablishmentFacts> = {}): EstablishmentFacts {
  return { ...SAMPLES[kind], ...over };
}

/** The same on the DUAL track, with the consent of a supervising unit. */
export function sampleDualFacts(kind: Kind, over: Partial<EstablishmentFacts> = {}): EstablishmentFacts {
  return {
    ...SAMPLES[kind],
    track: 'DUAL',
    category: undefined,
    categoryReason: undefined,
    supervisingUnit: { name: '北京市科学技术协会', consentedOn: '2026-11-02' },
    documents: [...SAMPLES[kind].documents, 'SUPERVISOR_CONSENT'],
    ...over,
  };
}

export const ALL_CHARITY_ITEMS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The same as a charity from birth. */
export function sampleCharity(kind: Kind, over: Partial<EstablishmentFacts> = {}): EstablishmentFacts {
  return sampleFacts(kind, { charity: true, charityCharterItems: ALL_CHARITY_ITEMS, ...over });
}
