import type { Principal } from '@app/access';
import type { CaseWorkflow } from '@app/casework';
import {
  handlingHindrance,
  hindrance,
  isApplicant,
  isInsider,
  officeHindrance,
  partiesOf,
  type CaseSituation,
} from '@app/casework';
import { ESTABLISHMENT, EX_OFFICIO, PERMISSION, RECORDING } from '@app/registration';
import { pdf } from '../../libs/documents/src/testing/honest-files.js';
import { testPassword } from '../support/app.js';
import { APPROVING, scitechAssociation } from '../support/registrations.js';
import { FILING_OPERATIONS } from './rights-filing-operations.js';
import { HUB_OPERATIONS } from './rights-hub-operations.js';
import type { OperationCase } from './rights-target.js';

const reason = { reason: '试验所用的理由' };
const step = (action: keyof typeof ESTABLISHMENT.actions, body: object = {}): OperationCase => ({
  names: 'case',
  body: () => body,
  may: (caller, situation) => {
    const edge = ESTABLISHMENT.states[situation.record.state as keyof typeof ESTABLISHMENT.states].on[action];
    return edge !== undefined && hindrance(edge, caller, situation) === undefined;
  },
});
const MATTERS: readonly CaseWorkflow[] = [PERMISSION, RECORDING, EX_OFFICIO] as CaseWorkflow[];
const matterStep = (action: string, body: object = {}): OperationCase => ({
  names: 'matter',
  body: () => body,
  may: (caller, situation) => {
    const { procedure, state } = situation.record;
    const edge = MATTERS.find(({ name }) => name === procedure)!.states[state].on[action];
    return edge !== undefined && hindrance(edge, caller, situation) === undefined;
  },
});
const annotation = { type: 'ANNOTATION', annotation: { text: '信函被退回' } };
const isAtDesk = (caller: Principal, { record, recused }: CaseSituation): boolean =>
  !record.closed &&
  record.queue !== null &&
  partiesOf(caller, record).has(record.queue) &&
  officeHindrance(caller, { record, recused }) === undefined;
const writable = (caller: Principal, { record }: CaseSituation): boolean =>
  caller.accountId === record.applicantId && ['DRAFT', 'CORRECTION_REQUESTED'].includes(record.state);

const isOfTheOffice = (caller: Principal, { record }: CaseSituation): boolean => isInsider(caller, record);

