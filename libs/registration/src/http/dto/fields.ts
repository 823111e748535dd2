import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { Optional } from '@app/platform';

/** A text that a draft may leave out. */
export function TextField(maxLength: number, example: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, maxLength, example }),
    Optional(),
    IsString(),
    MaxLength(maxLength),
  );
}

/** A whole number from 0 that a draft may leave out. */
export function CountField(maximum: number, example: number): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: Number, minimum: 0, maximum, example }),
    Optional(),
    IsInt(),
    Min(0),
    Max(maximum),
  );
}

/** A yes or no that a draft may leave out. */
export function FlagField(example: boolean): PropertyDecorator {
  return applyDecorators(ApiPropertyOptional({ type: Boolean, example }), Optional(), IsBoolean());
}
