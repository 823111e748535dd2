import type { Type } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type as TypeOf } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { Optional } from './optional.decorator.js';

export class PageQuery {
  /** How many items to give, 1 to 100. */
  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 20 })
  @Optional()
  @TypeOf(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;

  /** Where the page before ended: its `nextCursor`. */
  @ApiPropertyOptional({ maxLength: 500 })
  @Optional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

/** How many items there are in all: exactly, or at least so many. */
export class Total {
  @ApiProperty({ example: 36 })
  value: number;

  @ApiProperty({ enum: ['eq', 'gte'] })
  relation: 'eq' | 'gte';
}

/** The schema of a page of `Item`s: `class OrganizationPageDto extends PageOf(OrganizationDto) {}`. */
export function PageOf<T>(Item: Type<T>): Type<Page<T>> {
  class PageDto implements Page<T> {
    @ApiProperty({ type: [Item] })
    items: T[];

    /** Where the next page begins; null on the last one. */
    @ApiProperty({ type: String, nullable: true, example: null, description: 'null on the last page' })
    nextCursor: string | null;

    @ApiProperty({ type: Total })
    total: Total;
  }
  return PageDto;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total: Total;
}

/** Counting stops here; beyond, `total` says "at least". */
export const COUNT_LIMIT = 10_000;