/** Every operation of the API: one that is not here makes the drill fail. */
export const OPERATIONS: Readonly<Record<string, OperationCase>> = {
  healthLive: {},
  healthReady: {},
  metrics: {},
  listSeals: {},
  login: { body: () => ({ username: 'applicant', password: testPassword() }) },
  refreshSession: { ownSession: true },
  logout: { ownSession: true },
  getMe: {},
  changePassword: { body: () => ({ currentPassword: testPassword(), newPassword: 'short' }) },
  listSessions: { lists: 'session' },
  endSession: { names: 'session' },
  registerAccount: { body: () => ({ username: 'somebody', displayName: '某人', password: 'short' }) },
  listAccounts: { lists: 'account' },
  getAccount: { names: 'account' },
  disableAccount: { names: 'account', body: () => ({}) },
  enableAccount: { names: 'account', body: () => ({}) },
  proposeRoleGrant: { names: 'account', body: () => ({ role: 'APPLICANT', ...reason }) },
  listRoleGrants: { lists: 'role grant' },
  getRoleGrant: { names: 'role grant' },
  confirmRoleGrant: { names: 'role grant', body: () => ({}) },
  rejectRoleGrant: { names: 'role grant', body: () => reason },
  revokeRoleGrant: { names: 'role grant', body: () => reason },
  proposePasswordReset: { names: 'account', body: () => reason },
  listPasswordResets: { lists: 'password reset' },
  getPasswordReset: { names: 'password reset' },
  confirmPasswordReset: { names: 'password reset', body: () => ({}) },
  rejectPasswordReset: { names: 'password reset', body: () => reason },
  fileAgentClaim: { body: () => ({ creditCode: '51110000', post: '秘书长', ...reason }) },
  listAgentClaims: { lists: 'claim' },
  getAgentClaim: { names: 'claim' },
  verifyAgentClaim: { names: 'claim', body: () => ({}) },
  rejectAgentClaim: { names: 'claim', body: () => reason },
  listAuditEntries: {},
  listJobs: { lists: 'job' },
  getJob: { names: 'job' },
  retryJob: { names: 'job' },
  uploadDocument: { file: pdf() },
  getDocument: { names: 'document' },
  getDocumentContent: { names: 'document' },
  listNotices: { lists: 'notice' },
  getNotice: { names: 'notice' },
  markNoticeRead: { names: 'notice' },
  markAllNoticesRead: {},
  getNoticeAddress: {},
  setNoticeAddress: { body: () => ({ email: 'somebody@mail.example' }) },
  removeNoticeAddress: {},
  listDivisions: { query: 'parent=110000' },
  listCodeRanges: {},
  addCodeRange: { body: () => ({ authority: '110000', prefix: 'MJD', firstSerial: 0, lastSerial: 9 }) },
  imposeRestriction: {
    body: () => ({
      subject: { name: '某人' },
      effect: 'WARN',
      actions: ['establishment.approve'],
      citation: { law: '社会团体登记管理条例', article: '第十三条第(三)项' },
      from: '2026-01-01',
      ...reason,
    }),
  },
  liftRestriction: { names: 'restriction', body: () => reason },
  listWorkQueue: { lists: 'case' },
  claimCase: { names: 'case', may: isAtDesk },
  handOverCase: { names: 'case', body: () => reason },
  recuseOfficer: { names: 'case', body: () => reason },
  consult: {
    names: 'case',
    body: () => ({ addresseeType: 'HUB', addressee: 'HUB-9-99', question: '请就业务范围提出意见' }),
    may: isAtDesk,
  },
  listCaseConsultations: { names: 'case' },
  getCaseFile: { names: 'case', may: isOfTheOffice },
  getCaseFileIndex: { names: 'case', may: isOfTheOffice },
  listConsultations: { lists: 'consultation' },
  answerConsultation: { names: 'consultation', body: () => ({ opinion: 'AGREE', answer: '同意' }) },
  listDeadlines: { lists: 'deadline' },
  meetDeadline: { names: 'deadline', body: () => ({ note: '当面领取' }) },
  listGrounds: { query: 'kind=SOCIAL_GROUP' },
  getRegistration: { names: 'case' },
  updateRegistration: { names: 'case', body: () => scitechAssociation(), may: writable },
  validateRegistration: { names: 'case' },
  revealPersons: {
    names: 'case',
    body: () => ({ persons: ['/leaders/0'], reason: '核对身份证复印件' }),
    may: (caller, situation) => handlingHindrance(caller, situation) === undefined,
  },
  // Its own papers an applicant may file; another's are for him as if they were not there.
  createRegistration: {
    names: 'document',
    body: (documentId) => scitechAssociation({ documents: [{ kind: 'CHARTER_DRAFT', documentId }] }),
  },
  listRegistrations: { lists: 'case' },
  submitRegistration: step('submit', { insist: true }),
  withdrawRegistration: step('withdraw'),
  requestCorrection: step('request-correction', { items: [{ pointer: '/scope', message: '请写明业务范围' }] }),
  acceptRegistration: step('accept'),
  refuseAdmission: step('not-admit', { ground: 'N2', reason: '不属于本机关职权范围' }),
  beginReview: step('begin-review'),
  pauseReview: step('pause', { cause: 'HEARING', expectedDays: 20, reason: '依法听证' }),
  resumeReview: step('resume'),
  completeReview: step('complete-review', APPROVING),
  approveRegistration: step('approve'),
  refuseRegistration: step('refuse', { ground: 'R1', reason: '宗旨不符合规定' }),
  returnToReview: step('return-to-review', { reason: '请补充意见' }),
  extendPeriod: step('extend', { days: 10, approvedBy: '民政部', reason: '案情复杂' }),
  // Whoever may open matters at all is told what is wrong with this one; whose organization it is, its journeys show.
  createMatter: { body: () => ({ ...annotation, creditCode: '5111' }) },
  listMatters: { lists: 'matter' },
  getMatter: { names: 'matter' },
  updateMatter: {
    names: 'matter',
    body: () => ({ ...annotation, creditCode: '51110000MJ0101505U' }),
    may: (caller, { record }) => isApplicant(caller, record) && record.queue === 'APPLICANT',
  },
  validateMatter: { names: 'matter' },
  revealMatterPersons: {
    names: 'matter',
    body: () => ({ persons: ['/people/0'], reason: '核对身份证复印件' }),
    may: (caller, situation) => handlingHindrance(caller, situation) === undefined,
  },
  submitMatter: matterStep('submit', { insist: true }),
  withdrawMatter: matterStep('withdraw'),
  requestMatterCorrection: matterStep('request-correction', { items: [{ pointer: '/change', message: '请写明原因' }] }),
  acceptMatter: matterStep('accept'),
  refuseMatterAdmission: matterStep('not-admit', { ground: 'N2', reason: '不属于本机关职权范围' }),
  recordMatter: matterStep('record'),
  refuseToRecordMatter: matterStep('not-record', { reason: '印章式样模糊' }),
  beginMatterReview: matterStep('begin-review'),
  pauseMatterReview: matterStep('pause', { cause: 'HEARING', expectedDays: 20, reason: '依法听证' }),
  resumeMatterReview: matterStep('resume'),
  completeMatterReview: matterStep('complete-review', { recommendation: 'APPROVE', opinion: '符合规定' }),
  approveMatter: matterStep('approve'),
  approveMatterForLater: matterStep('approve-for-later'),
  refuseMatter: matterStep('refuse', { ground: 'M1', reason: '不符合法定条件' }),
  returnMatterToReview: matterStep('return-to-review', { reason: '请补充意见' }),
  extendMatterPeriod: matterStep('extend', { days: 10, approvedBy: '本机关负责人', reason: '案情复杂' }),
  proposeMatter: matterStep('propose'),
  orderMatter: matterStep('order'),
  rejectMatter: matterStep('reject', { reason: '证据不足' }),
  returnMatter: matterStep('return', { reason: '请补充证据' }),
  ...HUB_OPERATIONS,
  ...FILING_OPERATIONS,
  searchOrganizations: {},
  getOrganization: { names: 'organization' },
  listEntries: { names: 'organization' },
  listItemHistories: { names: 'organization' },
  compareMoments: { names: 'organization' },
  getOrganizationFile: { names: 'organization file' },
  listOrganizationEntries: { names: 'organization file' },
};
