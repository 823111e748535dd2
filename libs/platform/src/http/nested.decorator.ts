import { applyDecorators, type Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type as TypeOf } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, ValidateNested } from 'class-validator';

/**
 * An object with fields of its own, which must be there. ValidateNested alone takes a list in its place, and nothing at
 * all.
 */
export function Nested(type: () => Type<object>): PropertyDecorator {
  return applyDecorators(TypeOf(type), IsObject(), ValidateNested());
}

/** A list of such objects, at most `max`, which must be there. */
export function NestedEach(type: () => Type<object>, { max }: { max: number }): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ maxItems: max }),
    TypeOf(type),
    IsArray(),
    ArrayMaxSize(max),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
  );
}
