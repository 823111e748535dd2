import { presentClock, presentStep } from '@app/casework';
import type { Bilingual } from '@app/kernel';
import { ESTABLISHMENT, type EstablishmentState } from '../domain/establishment.workflow.js';
import { masked } from '../domain/masking.js';
import type { Registration, RegistrationSummary } from '../application/registration.queries.js';
import { presentDecision } from './case.presenter.js';
import type { ApplicationInput } from './dto/application.dto.js';
import type { RegistrationDto, RegistrationSummaryDto } from './dto/registration.dto.js';

/** A registration as its readers see it: numbers of documents and phones masked. */
export function presentRegistration(registration: Registration, language: keyof Bilingual): RegistrationDto {
  const { record, allowedActions, clock, steps, application, correctionNotices, decision, insider } = registration;
  return {
    id: record.id,
    state: record.state,
    stateTitle: ESTABLISHMENT.states[record.state as EstablishmentState].title,
    allowedActions: [...allowedActions],
    clock: presentClock(record, clock, language),
    version: record.version,
    receiptNumber: record.receiptNumber,
    application: masked(application) as ApplicationInput,
    correctionNotices: [...correctionNotices],
    decision: presentDecision(decision),
    steps: steps.map((step) => presentStep(step, ESTABLISHMENT, insider)),
  };
}

export function presentSummary({
  id,
  state,
  name,
  authority,
  receiptNumber,
  dueOn,
  version,
}: RegistrationSummary): RegistrationSummaryDto {
  return { id, state, stateTitle: ESTABLISHMENT.states[state].title, name, authority, receiptNumber, dueOn, version };
}
