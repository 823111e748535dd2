import type { CaseWorkflow } from '@app/casework';
import { isHub } from '../domain/filing.policy.js';
import { FILING, FILING_BY_HUB } from '../domain/filing.workflow.js';

/** The procedure of an office: a street or township decides by two people, a hub by one. */
export function procedureOf(office: string): CaseWorkflow {
  return isHub(office) ? FILING_BY_HUB : FILING;
}
