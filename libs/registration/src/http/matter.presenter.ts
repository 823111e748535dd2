import { presentClock, presentStep } from '@app/casework';
import type { Bilingual } from '@app/kernel';
import type { MatterSummary, MatterView } from '../application/matters/matter.queries.js';
import { maskPerson } from '../domain/masking.js';
import { MATTERS } from '../domain/matters/matters.js';
import { MATTER_TITLES } from '../domain/matters/matter-types.js';
import { presentDecision } from './case.presenter.js';
import type { MatterInput } from './dto/matter-input.dto.js';
import type { MatterDto, MatterSummaryDto } from './dto/matter.dto.js';

/** A matter as its readers see it: numbers of documents and phones masked. */
export function presentMatter(view: MatterView, language: keyof Bilingual): MatterDto {
  const { record, type, allowedActions, clock, steps, filed, correctionNotices, decision, insider, effectiveOn } = view;
  const { workflow } = MATTERS[type];
  return {
    id: record.id,
    type,
    typeTitle: MATTER_TITLES[type],
    procedure: workflow.name,
    state: record.state,
    stateTitle: workflow.states[record.state].title,
    allowedActions: [...allowedActions],
    clock: presentClock(record, clock, language),
    version: record.version,
    receiptNumber: record.receiptNumber,
    effectiveOn,
    filed: { ...filed, people: filed.people.map(maskPerson) } as MatterInput,
    correctionNotices: [...correctionNotices],
    decision: presentDecision(decision),
    steps: steps.map((step) => presentStep(step, workflow, insider)),
  };
}

export function presentMatterSummary({ procedure: _, ...summary }: MatterSummary): MatterSummaryDto {
  return { ...summary, stateTitle: MATTERS[summary.type].workflow.states[summary.state].title };
}
