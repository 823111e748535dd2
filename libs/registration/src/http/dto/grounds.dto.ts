import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { KINDS, type Kind } from '@app/register';

export class GroundsQuery {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind: Kind;
}
