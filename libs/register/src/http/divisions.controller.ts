import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowPublic } from '@app/access';
import { answerCacheable, Operation } from '@app/platform';
import { DivisionQueries } from '../application/division.queries.js';
import { DivisionListDto, DivisionsQuery } from './dto/division.dto.js';

@ApiTags('public')
@Controller('public/divisions')
export class DivisionsController {
  constructor(private readonly divisions: DivisionQueries) {}

  @Get()
  @AllowPublic()
  @Operation({ id: 'listDivisions', zh: '查询下级行政区划', en: 'Divisions below a division' })
  @ApiOkResponse({ type: DivisionListDto })
  async list(
    @Query() query: DivisionsQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    answerCacheable(request, reply, { items: await this.divisions.childrenOf(query.parent) });
  }
}
