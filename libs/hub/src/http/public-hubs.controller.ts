import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowPublic } from '@app/access';
import { answerCacheable, Operation } from '@app/platform';
import { HubQueries } from '../hub.queries.js';
import { HubListDto, HubsQuery } from './hub.dto.js';

@ApiTags('public')
@Controller('public/hubs')
export class PublicHubsController {
  constructor(private readonly hubs: HubQueries) {}

  @Get()
  @AllowPublic()
  @Operation({ id: 'listHubs', zh: '枢纽型社会组织目录', en: 'The hubs, in the order of their batches' })
  @ApiOkResponse({ type: HubListDto })
  async list(@Query() query: HubsQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answerCacheable(request, reply, await this.hubs.list(query));
  }
}
