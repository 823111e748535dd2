import type { Principal } from '@app/access';
import { hindrance, isApplicant, type CaseSituation, type CaseWorkflow } from '@app/casework';
import { assigns, maySeeCoverage, MEASURE, RECOGNITION } from '@app/hub';
import { CONDITIONS, DECISION, nomination } from '../support/hubs.js';
import { runsIts } from './rights-hub-objects.js';
import type { OperationCase } from './rights-target.js';

const step = (
  workflow: CaseWorkflow,
  names: 'recognition' | 'hub measure',
  action: string,
  body: object = {},
): OperationCase => ({
  names,
  body: () => body,
  may: (caller, situation) => {
    const edge = workflow.states[situation.record.state].on[action];
    return edge !== undefined && hindrance(edge, caller, situation) === undefined;
  },
});
const recognition = (action: string, body?: object) => step(RECOGNITION as CaseWorkflow, 'recognition', action, body);
const measure = (action: string, body?: object) => step(MEASURE as CaseWorkflow, 'hub measure', action, body);
const writable = (caller: Principal, { record }: CaseSituation): boolean =>
  isApplicant(caller, record) && record.queue === 'APPLICANT';
const desk: OperationCase = { names: 'hub desk' };
const atDesk = (body: object): OperationCase => ({ names: 'hub desk', body: () => body, permits: runsIts });
/** An action of the hub on a record of its desk; the version is one that nobody read. */
const byHub = (names: OperationCase['names'], body: object = {}): OperationCase => ({
  names,
  body: () => body,
  permits: runsIts,
});
/** Open to whoever knows the record: what his part in it is, the version that nobody read keeps from being asked. */
const byUpper = (body: object): OperationCase => ({ names: 'work report', body: () => body });
const coverage = (query?: string): OperationCase => ({ query, permits: (caller) => maySeeCoverage(caller, '110000') });
const reason = { reason: '试验所用的理由' };
const facts = { type: 'WARNING', facts: '未报送年度工作报告', documents: [] };
const credit = { creditCode: '51110000500000000X' };

