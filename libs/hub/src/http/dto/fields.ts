import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, Matches } from 'class-validator';
import { Optional } from '@app/platform';

const HUB_CODE = /^HUB-[0-9A-Z-]{1,30}$/;
const CREDIT_CODE = /^[0-9A-Z]{18}$/;

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
