import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IsLegalDate, OneOf } from '@app/platform';
import { FIGURE_DIMENSIONS, type FigureDimension } from '../../application/filing-figures.queries.js';

export class FiguresQuery {
  @ApiProperty({ example: '110101' })
  @Matches(/^[1-9]\d{5}(\d{3})?$/)
  division: string;

  @ApiProperty({ format: 'date', example: '2026-01-01' })
  @IsLegalDate()
  from: string;

  @ApiProperty({ format: 'date', example: '2026-12-31' })
  @IsLegalDate()
  to: string;

  @OneOf(FIGURE_DIMENSIONS)
  by: FigureDimension;
}

export class FilingFigureDto {
  /** The division, hub, kind, route or month; empty: without a hub. */
  @ApiProperty({ example: '110101001' })
  key: string;

  @ApiProperty({ example: 12 })
  filed: number;

  @ApiProperty({ example: 3 })
  renewed: number;

  @ApiProperty({ example: 1 })
  lapsed: number;

  @ApiProperty({ example: 1 })
  cancelled: number;

  @ApiProperty({ example: 1 })
  promoted: number;
}

export class FilingFiguresDto {
  @ApiProperty({ type: [FilingFigureDto] })
  items: FilingFigureDto[];
}
