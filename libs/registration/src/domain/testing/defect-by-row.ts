import type { RuleRow } from '@app/kernel';
import type { EstablishmentFacts } from '../establishment.facts.js';
import {
  sampleCharity,
  sampleDeclarations,
  sampleDualFacts,
  sampleFacts,
  sampleLeader,
  samplePerson,
} from './sample-facts.js';

type Over = Partial<EstablishmentFacts>;
type Declared = Parameters<typeof sampleDeclarations>[0];

const sg = (over: Over) => sampleFacts('SOCIAL_GROUP', over);
const ssi = (over: Over) => sampleFacts('SOCIAL_SERVICE_INSTITUTION', over);
const fd = (over: Over) => sampleFacts('FOUNDATION', over);
const ch = (over: Over) => sampleCharity('FOUNDATION', over);
const named = (name: string) => sg({ name });
const council = (over: Partial<EstablishmentFacts['council'] & object>) =>
  fd({ council: { ...sampleFacts('FOUNDATION').council!, ...over } });
const declaring = (declared: Declared) => [sampleLeader({ declarations: sampleDeclarations(declared) })];
const others = sampleFacts('FOUNDATION').leaders.slice(1);
const fdLeader = (over: Parameters<typeof sampleLeader>[0]) => fd({ leaders: [sampleLeader(over), ...others] });
const fdDeclaring = (declared: Declared) => fdLeader({ declarations: sampleDeclarations(declared) });
const chDeclaring = (declared: Declared) => ch({ leaders: [...declaring(declared), ...others] });
const natured = (flag: keyof EstablishmentFacts['nature']) => sg({ nature: { ...sg({}).nature, [flag]: true } });
const BEIJING_MINISTRY = { authority: '100000', authorityLevel: 'NATION', authorityNames: [] } as const;

