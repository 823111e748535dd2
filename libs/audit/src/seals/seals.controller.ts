import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowPublic, answerCacheable, KeyRing, Operation, PageQuery } from '@app/platform';
import { SealPageDto } from './seal.dto.js';
import { SealQueries } from './seal.queries.js';

/** The seals, for anybody to keep a copy of: it proves later that nothing they cover was changed. */
@ApiTags('public')
@Controller('public/seals')
export class SealsController {
  constructor(
    private readonly seals: SealQueries,
    private readonly keys: KeyRing,
  ) {}

  @Get()
  @AllowPublic()
  @Operation({ id: 'listSeals', zh: '登记簿与审计记录的封存根', en: 'The signed roots over register and audit trail' })
  @ApiOkResponse({ type: SealPageDto })
  async list(
    @Query() { limit, cursor }: PageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    answerCacheable(request, reply, { ...(await this.seals.page(limit, cursor)), keys: this.keys.sealingPublicKeys() });
  }
}
