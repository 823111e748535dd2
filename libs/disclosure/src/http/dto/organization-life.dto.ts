import { ApiProperty } from '@nestjs/swagger';

export class FormerNameDto {
  @ApiProperty({ example: '北京市智能装备技术学会' })
  name: string;

  /** The day on which it took another. */
  @ApiProperty({ format: 'date' })
  until: string;
}

export class VoidCertificateDto {
  @ApiProperty({ example: '110000-2026-000001' })
  number: string;

  /** CHANGED, LOST, DAMAGED or EXPIRED. */
  @ApiProperty({ example: 'LOST' })
  cause: string;

  @ApiProperty({ format: 'date' })
  on: string;
}

export class BranchDto {
  @ApiProperty({ example: '北京市智能装备技术学会机器人专业委员会' })
  name: string;

  @ApiProperty({ enum: ['BRANCH', 'REPRESENTATIVE_OFFICE'] })
  type: string;

  @ApiProperty({ example: '机器人领域的学术交流' })
  scope: string;

  @ApiProperty({ type: String, nullable: true })
  residence: string | null;

  @ApiProperty({ format: 'date' })
  since: string;
}

export class TermDto {
  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ format: 'date' })
  until: string;
}

export class SuspensionDto extends TermDto {
  /** Number of the decision. */
  @ApiProperty({ example: '京民罚字〔2026〕3号' })
  paper: string;
}

export class LiquidationDto {
  @ApiProperty({ format: 'date' })
  begunOn: string;

  @ApiProperty({ example: 'DISSOLVED' })
  cause: string;
}

/** It has resolved to go into another organization. */
export class MergerConsentDto {
  @ApiProperty({ example: '51110000MJ0101505U' })
  into: string;

  @ApiProperty({ format: 'date' })
  on: string;
}

export class EndingDto {
  @ApiProperty({ format: 'date' })
  on: string;

  /** Why it ended: a cause of liquidation, MERGED, SPLIT, or the ground of a sanction. */
  @ApiProperty({ example: 'DISSOLVED' })
  cause: string;

  /** Number of the paper that proves it. */
  @ApiProperty({ type: String, nullable: true, example: '110000民社准〔2026〕7号' })
  paper: string | null;

  /** Codes of the organizations that took over its rights and duties. */
  @ApiProperty({ type: [String] })
  successors: string[];
}

export class SplitDto {
  /** Names of the organizations that are to come of it. */
  @ApiProperty({ type: [String] })
  into: string[];

  /** It ends with the last of them. */
  @ApiProperty({ example: false })
  dissolves: boolean;

  /** Codes of those that were established. */
  @ApiProperty({ type: [String] })
  successors: string[];
}

export class AnnotationDto {
  @ApiProperty({ format: 'date' })
  on: string;

  @ApiProperty({ example: '信函被退回' })
  text: string;

  /** The number of the entry it speaks of; null: the organization as a whole. */
  @ApiProperty({ type: Number, nullable: true })
  about: number | null;
}