/** Every operation of hub governance. */
export const HUB_OPERATIONS: Readonly<Record<string, OperationCase>> = {
  listHubs: {},
  getHub: { names: 'hub desk' },
  listHubMembers: { names: 'hub desk' },
  listPublishedServices: { names: 'hub desk' },
  listPublishedWorkReports: { names: 'hub desk' },
  // Whoever may nominate at all is told what is wrong with this one; where he may nominate, its journeys show.
  createRecognition: { body: () => ({ ...nomination(), tier: 'NONE' }) },
  listRecognitions: { lists: 'recognition' },
  getRecognition: { names: 'recognition' },
  updateRecognition: { names: 'recognition', body: () => nomination(), may: writable },
  nominateHub: recognition('nominate'),
  returnNomination: recognition('return', reason),
  reviewNomination: recognition('complete-review', {
    findings: CONDITIONS.map((condition) => ({ condition, met: true, finding: '已核实' })),
  }),
  recognizeHub: recognition('recognize', DECISION),
  refuseRecognition: recognition('refuse', { ...DECISION, ...reason }),
  publishRecognition: recognition('publish'),
  annulRecognition: recognition('annul', reason),
  withdrawNomination: recognition('withdraw'),
  createHubMeasure: { body: () => ({ ...facts, hub: 'HUB' }) },
  listHubMeasures: { lists: 'hub measure' },
  getHubMeasure: { names: 'hub measure' },
  updateHubMeasure: { names: 'hub measure', body: () => facts, may: writable },
  proposeHubMeasure: measure('propose'),
  orderHubMeasure: measure('order', DECISION),
  rejectHubMeasure: measure('reject', reason),
  returnHubMeasure: measure('return', reason),
  withdrawHubMeasure: measure('withdraw'),
  listHubProposals: { lists: 'hub proposal' },
  proposeHubs: { names: 'assignable organization', body: (creditCode) => ({ creditCode }) },
  runHubProposals: { body: () => ({ division: '110000' }), permits: (caller) => assigns(caller, '110000') },
  getHubProposal: { names: 'hub proposal' },
  confirmHubProposal: { names: 'hub proposal', body: () => ({}) },
  changeHubProposal: { names: 'hub proposal', body: () => ({ hub: 'HUB-2-05', ...reason }) },
  declineHubProposal: { names: 'hub proposal', body: () => reason },
  assignHubs: { names: 'assignable organization', body: (creditCode) => ({ creditCode, hub: 'HUB-9-99', ...reason }) },
  getOrganizationHubs: { names: 'organization of hubs' },
  getHubDesk: desk,
  listMembersOfHub: desk,
  sendHubMessage: atDesk({ title: '通知', body: '内容如下', to: ['51110000500000000X'] }),
  listHubMessages: desk,
  getHubMessage: { names: 'hub message' },
  listMessageRecipients: { names: 'hub message' },
  listReceivedMessages: { lists: 'received message' },
  readHubMessage: { names: 'received message', body: () => ({}) },
  writeGuidanceNote: atDesk({ ...credit, heldOn: '2026-11-01', topic: '换届', note: '换届指导' }),
  listGuidanceNotes: desk,
  reportPartyBuilding: atDesk({ members: [{ ...credit, form: 'NONE', partyMembers: 0, asOf: '2026-11-01' }] }),
  reportJointParty: atDesk({ established: true, asOf: '2026-11-01' }),
  getPartyCoverage: desk,
  giveHubService: atDesk({
    kind: 'TRAINING',
    title: '培训',
    beginsOn: '2026-11-02',
    endsOn: '2026-11-01',
    participants: [],
  }),
  listServicesOfHub: desk,
  getHubService: { names: 'hub service' },
  completeHubService: byHub('hub service', { outcome: '已办结' }),
  publishHubService: byHub('hub service'),
  fileServiceRequest: { body: () => ({ ...credit, hub: 'HUB', kind: 'TRAINING', need: '希望参加培训' }) },
  listServiceRequests: {},
  listServiceRequestsOfHub: desk,
  getServiceRequest: { names: 'service request' },
  takeUpServiceRequest: { names: 'service request', body: () => ({ answer: '已安排' }) },
  declineServiceRequest: { names: 'service request', body: () => ({ answer: '不能提供' }) },
  fulfilServiceRequest: { names: 'service request', body: () => ({ answer: '已办结' }) },
  withdrawServiceRequest: { names: 'service request', body: () => ({}) },
  fileMembershipRequest: { body: () => ({ ...credit, hub: 'HUB', kind: 'JOIN', relation: 'PRIMARY', ...reason }) },
  listMembershipRequests: {},
  listMembershipsOfHub: desk,
  getMembershipRequest: { names: 'membership request' },
  acceptMembership: { names: 'membership request', body: () => ({}) },
  refuseMembership: { names: 'membership request', body: () => ({ answer: '不同意' }) },
  withdrawMembership: { names: 'membership request', body: () => ({}) },
  openWorkReport: atDesk({ year: 2025 }),
  listWorkReportsOfHub: desk,
  getWorkReport: { names: 'work report' },
  writeWorkReport: byUpper({}),
  assembleWorkReport: byUpper({}),
  signWorkReport: byUpper({}),
  reopenWorkReport: byUpper({}),
  submitWorkReport: byUpper({}),
  recallWorkReport: byUpper({}),
  returnWorkReport: byUpper({ answer: '请补充' }),
  acceptWorkReport: byUpper({}),
  publishWorkReport: byUpper({}),
  getHubCoverage: coverage(),
  getHubCoverageSeries: coverage('from=2026-01-01&to=2026-11-24'),
  listHubCoverageGaps: coverage(),
  getIndicator14: coverage(),
  getIndicator26: coverage(),
  listPopulations: {},
  enterPopulation: { body: () => ({ division: '999999', year: 2025, residents: 1, source: '统计公报' }) },
};
