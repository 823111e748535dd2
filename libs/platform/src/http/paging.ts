import type { Type } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type as TypeOf } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { Optional } from './optional.decorator.js';
import { HttpProblem } from './problem.js';
import { isStorable } from './storable-text.js';

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

/**
 * Makes a page from rows that were read with `limit + 1`: the row too many proves that there is
 * more and is not shown.
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  counted: number,
  keyOf: (row: Row) => readonly (string | number)[],
  itemOf: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
    total: { value: Math.min(counted, COUNT_LIMIT), relation: counted > COUNT_LIMIT ? 'gte' : 'eq' },
  };
}

function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

const KEY_TYPES = {
  text: (value: unknown) => typeof value === 'string' && isStorable(value),
  /** An integer column. */
  number: (value: unknown) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  /** A bigint column, which PostgreSQL's driver gives as text. */
  id: (value: unknown) => typeof value === 'string' && /^\d{1,18}$/.test(value),
} as const;

/** The sort key in a cursor, one value per sort column. 400 when it is not one of ours. */
export function decodeCursor(
  cursor: string | undefined,
  types: readonly (keyof typeof KEY_TYPES)[],
): unknown[] | undefined {
  if (cursor === undefined) return undefined;
  const key = parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  const fits =
    Array.isArray(key) && key.length === types.length && key.every((value, index) => KEY_TYPES[types[index]](value));
  if (!fits) throw new HttpProblem(400, 'MALFORMED', { zh: 'cursor 无效', en: 'The cursor is not valid' });
  return key;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
