import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '@app/platform';

export class SealDto {
  @ApiProperty({ enum: ['audit', 'register'] })
  log: string;

  @ApiProperty({ example: 1 })
  number: number;

  /** First transaction covered. */
  @ApiProperty({ example: '0' })
  fromTransaction: string;

  /** First transaction not covered. */
  @ApiProperty({ example: '812' })
  toTransaction: string;

  @ApiProperty({ example: 36 })
  rows: number;

  /** Merkle root over the rows (RFC 6962), in hexadecimal. */
  @ApiProperty()
  root: string;

  /** Hash of the seal before it. */
  @ApiProperty({ type: String, nullable: true })
  previous: string | null;

  @ApiProperty({ format: 'date-time' })
  sealedAt: string;

  @ApiProperty()
  hash: string;

  @ApiProperty({ example: 'kmg2x1z' })
  keyId: string;

  /** Ed25519 over `hash`, base64. */
  @ApiProperty()
  signature: string;
}

export class SealingKeyDto {
  @ApiProperty({ example: 'kmg2x1z' })
  keyId: string;

  /** SPKI, PEM. */
  @ApiProperty()
  publicKey: string;
}

export class SealPageDto extends PageOf(SealDto) {
  @ApiProperty({ type: [SealingKeyDto] })
  keys: SealingKeyDto[];
}
