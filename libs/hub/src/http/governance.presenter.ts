import { presentClock, presentStep, type CaseView, type CaseWorkflow } from '@app/casework';
import type { Bilingual } from '@app/kernel';
import type { MeasureView, RecognitionView } from '../application/governance/governance.queries.js';
import type { GroupDecision } from '../domain/governance/nomination.js';
import { MEASURE } from '../domain/governance/measure.workflow.js';
import { RECOGNITION } from '../domain/governance/recognition.workflow.js';
import type { MeasureDto, RecognitionDto } from './dto/governance.dto.js';

export function presentRecognition(view: RecognitionView, language: keyof Bilingual): RecognitionDto {
  const { nominated, findings, code } = view;
  return {
    ...presentHubCase(view, RECOGNITION, language),
    nominated: { ...nominated, documents: [...nominated.documents] },
    // What the review found is the office's own until it is decided (信息公开条例 第十六条第二款).
    findings: findings && (view.insider || view.record.closed) ? [...findings] : null,
    hub: code,
  };
}

export function presentMeasure(view: MeasureView, language: keyof Bilingual): MeasureDto {
  const { hub, proposed } = view;
  return {
    ...presentHubCase(view, MEASURE, language),
    hub,
    proposed: { ...proposed, documents: [...proposed.documents] },
  };
}

function presentHubCase(
  { record, allowedActions, clock, steps, insider, decision }: CaseView & { decision: GroupDecision | null },
  workflow: CaseWorkflow,
  language: keyof Bilingual,
) {
  return {
    id: record.id,
    state: record.state,
    stateTitle: workflow.states[record.state].title,
    allowedActions: [...allowedActions],
    clock: presentClock(record, clock, language),
    version: record.version,
    decision,
    steps: steps.map((step) => presentStep(step, workflow, insider)),
  };
}
