import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
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
import { IsRecordedDate, Optional, Trimmed } from '@app/platform';

const HUB_CODE = /^HUB-[0-9A-Z-]{1,30}$/;
const CREDIT_CODE = /^[0-9A-Z]{18}$/;
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

/** The code of a hub. */
export function HubCode(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, example: 'HUB-1-04', pattern: HUB_CODE.source }),
    Matches(HUB_CODE),
  );
}

export function OptionalHubCode(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, example: 'HUB-1-04', pattern: HUB_CODE.source }),
    Optional(),
    Matches(HUB_CODE),
  );
}

/** Codes of hubs, none twice; may be left out. */
export function HubCodes(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: [String], example: ['HUB-2-05'], maxItems: 20 }),
    Optional(),
    IsArray(),
    ArrayMaxSize(20),
    Matches(HUB_CODE, { each: true }),
  );
}

/** The credit code of an organization. */
export function CreditCode(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, example: '51110000MJ0101505U', pattern: CREDIT_CODE.source }),
    Matches(CREDIT_CODE),
  );
}

export function OptionalCreditCode(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, example: '51110000MJ0101505U', pattern: CREDIT_CODE.source }),
    Optional(),
    Matches(CREDIT_CODE),
  );
}

/** Credit codes, none twice. */
export function CreditCodes(max: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: [String], example: ['51110000MJ0101505U'], maxItems: max }),
    IsArray(),
    ArrayMaxSize(max),
    ArrayUnique(),
    Matches(CREDIT_CODE, { each: true }),
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
