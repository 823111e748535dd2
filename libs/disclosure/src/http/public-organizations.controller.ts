import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowPublic } from '@app/access';
import { answerCacheable, Operation } from '@app/platform';
import { PublicFiles } from '../application/public-file.js';
import { SearchOrganizations } from '../application/search-organizations.js';
import {
  MomentQuery,
  PublicEntriesDto,
  PublicFileDto,
  SearchPageDto,
  SearchQueryDto,
} from './dto/public-organization.dto.js';
import { presentPublicFile } from './public-file.presenter.js';
import { wholePage } from './whole-page.js';

/** What anybody may know of the organizations in the register. */
@ApiTags('public')
@Controller('public/organizations')
export class PublicOrganizationsController {
  constructor(
    private readonly search: SearchOrganizations,
    private readonly files: PublicFiles,
  ) {}

  @Get()
  @AllowPublic()
  @Operation({
    id: 'searchOrganizations',
    zh: '查询社会组织',
    en: 'Search organizations by part of the name or by code',
  })
  @ApiOkResponse({ type: SearchPageDto })
  async list(
    @Query() query: SearchQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    answerCacheable(request, reply, await this.search.execute(query));
  }

  @Get(':creditCode')
  @AllowPublic()
  @Operation({
    id: 'getOrganization',
    zh: '社会组织公示信息',
    en: 'The public file: today, on a day, or as it was known at an instant',
    errors: [404],
  })
  @ApiParam({ name: 'creditCode', example: '51110000MJ0101505U' })
  @ApiOkResponse({ type: PublicFileDto })
  async file(
    @Param('creditCode') creditCode: string,
    @Query() { asOf, knownAt }: MomentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const moment = { asOf, knownAt: knownAt === undefined ? undefined : new Date(knownAt) };
    answerCacheable(request, reply, presentPublicFile(await this.files.read(creditCode, moment)));
  }

  @Get(':creditCode/entries')
  @AllowPublic()
  @Operation({
    id: 'listEntries',
    zh: '登记簿公示记载',
    en: 'Its public register entries, oldest first',
    errors: [404],
  })
  @ApiParam({ name: 'creditCode', example: '51110000MJ0101505U' })
  @ApiOkResponse({ type: PublicEntriesDto })
  async entries(
    @Param('creditCode') creditCode: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    answerCacheable(request, reply, wholePage(await this.files.entries(creditCode)));
  }
}
