import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { IsRecordedDate, Optional, Trimmed } from '@app/platform';

/** A day that has to be there. */
export function DayField(example: string): PropertyDecorator {
  return applyDecorators(ApiProperty({ type: String, format: 'date', example }), IsRecordedDate());
}

/** A day that may be left out. */
export function OptionalDayField(example: string): PropertyDecorator {
  return applyDecorators(ApiPropertyOptional({ type: String, format: 'date', example }), Optional(), IsRecordedDate());
}

/** A text that has to be there. */
export function RequiredTextField(maxLength: number, example: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, minLength: 1, maxLength, example }),
    Trimmed(),
    IsString(),
    MinLength(1),
    MaxLength(maxLength),
  );
}

/** A text that may be left out, and says something where it is not. */
export function ItemField(maxLength: number, example: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, minLength: 1, maxLength, example }),
    Optional(),
    Trimmed(),
    IsString(),
    MinLength(1),
    MaxLength(maxLength),
  );
}

/** A yes or no that has to be there. */
export function RequiredFlagField(example: boolean): PropertyDecorator {
  return applyDecorators(ApiProperty({ type: Boolean, example }), IsBoolean());
}

/** A whole number that has to be there. */
export function RequiredCountField(minimum: number, maximum: number, example: number): PropertyDecorator {
  return applyDecorators(ApiProperty({ type: Number, minimum, maximum, example }), IsInt(), Min(minimum), Max(maximum));
}

/** The code of an organization. */
export function CreditCodeField(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, example: '51110000MJ0101505U' }),
    IsString(),
    Matches(/^[0-9A-Za-z -]{18,24}$/),
  );
}
