import type { Violation } from '@app/kernel';
import type { Kind, OrganizationState } from '@app/register';
import { sampleLeader } from '../../testing/sample-facts.js';
import type { MatterParts } from '../matter-content.js';
import type { MatterFacts } from '../matter.facts.js';
import { MATTERS, matterViolations } from '../matters.js';
import type { MatterType } from '../matter-types.js';
import { SAMPLE_DAY, sampleMatter, sampleParts } from './sample-matters.js';

type Bend = Partial<MatterFacts> & { parts?: MatterParts; standing?: Partial<OrganizationState> };
const found = (type: MatterType, kind: Kind, bend: Bend): Violation[] =>
  matterViolations(MATTERS[type], sampleMatter(type, kind, bend), SAMPLE_DAY);
const remarked = (type: MatterType, kind: Kind, bend: Bend): Violation[] =>
  MATTERS[type].remarks!(sampleMatter(type, kind, bend), SAMPLE_DAY);

/** The part of a lawful matter, bent. */
function bent<P extends keyof MatterParts>(
  type: MatterType,
  kind: Kind,
  part: P,
  over: Partial<NonNullable<MatterParts[P]>>,
): Bend {
  return { parts: { [part]: { ...sampleParts(type, kind)[part], ...over } } };
}

const SG = 'SOCIAL_GROUP';
const SSI = 'SOCIAL_SERVICE_INSTITUTION';
const FD = 'FOUNDATION';
const supervised = { supervisingUnit: '北京市科学技术协会' };
const unchanged = { change: { reason: '无' } };
const twoHeads = [
  { ...sampleLeader(), postTitle: '会长' },
  { ...sampleLeader(), postTitle: '会长' },
];
const branches = (kind: Kind, type: MatterType) => [
  { name: sampleParts(type, kind).branch!.name, type: 'BRANCH', scope: '', since: '2024-01-01' } as const,
];
const other = (over: Partial<OrganizationState>) => {
  const [[code, state]] = sampleMatter('MERGER', SG).others;
  return { others: new Map([[code, { ...state!, ...over }]]) };
};
const few = { members: 9, present: 5, inFavour: 3 };

