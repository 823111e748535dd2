import { isInForce, type LegalDate, type RuleRow } from '@app/kernel';
import type { Kind } from '@app/register';
import { NON_ADMISSION_GROUNDS, REFUSAL_GROUNDS, type Ground } from '../domain/grounds.table.js';
import { MATTER_REFUSALS } from '../domain/matters/matter.table.js';
import type { RefusalGroundDto, GroundsDto } from './dto/registration.dto.js';

/** The grounds in force on a day, for the pages of the officers. */
export function groundsOf(kind: Kind, on: LegalDate): GroundsDto {
  return {
    refusal: REFUSAL_GROUNDS[kind].filter((row) => isInForce(row, on)).map(present),
    matter: MATTER_REFUSALS.filter((row) => isInForce(row, on)).map(present),
    nonAdmission: NON_ADMISSION_GROUNDS.filter((row) => isInForce(row, on)).map(present),
  };
}

function present({ value, citation }: RuleRow<Ground>): RefusalGroundDto {
  return { code: value.code, title: value.text.zh, citation };
}
