import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isLegalDate } from '@app/kernel';

/** A calendar day that exists, as YYYY-MM-DD. */
export function IsLegalDate(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isLegalDate',
      validator: {
        validate: (value) => typeof value === 'string' && isLegalDate(value),
        defaultMessage: ({ property } = {} as never) => `${property} must be a day that exists, YYYY-MM-DD`,
      },
    },
    options,
  );
}