/** For each row that one defect breaks: the matter that breaks it, and what is found. */
export const DEFECT_BY_MATTER_ROW: Readonly<Record<string, () => readonly Violation[]>> = {
  'MATTER-KIND': () => found('FOUNDATION_BRANCH', SG, {}),
  'SG-20-STANDING': () => found('CHANGE', SG, { standing: { status: 'LIQUIDATING' } }),
  'MATTER-CONTENT': () => found('CHANGE', SG, { parts: { change: undefined } }),
  'SG-CHANGE-ITEMS': () => found('CHANGE', SG, { parts: unchanged }),
  'SSI-CHANGE-ITEMS': () => found('CHANGE', SSI, { parts: unchanged }),
  'FD-CHANGE-ITEMS': () => found('CHANGE', FD, { parts: unchanged }),
  'SG-CHANGE-CONSENT': () =>
    found('CHANGE', SG, { standing: supervised, ...bent('CHANGE', SG, 'change', { supervisorConsentOn: undefined }) }),
  'SSI-CHANGE-CONSENT': () =>
    found('CHANGE', SSI, {
      standing: supervised,
      ...bent('CHANGE', SSI, 'change', { supervisorConsentOn: undefined }),
    }),
  'SG-CHANGE-LATE': () => remarked('CHANGE', SG, bent('CHANGE', SG, 'change', { supervisorConsentOn: '2026-10-01' })),
  'SSI-CHANGE-LATE': () =>
    remarked('CHANGE', SSI, bent('CHANGE', SSI, 'change', { supervisorConsentOn: '2026-10-01' })),
  'SG-CHANGE-REPRESENTATIVE': () => found('CHANGE', SG, { people: twoHeads }),
  'SSI-CHANGE-REPRESENTATIVE': () => found('CHANGE', SSI, { people: twoHeads }),
  'FD-CHANGE-REPRESENTATIVE': () => found('CHANGE', FD, { people: twoHeads }),
  'CHANGE-EFFECTIVE-ON': () => found('CHANGE', SG, bent('CHANGE', SG, 'change', { effectiveOn: '2026-11-23' })),
  'SG-CHARTER-CHANGES': () => found('CHARTER_APPROVAL', SG, bent('CHARTER_APPROVAL', SG, 'charter', { text: ' ' })),
  'SSI-CHARTER-CHANGES': () => found('CHARTER_APPROVAL', SSI, bent('CHARTER_APPROVAL', SSI, 'charter', { text: ' ' })),
  'FD-CHARTER-CHANGES': () => found('CHARTER_APPROVAL', FD, bent('CHARTER_APPROVAL', FD, 'charter', { text: ' ' })),
  'SG-CHARTER-CONSENT': () =>
    found('CHARTER_APPROVAL', SG, {
      standing: supervised,
      ...bent('CHARTER_APPROVAL', SG, 'charter', { supervisorConsentOn: undefined }),
    }),
  'SSI-CHARTER-CONSENT': () =>
    found('CHARTER_APPROVAL', SSI, {
      standing: supervised,
      ...bent('CHARTER_APPROVAL', SSI, 'charter', { supervisorConsentOn: undefined }),
    }),
  'FD-CHARTER-CONSENT': () =>
    found('CHARTER_APPROVAL', FD, {
      standing: supervised,
      ...bent('CHARTER_APPROVAL', FD, 'charter', { supervisorConsentOn: undefined }),
    }),
  'FD-21-2-QUORUM': () => found('CHARTER_APPROVAL', FD, bent('CHARTER_APPROVAL', FD, 'charter', { votes: few })),
  'FD-21-3-MAJORITY': () => found('MERGER', FD, bent('MERGER', FD, 'merger', { votes: few })),
  'CH-10-2-ONCE': () => found('CHARITY_RECOGNITION', SG, { standing: { charity: true } }),
  'CH-9-2-NON-PROFIT': () =>
    found('CHARITY_RECOGNITION', SG, bent('CHARITY_RECOGNITION', SG, 'recognition', { nonProfit: false })),
  'CH-22-1-CHARITY': () => found('FUNDRAISING_QUALIFICATION', SG, { standing: { charity: false } }),
  'CH-22-1-ONCE': () => found('FUNDRAISING_QUALIFICATION', SG, { standing: { publicFundraisingSince: '2026-01-01' } }),
  'CH-22-1-YEAR': () => found('FUNDRAISING_QUALIFICATION', SG, { standing: { charitySince: '2025-11-24' } }),
  'CH-22-1-GOVERNANCE': () =>
    found(
      'FUNDRAISING_QUALIFICATION',
      SG,
      bent('FUNDRAISING_QUALIFICATION', SG, 'recognition', { effectiveGovernance: false }),
    ),
  'SSI-13-NO-BRANCH': () => found('BRANCH_RECORD', SSI, {}),
  'SG-17-1-NO-SUB-BRANCH': () => found('BRANCH_RECORD', SG, bent('BRANCH_RECORD', SG, 'branch', { under: '某分会' })),
  'SG-17-2-NOT-TERRITORIAL': () => {
    const name = `${sampleMatter('BRANCH_RECORD', SG).organization.name}河北分会`;
    return found('BRANCH_RECORD', SG, bent('BRANCH_RECORD', SG, 'branch', { name }));
  },
  'SG-17-1-PART-OF': () =>
    found('BRANCH_RECORD', SG, bent('BRANCH_RECORD', SG, 'branch', { name: '机器人专业委员会' })),
  'BR-2014-NO-CHARTER': () => found('BRANCH_RECORD', SG, bent('BRANCH_RECORD', SG, 'branch', { ownCharter: true })),
  'BR-2014-NO-ACCOUNT': () => found('BRANCH_RECORD', SG, bent('BRANCH_RECORD', SG, 'branch', { ownAccount: true })),
  'BR-2014-COUNCIL': () => found('BRANCH_RECORD', SG, bent('BRANCH_RECORD', SG, 'branch', { resolvedOn: undefined })),
  'SG-17-BRANCH-ONCE': () => found('BRANCH_RECORD', SG, { standing: { branches: branches(SG, 'BRANCH_RECORD') } }),
  'SG-17-BRANCH-KNOWN': () => found('BRANCH_RECORD', SG, bent('BRANCH_RECORD', SG, 'branch', { action: 'CLOSE' })),
  'FD-12-3-ITEMS': () => found('FOUNDATION_BRANCH', FD, { people: [] }),
  'FD-12-BRANCH-ONCE': () =>
    found('FOUNDATION_BRANCH', FD, { standing: { branches: branches(FD, 'FOUNDATION_BRANCH') } }),
  'CC-67-NAMED': () => found('MERGER', SG, bent('MERGER', SG, 'merger', { absorbed: [] })),
  'CC-67-1-KNOWN': () => found('MERGER', SG, { others: new Map() }),
  'CC-67-1-SAME-KIND': () => found('MERGER', SG, other({ kind: FD })),
  'CC-67-1-SAME-REGISTRAR': () => found('MERGER', SG, other({ authority: '110108' })),
  'CC-67-1-CONSENTED': () => found('MERGER', SG, other({ mergerConsent: undefined })),
  'CC-67-1-ACTIVE': () => found('MERGER', SG, other({ status: 'LIQUIDATING' })),
  'CC-67-2-DISTINCT': () => found('SPLIT', SG, bent('SPLIT', SG, 'split', { into: ['甲会', '甲会'] })),
  'SG-LIQUIDATION-GROUP': () => found('LIQUIDATION', SG, bent('LIQUIDATION', SG, 'liquidation', { groupMembers: 0 })),
  'SSI-LIQUIDATION-GROUP': () =>
    found('LIQUIDATION', SSI, bent('LIQUIDATION', SSI, 'liquidation', { groupMembers: 0 })),
  'FD-LIQUIDATION-GROUP': () => found('LIQUIDATION', FD, bent('LIQUIDATION', FD, 'liquidation', { groupMembers: 0 })),
  'CC-70-1-ORDER': () =>
    found('LIQUIDATION', SG, bent('LIQUIDATION', SG, 'liquidation', { groupFormedOn: '2026-10-31' })),
  'CH-18-2-GROUP': () =>
    remarked('LIQUIDATION', SG, {
      standing: { charity: true },
      ...bent('LIQUIDATION', SG, 'liquidation', { causeOn: '2026-10-01' }),
    }),
  'CC-71-CREDITORS': () =>
    found('DEREGISTRATION', SG, bent('DEREGISTRATION', SG, 'deregistration', { creditorsToldOn: undefined })),
  'SG-LIQUIDATION-ENDED': () =>
    found('DEREGISTRATION', SG, bent('DEREGISTRATION', SG, 'deregistration', { liquidationEndedOn: '2026-11-25' })),
  'SSI-LIQUIDATION-ENDED': () =>
    found('DEREGISTRATION', SSI, bent('DEREGISTRATION', SSI, 'deregistration', { liquidationEndedOn: '2026-11-25' })),
  'FD-LIQUIDATION-ENDED': () =>
    found('DEREGISTRATION', FD, bent('DEREGISTRATION', FD, 'deregistration', { liquidationEndedOn: '2026-11-25' })),
  'SG-DEREGISTRATION-LATE': () =>
    remarked('DEREGISTRATION', SG, bent('DEREGISTRATION', SG, 'deregistration', { liquidationEndedOn: '2026-11-01' })),
  'SSI-DEREGISTRATION-LATE': () =>
    remarked(
      'DEREGISTRATION',
      SSI,
      bent('DEREGISTRATION', SSI, 'deregistration', { liquidationEndedOn: '2026-11-01' }),
    ),
  'FD-DEREGISTRATION-LATE': () =>
    remarked('DEREGISTRATION', FD, bent('DEREGISTRATION', FD, 'deregistration', { liquidationEndedOn: '2026-11-01' })),
  'CC-72-CLAIMS': () =>
    found('DEREGISTRATION', SG, bent('DEREGISTRATION', SG, 'deregistration', { claimsSettled: false })),
  'CC-95-NOT-TO-MEMBERS': () =>
    found(
      'DEREGISTRATION',
      SSI,
      bent('DEREGISTRATION', SSI, 'deregistration', {
        leftovers: { amount: 1, basis: 'CHARTER', recipient: '会员', toFoundersOrMembers: true },
      }),
    ),
  'CC-95-RECIPIENT': () =>
    found(
      'DEREGISTRATION',
      SG,
      bent('DEREGISTRATION', SG, 'deregistration', {
        leftovers: { amount: 1, basis: 'NONE', toFoundersOrMembers: false },
      }),
    ),
  'SG-21-2-RETURNED': () =>
    remarked('DEREGISTRATION', SG, bent('DEREGISTRATION', SG, 'deregistration', { sealsReturned: false })),
  'SSI-17-2-RETURNED': () =>
    remarked('DEREGISTRATION', SSI, bent('DEREGISTRATION', SSI, 'deregistration', { certificateReturned: false })),
  'FD-RETURNED': () =>
    remarked('DEREGISTRATION', FD, bent('DEREGISTRATION', FD, 'deregistration', { vouchersReturned: false })),
  'FD-20-1-LEADERS-TERM': () =>
    found('LEADERS_FILING', FD, bent('LEADERS_FILING', FD, 'leaders', { termUntil: '2031-11-21' })),
  'SG-TERM': () => found('LEADERS_FILING', SG, bent('LEADERS_FILING', SG, 'leaders', { termUntil: '2031-11-21' })),
  'TERM-ORDER': () => found('LEADERS_FILING', SG, bent('LEADERS_FILING', SG, 'leaders', { electedOn: '2026-11-25' })),
  'TERM-KNOWN': () => found('ELECTION_DELAY', SG, { standing: { term: undefined } }),
  'TERM-DELAY': () => found('ELECTION_DELAY', SG, bent('ELECTION_DELAY', SG, 'delay', { delayedUntil: '2028-01-01' })),
  'CERTIFICATE-LOSS-NOTICE': () =>
    found(
      'CERTIFICATE_REPLACEMENT',
      SG,
      bent('CERTIFICATE_REPLACEMENT', SG, 'replacement', { noticePublishedOn: '2026-11-25' }),
    ),
  'SG-16-SOMETHING-FILED': () => found('SEAL_AND_ACCOUNT', SG, { parts: { sealAndAccount: { sealFiled: false } } }),
  'SG-16-ACCOUNT': () =>
    found('SEAL_AND_ACCOUNT', SG, bent('SEAL_AND_ACCOUNT', SG, 'sealAndAccount', { accountEnding: undefined })),
  'REGISTER-ENTRY-KNOWN': () => found('CORRECTION', SG, bent('CORRECTION', SG, 'correction', { entry: 9 })),
  'REGISTER-FOUNDING-STANDS': () => found('REMEDY_OUTCOME', SG, bent('REMEDY_OUTCOME', SG, 'remedy', { entry: 1 })),
  'REGISTER-CORRECTION-CHANGES': () => found('CORRECTION', SG, { parts: { correction: { entry: 1, reason: '无' } } }),
  'REGISTER-ITEM-OF-ENTRY': () => found('CORRECTION', SG, bent('CORRECTION', SG, 'correction', { entry: 2 })),
  'REGISTER-DIVISION': () =>
    found('CORRECTION', SG, {
      ...bent('CORRECTION', SG, 'correction', { division: '119999' }),
      surroundings: { ...sampleMatter('CORRECTION', SG).surroundings, divisionKnown: false },
    }),
  'SANCTION-DECIDED': () => found('ANNULMENT', SG, bent('ANNULMENT', SG, 'sanction', { decidedOn: '2026-11-25' })),
  'SANCTION-GROUND': () => found('ANNULMENT', SG, bent('ANNULMENT', SG, 'sanction', { ground: 'NO_SUCH' })),
  'SG-30-SUSPENSION': () => found('SUSPENSION', SG, bent('SUSPENSION', SG, 'suspension', { until: '2026-11-24' })),
  'FD-17-1-BRANCH-KNOWN': () =>
    found('FOUNDATION_BRANCH', FD, bent('FOUNDATION_BRANCH', FD, 'branch', { action: 'CLOSE' })),
  'MATTER-PEOPLE': () => found('SEAL_AND_ACCOUNT', SG, { people: twoHeads }),
  'MATTER-DAY-TO-COME': () => found('CHANGE', SG, bent('CHANGE', SG, 'change', { supervisorConsentOn: '2026-11-25' })),
  'REGISTER-VOID-ALREADY': () => {
    const { entries } = sampleMatter('REMEDY_OUTCOME', SG);
    const empty = { ...entries[1], number: 3, kind: 'VOIDED', difference: {}, corrects: 2 } as const;
    return found('REMEDY_OUTCOME', SG, { entries: [...entries, empty] });
  },
  'TERM-DELAY-ONCE': () =>
    found('ELECTION_DELAY', SG, {
      standing: { term: { from: '2021-11-20', until: '2026-12-31', delayedFrom: '2026-11-20' } },
    }),
  'FD-20-1-NO-DELAY': () =>
    found('ELECTION_DELAY', FD, { standing: { term: { from: '2021-12-31', until: '2026-12-31' } } }),
  'CC-67-2-ONE-AT-A-TIME': () =>
    found('SPLIT', SG, { standing: { split: { into: ['甲会', '乙会'], dissolves: true }, successors: ['X'] } }),
};