/** For each row that can be broken: an application whose one sort of defect breaks it. */
export const DEFECT_BY_ROW: Readonly<Record<string, EstablishmentFacts>> = {
  'SG-10-1-1-MEMBERS': sg({ members: { individuals: 49, units: 0 } }),
  'SG-10-1-2-NAME': named(' '),
  'SG-10-1-2-ORGANS': sg({ organs: [' '] }),
  'SG-10-1-3-PREMISES': sg({ residence: '' }),
  'SG-10-1-4-STAFF': sg({ fullTimeStaff: 0 }),
  'SG-10-1-5-FUNDS-NATIONAL': sg({ ...BEIJING_MINISTRY, name: '智能装备技术学会', funds: 99_999 }),
  'SG-10-1-5-FUNDS-LOCAL': sg({ funds: 29_999 }),
  'SG-10-1-6-LIABILITY': sg({ independentLiability: false }),
  'SG-12-2-PURPOSE': sg({ purpose: '' }),
  'SG-12-2-SCOPE': sg({ scope: '' }),
  'SG-12-2-AREA': sg({ activityArea: '' }),
  'SG-6-REGISTRAR': sg({ authorityLevel: 'OTHER', authority: '110108' }),
  'SG-7-SEAT': sg({ division: '120101' }),
  'SG-9-INITIATORS': sg({ initiators: [] }),
  'SG-11-4-IDENTITY': sg({ initiators: [samplePerson({ documentValid: false })] }),
  'SG-12-2-REPRESENTATIVE': sg({ leaders: [sampleLeader({ legalRepresentative: false })] }),
  'SG-12-3-OTHER-GROUPS': sg({ leaders: declaring({ representsSocialGroups: ['北京市甲协会'] }) }),
  'SG-13-3-POLITICAL-RIGHTS': sg({ leaders: declaring({ deprivedOfPoliticalRights: true }) }),
  'SG-13-3-CAPACITY': sg({ leaders: declaring({ fullCivilCapacity: false }) }),
  'SG-9-SUPERVISOR': sampleDualFacts('SOCIAL_GROUP', { supervisingUnit: undefined }),
  'SG-10-2-PREFIX': named('中国智能装备学会'),
  'SG-3-3-1-CPPCC': natured('cppccBody'),
  'SG-3-3-2-EXEMPTED': natured('exemptedByStateCouncil'),
  'SG-3-3-3-INTERNAL': natured('internalToOneUnit'),
  'ON-6-1-OVERSEAS': natured('overseasOffice'),

  'SSI-8-1-2-NAME': ssi({ name: '' }),
  'SSI-8-1-2-ORGANS': ssi({ organs: [] }),
  'SSI-8-1-3-STAFF': ssi({ fullTimeStaff: 0 }),
  'SSI-8-1-4-FUNDS': ssi({ funds: 0 }),
  'SSI-8-1-5-PREMISES': ssi({ residence: '' }),
  'SSI-12-1-PURPOSE': ssi({ purpose: '' }),
  'SSI-12-1-SCOPE': ssi({ scope: '' }),
  'SSI-12-1-LIABILITY': ssi({ independentLiability: false }),
  'SSI-5-REGISTRAR': ssi({ authorityLevel: 'OTHER' }),
  'SSI-6-SEAT': ssi({ division: '110108' }),
  'SSI-9-FOUNDERS': ssi({ initiators: [] }),
  'SSI-9-5-IDENTITY': ssi({ leaders: [sampleLeader({ documentValid: false })] }),
  'SSI-11-2-4-POLITICAL-RIGHTS': ssi({ leaders: declaring({ deprivedOfPoliticalRights: true }) }),
  'SSI-11-2-4-CAPACITY': ssi({ leaders: declaring({ fullCivilCapacity: false }) }),
  'SSI-12-1-REPRESENTATIVE': ssi({ leaders: [] }),
  'SSI-8-1-1-SUPERVISOR': sampleDualFacts('SOCIAL_SERVICE_INSTITUTION', { supervisingUnit: { name: '' } }),
  'SSI-8-2-PREFIX': ssi({ name: '中华阳光社会工作事务所' }),

  'FD-3-TYPE': fd({ fundraising: undefined }),
  'FD-6-REGISTRAR': fd({ authorityLevel: 'CITY' }),
  'FD-6-2-MINISTRY': fd({ ...BEIJING_MINISTRY, name: '春雨助学基金会', funds: 20_000_000 }),
  'FD-6-2-2-OUTSIDE-REPRESENTATIVE': fdLeader({ residency: 'HONG_KONG' }),
  'FD-6-3-SEAT': fd({ division: '310101' }),
  'FD-8-1-PURPOSE': fd({ purpose: '' }),
  'FD-8-2-FUNDS-NATIONAL-PUBLIC': fd({ ...BEIJING_MINISTRY, fundraising: 'PUBLIC', funds: 7_999_999 }),
  'FD-8-2-FUNDS-LOCAL-PUBLIC': fd({ fundraising: 'PUBLIC', funds: 3_999_999 }),
  'FD-8-2-FUNDS-NON-PUBLIC': fd({ funds: 1_999_999 }),
  'FD-8-2-CASH': fd({ fundsPaidInCash: false }),
  'FD-8-3-NAME': fd({ name: '' }),
  'FD-8-3-ORGANS': fd({ organs: [] }),
  'FD-8-3-STAFF': fd({ fullTimeStaff: 0 }),
  'FD-8-4-PREMISES': fd({ divisionKnown: false }),
  'FD-8-5-LIABILITY': fd({ independentLiability: false }),
  'FD-11-2-SCOPE': fd({ scope: '' }),
  'FD-9-APPLICANTS': fd({ initiators: [] }),
  'FD-9-4-IDENTITY-NUMBER': fdLeader({ documentValid: false }),
  'FD-11-2-REPRESENTATIVE': fdLeader({ legalRepresentative: false }),
  'FD-20-4-OFFICERS': fd({ leaders: [sampleLeader()] }),
  'FD-20-4-CHAIR-REPRESENTS': fd({
    leaders: [sampleLeader({ legalRepresentative: false }), { ...others[0]!, legalRepresentative: true }, others[1]!],
  }),
  'FD-23-1-SERVING-OFFICIAL': fdDeclaring({ servingStateOfficial: true }),
  'FD-23-1-OTHER-POSTS': fdDeclaring({ representsOthers: ['甲公司'] }),
  'FD-23-1-RESIDENCY': fdLeader({ residency: 'FOREIGN' }),
  'FD-23-2-SENTENCE': fdDeclaring({ sentenceServedOn: '2021-11-24' }),
  'FD-23-2-POLITICAL-RIGHTS': fdDeclaring({ deprivedOfPoliticalRights: true }),
  'FD-23-2-REVOKED': fdDeclaring({ responsibleInRevokedOn: '2021-11-24' }),
  'FD-24-STAY': fdLeader({ residency: 'MACAO', declarations: sampleDeclarations({ monthsOnMainland: 2 }) }),
  'FD-9-5-SUPERVISOR': sampleDualFacts('FOUNDATION', { supervisingUnit: { name: '甲局', consentedOn: '2026-11-25' } }),
  'FD-20-1-COUNCIL': fd({ council: undefined }),
  'FD-20-1-SIZE': council({ directors: 4 }),
  'FD-20-1-TERM': council({ termYears: 6 }),
  'FD-20-2-KIN': council({ relatedDirectors: 4 }),
  'FD-20-2-NO-KIN': fd({ privatelyFunded: false, council: { ...fd({}).council!, relatedDirectors: 2 } }),
  'FD-20-3-PAID': council({ paidDirectors: 4 }),
  'FD-22-1-SUPERVISORS': council({ supervisors: 0 }),
  'FD-22-1-CONFLICT': council({ conflictedSupervisors: 1 }),
  'NM-8-3-PREFIX': fd({ name: '全国春雨助学基金会' }),

  'CH-9-1-PURPOSE': ch({ purpose: '' }),
  'CH-9-3-NAME': ch({ name: '' }),
  'CH-9-3-PREMISES': ch({ residence: '' }),
  'CH-9-5-PROPERTY': ch({ funds: 0 }),
  'CH-9-6-ORGANS': ch({ organs: [] }),
  'CH-16-1-CAPACITY': chDeclaring({ fullCivilCapacity: false }),
  'CH-16-2-CRIME': chDeclaring({ sentenceServedOn: '2021-11-24', intentionalCrime: true }),
  'CH-16-3-REVOKED': chDeclaring({ responsibleInRevokedOn: '2021-11-24' }),

  'DR-CATEGORY': sg({ category: undefined }),
  'DR-REASON': sg({ categoryReason: ' ' }),
  'DR-INDUSTRY-KIND': fd({ category: 'INDUSTRY' }),
  'DR-NOT-POLITICAL': natured('politicalOrLegal'),
  'DR-NOT-RELIGIOUS': natured('religious'),

  'NM-FORM-SG': named('北京市智能装备基金会'),
  'NM-FORM-SSI': ssi({ name: '北京市朝阳区阳光社会工作协会' }),
  'NM-FORM-FD': fd({ name: '北京市春雨助学中心' }),
  'NM-8-1-FIELD': named('北京市学会'),
  'NM-8-1-ORIGIN': named('北京市浙江省商会'),
  'NM-8-2-BRAND': fd({ name: '北京市助学基金会' }),
  'NM-BRAND-LENGTH': fd({ name: '北京市爱助学基金会' }),
  'NM-BRAND-DIVISION': fd({ name: '北京市河北助学基金会' }),
  'NM-8-DIVISION': named('智能装备技术学会'),
  'NM-9-DISTRICT': ssi({ name: '朝阳区阳光社会工作事务所' }),
  'NM-HELD': sg({ heldNames: [{ reason: 'DEREGISTERED', since: '2026-11-01' }] }),
  'NM-16-IDENTICAL': sg({ sameNameAs: '51110000MJD000007H' }),
  'NM-MISLEADING': named('北京市第一装备学会'),
  'NM-MISLEADING-OWN': named('北京市顶级装备学会'),
  'NM-PARTY': named('北京市共产党装备学会'),
  'NM-STATE-ORGAN': named('北京市人民政府装备学会'),
  'NM-ARMY': named('北京市解放军装备学会'),
  'NM-OTHER-BODY': named('北京市总工会装备学会'),
  'NM-HARMFUL': named('北京市赌博研究会'),
  'NM-SUPERSTITION': named('北京市风水研究会'),
  'NM-SCRIPT': named('北京市AI装备学会'),
  'NM-SIGNS': named('北京市 装备学会'),
};

/** Applications that lack exactly the document or the charter item of a row. */
export function withoutPaper({ id, value }: RuleRow): EstablishmentFacts | undefined {
  const { document, item, track } = value as { document?: string; item?: number; track?: string };
  const kind = id.startsWith('SSI')
    ? 'SOCIAL_SERVICE_INSTITUTION'
    : id.startsWith('SG')
      ? 'SOCIAL_GROUP'
      : 'FOUNDATION';
  const sample = track === 'DUAL' ? sampleDualFacts(kind) : sampleFacts(kind);
  if (document) return { ...sample, documents: sample.documents.filter((each) => each !== document) };
  if (!item) return undefined;
  const rest = (items: readonly number[]) => items.filter((each) => each !== item);
  const charity = sampleCharity(kind);
  return id.startsWith('CH')
    ? { ...charity, charityCharterItems: rest(charity.charityCharterItems!) }
    : { ...sample, charterItems: rest(sample.charterItems) };
}
