import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

export class DivisionsQuery {
  /** Code of the division whose children are asked for. */
  @ApiProperty({ example: '110000', pattern: '^\\d{6}(\\d{3})?$' })
  @Matches(/^\d{6}(\d{3})?$/)
  parent: string;
}

export class DivisionDto {
  @ApiProperty({ example: '110105' })
  code: string;

  @ApiProperty({ example: '朝阳区' })
  name: string;

  @ApiProperty({ enum: ['NATION', 'PROVINCE', 'CITY', 'DISTRICT', 'STREET', 'DEVELOPMENT_ZONE'] })
  level: string;

  @ApiProperty({ type: String, nullable: true, example: '110000' })
  parent: string | null;

  /** False for a division that was merged or renamed. */
  @ApiProperty()
  active: boolean;
}

export class DivisionListDto {
  @ApiProperty({ type: [DivisionDto] })
  items: DivisionDto[];
}
