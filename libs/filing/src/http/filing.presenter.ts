import { presentClock, presentStep } from '@app/casework';
import type { Bilingual } from '@app/kernel';
import { FILED_STANDING } from '@app/register';
import type { DuplicatePair } from '../application/duplicate.queries.js';
import { procedureOf } from '../application/filing-procedure.js';
import type { FilingView } from '../application/filing.queries.js';
import type { GroupFile, GroupSummary } from '../application/group.queries.js';
import { masked, maskPhone } from '../domain/masking.js';
import type { FilingDto } from './dto/filing.dto.js';
import type { DuplicateDto } from './dto/duplicate.dto.js';
import type { GroupDto, GroupSummaryDto } from './dto/group.dto.js';

/** Said in every answer: a filed group is no legal person, and no illegal organization either. */
function standingOf(language: keyof Bilingual): { legalPerson: false; standingNote: string } {
  return { legalPerson: false, standingNote: FILED_STANDING.value[language] };
}

/** A case as its readers see it: numbers and telephones masked. */
export function presentFiling(view: FilingView, language: keyof Bilingual): FilingDto {
  const { record, allowedActions, clock, steps, insider, matter, office, filingNumber, filing, decision } = view;
  const workflow = procedureOf(office);
  const { group, route, reason, cause = null } = filing;
  return {
    ...standingOf(language),
    id: record.id,
    matter,
    state: record.state,
    stateTitle: workflow.states[record.state].title,
    allowedActions: [...allowedActions],
    clock: presentClock(record, clock, language),
    version: record.version,
    receiptNumber: record.receiptNumber,
    office,
    filingNumber,
    filing: {
      route,
      reason,
      group: { ...group, documents: [...group.documents] },
      persons: presentPersons(filing.persons),
    },
    cause,
    alike: view.alike && view.alike.map(({ subjectId: _, signs, ...like }) => ({ ...like, signs: [...signs] })),
    decision: decision && {
      ...decision,
      rules: decision.rules.map(({ id, citation, inForceFrom, mark }) => ({ id, citation, inForceFrom, mark })),
    },
    steps: steps.map((step) => presentStep(step, workflow, insider)),
  };
}

function presentPersons(persons: FilingView['filing']['persons']) {
  const { administrators, ...shown } = masked(persons);
  return { ...shown, administrators: [...administrators] };
}

export function presentGroupSummary(
  { funds: _funds, hasPremises: _premises, fullTimeStaff: _staff, ...group }: GroupSummary,
  language: keyof Bilingual,
): GroupSummaryDto {
  return { ...standingOf(language), ...group };
}

export function presentGroup({ state, contact, measures }: GroupFile, language: keyof Bilingual): GroupDto {
  const { filingNumber, name, route, groupKind, status, division, purpose, memberCount, funds, fundsSource } = state;
  const { hasPremises, fullTimeStaff, reviewOn } = state;
  return {
    ...standingOf(language),
    ...{ filingNumber, name, route, groupKind, status, division, purpose, memberCount, funds, fundsSource },
    ...{ hasPremises, fullTimeStaff, reviewOn },
    office: state.filedByHub ?? state.authority,
    filedOn: state.foundedOn,
    primaryHub: state.primaryHub ?? null,
    activities: state.scope,
    online: state.online ?? null,
    contact: contact && {
      leaderPhone: maskPhone(contact.leaderPhone),
      meetingPlace: contact.meetingPlace,
      ruleSheet: contact.ruleSheet,
      offlineContact: contact.offlineContact
        ? { ...contact.offlineContact, phone: maskPhone(contact.offlineContact.phone) }
        : null,
    },
    predecessors: [...(state.predecessors ?? [])],
    ending: state.ending
      ? { on: state.ending.on, cause: state.ending.cause, successors: [...(state.ending.successors ?? [])] }
      : null,
    promotion: measures.map((measure) => ({
      ...measure,
      conditions: [...measure.conditions],
      missing: [...measure.missing],
    })),
  };
}

export function presentDuplicate({ first, second, signs, ...pair }: DuplicatePair): DuplicateDto {
  const { subjectId: _first, ...one } = first;
  const { subjectId: _second, ...other } = second;
  return { ...pair, first: one, second: other, signs: [...signs] };
}
