import { handlingHindrance, hindrance, isApplicant, type CaseWorkflow } from '@app/casework';
import { actsFor, FILING, FILING_BY_HUB, maySeeFigures } from '@app/filing';
import { group, persons, STREET, territorial } from '../support/filings.js';
import { csv, filingRow } from '../support/intake.js';
import type { OperationCase } from './rights-target.js';

const WORKFLOWS = [FILING, FILING_BY_HUB] as unknown as readonly CaseWorkflow[];
const step = (action: string, body: object = {}): OperationCase => ({
  names: 'filing',
  body: () => body,
  may: (caller, situation) => {
    const { procedure, state } = situation.record;
    const edge = WORKFLOWS.find(({ name }) => name === procedure)!.states[state].on[action];
    return edge !== undefined && hindrance(edge, caller, situation) === undefined;
  },
});
const content = { group: group(), persons: persons() };
const office = { sheet: 'filings', office: STREET };
const query = new URLSearchParams(office).toString();
const reason = { reason: '试验所用的理由' };
const onBatch = (body: object = {}): OperationCase => ({ names: 'intake batch', body: () => body });

/** Every operation of filing and of the intake of tables. */
export const FILING_OPERATIONS: Readonly<Record<string, OperationCase>> = {
  // Whoever may file at all is told that there is no such office; where he may file, the journeys show.
  createFiling: { body: () => ({ ...territorial(), office: '999999999' }) },
  listFilings: { lists: 'filing' },
  getFiling: { names: 'filing' },
  updateFiling: {
    names: 'filing',
    body: () => ({ ...content, route: 'TERRITORIAL' }),
    may: (caller, { record }) => isApplicant(caller, record) && record.queue === 'APPLICANT',
  },
  validateFiling: { names: 'filing' },
  revealGroupPersons: {
    names: 'filing',
    body: () => reason,
    may: (caller, situation) => handlingHindrance(caller, situation) === undefined,
  },
  submitFiling: step('submit', { insist: true }),
  proposeFiling: step('propose'),
  withdrawFiling: step('withdraw'),
  requestFilingCorrection: step('request-correction', { items: [{ pointer: '/group/name', message: '请核对' }] }),
  checkFiling: step('check', { finding: '已走访' }),
  recordFiling: step('record'),
  refuseFiling: step('not-record', { ground: 'CONDITIONS', reason: '成员不足五人' }),
  listFiledGroups: { lists: 'filed group' },
  getFiledGroup: { names: 'filed group' },
  changeFiledGroup: { names: 'kept group', body: () => content },
  renewFiledGroup: { names: 'kept group', body: () => content },
  cancelFiledGroup: { names: 'kept group', body: () => ({ cause: 'OWN_WISH', ...reason }) },
  getFilingFigures: {
    query: `division=${STREET}&from=2026-01-01&to=2026-12-31&by=month`,
    permits: (caller) => maySeeFigures(caller, STREET),
  },
  listFilingDuplicates: { lists: 'filing duplicate' },
  getFilingDuplicate: { names: 'filing duplicate' },
  decideFilingDuplicate: { names: 'filing duplicate', body: () => ({ decision: 'DIFFERENT', ...reason }) },
  listIntakeSheets: {},
  getIntakeTemplate: { names: 'intake sheet' },
  createIntakeBatch: { file: csv([filingRow()]), query, permits: (caller) => actsFor(caller, STREET) },
  listIntakeBatches: { query, permits: (caller) => actsFor(caller, STREET), lists: 'intake batch' },
  getIntakeBatch: { names: 'intake batch' },
  listIntakeRows: { names: 'intake batch' },
  getRefusedRows: { names: 'intake batch' },
  commitIntakeBatch: onBatch(),
  discardIntakeBatch: onBatch(),
  undoIntakeBatch: onBatch(reason),
  openPromotion: {
    names: 'public filing',
    body: (promotes) => ({ promotes, kind: 'SOCIAL_GROUP', authority: '110101' }),
  },
  searchFilings: {},
  getPublicFiling: { names: 'public filing' },
};
