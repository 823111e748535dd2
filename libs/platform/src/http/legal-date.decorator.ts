import { ValidateBy } from 'class-validator';
import { isLegalDate, type LegalDate } from '@app/kernel';

/** The days that an act of an office, or a fact that one judges by, can have. */
export const FIRST_RECORDED_DAY: LegalDate = '1900-01-01';
export const LAST_RECORDED_DAY: LegalDate = '2199-12-31';

/** A calendar day that exists, as YYYY-MM-DD; for questions, where any day may be asked about. */
export function IsLegalDate(): PropertyDecorator {
  return ValidateBy({
    name: 'isLegalDate',
    validator: { validate: (value) => typeof value === 'string' && isLegalDate(value) },
  });
}

/** A day that goes on record. The bounds leave room to reckon from it: no period runs beyond the year 9999. */
export function IsRecordedDate(): PropertyDecorator {
  return ValidateBy({
    name: 'isRecordedDate',
    validator: {
      validate: (value) =>
        typeof value === 'string' && isLegalDate(value) && value >= FIRST_RECORDED_DAY && value <= LAST_RECORDED_DAY,
    },
  });
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** An instant of ISO 8601 with its offset, on a day that exists. */
export function IsInstant(): PropertyDecorator {
  return ValidateBy({
    name: 'isInstant',
    validator: {
      validate: (value) => {
        const day = typeof value === 'string' ? INSTANT.exec(value)?.[1] : undefined;
        return day !== undefined && isLegalDate(day);
      },
    },
  });
}
