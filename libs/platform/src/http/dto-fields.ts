import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { IsRecordedDate } from './legal-date.decorator.js';
import { Optional } from './optional.decorator.js';
import { Trimmed } from './trimmed.decorator.js';

const DIVISION = /^\d{6}(\d{3})?$/;

/** A text of some words that goes on record. */
export function Words(max: number, example: string, min = 2): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, minLength: min, maxLength: max, example }),
    Trimmed(),
    IsString(),
    MinLength(min),
    MaxLength(max),
  );
}

/** The same, where it may be left out. */
export function OptionalWords(max: number, example: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, minLength: 2, maxLength: max, example }),
    Optional(),
    Trimmed(),
    IsString(),
    MinLength(2),
    MaxLength(max),
  );
}

/** A division of GB/T 2260, or a street with nine digits. */
export function DivisionCode(): PropertyDecorator {
  return applyDecorators(ApiProperty({ type: String, example: '110108', pattern: DIVISION.source }), Matches(DIVISION));
}

/** A day that goes on record. */
export function Day(example = '2026-11-24'): PropertyDecorator {
  return applyDecorators(ApiProperty({ type: String, format: 'date', example }), IsRecordedDate());
}

/** One of a list of values. */
export function OneOf(values: readonly string[]): PropertyDecorator {
  return applyDecorators(ApiProperty({ enum: values }), IsIn(values));
}

export function OptionalOneOf(values: readonly string[]): PropertyDecorator {
  return applyDecorators(ApiPropertyOptional({ enum: values }), Optional(), IsIn(values));
}

/** A whole number within bounds. */
export function Whole(minimum: number, maximum: number, example: number): PropertyDecorator {
  return applyDecorators(ApiProperty({ type: Number, minimum, maximum, example }), IsInt(), Min(minimum), Max(maximum));
}

/** Ids of uploaded papers, none twice. */
export function Papers(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: [String], format: 'uuid', maxItems: 20, example: [] }),
    IsArray(),
    ArrayMaxSize(20),
    ArrayUnique(),
    IsUUID('all', { each: true }),
  );
}

/** What may be absent in an answer. */
export function OrNull(type: 'text' | 'day' | 'number' = 'text', example?: string | number): PropertyDecorator {
  const format = type === 'day' ? { format: 'date' } : {};
  return ApiProperty({ type: type === 'number' ? Number : String, nullable: true, ...format, example });
}

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
