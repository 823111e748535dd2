import type { WorkReport } from '../application/desk/work-reports.js';
import { WORK_REPORT } from '../domain/desk/desk.workflow.js';
import type { PublicWorkReportDto, WorkReportDto } from './dto/work-report.dto.js';

/** A report as the desk sees it; what may be done next is what its state knows, whoever reads. */
export function presentReport(report: WorkReport): WorkReportDto {
  const { state, assembledOn, signedOn, submittedOn, submittedTo, answer, answeredOn, version } = report;
  return {
    ...presentPublicReport(report),
    state,
    allowedActions: Object.keys(WORK_REPORT.states[state].on),
    assembledOn,
    signedOn,
    submittedOn,
    submittedTo,
    answer,
    answeredOn,
    version,
  };
}

/** What the public sees of it. */
export function presentPublicReport({
  id,
  hub,
  year,
  figures,
  texts,
  contentHash,
  publishedOn,
}: WorkReport): PublicWorkReportDto {
  return { id, hub, year, figures, texts, contentHash, publishedOn };
}
