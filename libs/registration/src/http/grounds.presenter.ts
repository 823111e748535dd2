import { isInForce, type LegalDate } from '@app/kernel';
import type { Kind } from '@app/register';
import { NON_ADMISSION_GROUNDS, REFUSAL_GROUNDS } from '../domain/grounds.table.js';
import type { RefusalGroundDto, GroundsDto } from './dto/registration.dto.js';

/** The grounds in force on a day, for the pages of the officers. */
export function groundsOf(kind: Kind, on: LegalDate): GroundsDto {
  return {
    refusal: REFUSAL_GROUNDS[kind].filter((row) => isInForce(row, on)).map(present),
    nonAdmission: NON_ADMISSION_GROUNDS.filter((row) => isInForce(row, on)).map(present),
  };
}

function present({
  value,
  citation,
}: (typeof NON_ADMISSION_GROUNDS)[number] | (typeof REFUSAL_GROUNDS)[Kind][number]): RefusalGroundDto {
  return { code: value.code, title: value.text.zh, citation };
}
