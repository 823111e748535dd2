import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { Optional } from '@app/platform';

/** A text that is not empty, without blanks around it. */
export function TextLine(most: number): PropertyDecorator {
  const trim = Transform(({ value }) => (typeof value === 'string' ? value.trim() : (value as unknown)));
  return applyDecorators(trim, IsString(), IsNotEmpty(), MaxLength(most));
}

/** Why something is asked for or decided: words that somebody else will read. */
export function Reason(): PropertyDecorator {
  return applyDecorators(ApiProperty({ maxLength: 500, example: '岗位调整，需办理受理业务' }), TextLine(500));
}

/** A reason that may be left out. */
export function OptionalReason(): PropertyDecorator {
  return applyDecorators(ApiPropertyOptional({ maxLength: 500 }), Optional(), TextLine(500));
}
