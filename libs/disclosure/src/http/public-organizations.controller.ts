import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowPublic } from '@app/access';
import { answerCacheable, Operation } from '@app/platform';
import type { OrganizationState } from '@app/register';
import { PublicFiles, type PublicFile } from '../application/public-file.js';
import { SearchOrganizations } from '../application/search-organizations.js';
import {
  MomentQuery,
  PublicEntriesDto,
  PublicFileDto,
  SearchPageDto,
  SearchQueryDto,
  type PublicPersonDto,
} from './dto/public-organization.dto.js';

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
    answerCacheable(request, reply, present(await this.files.read(creditCode, moment)));
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
    const items = await this.files.history(creditCode);
    answerCacheable(request, reply, { items, nextCursor: null, total: { value: items.length, relation: 'eq' } });
  }
}

function present({ state, authorityName, divisionName, asOf }: PublicFile): PublicFileDto {
  const organization = state as unknown as Omit<OrganizationState, 'legalRepresentative' | 'leaders'> & {
    legalRepresentative?: PublicPersonDto;
    leaders?: PublicPersonDto[];
  };
  return {
    creditCode: organization.creditCode,
    name: organization.name,
    kind: organization.kind,
    standing: organization.standing,
    legalPerson: organization.standing === 'REGISTERED',
    status: organization.status,
    category: organization.category ?? null,
    authority: organization.authority,
    authorityName,
    division: organization.division,
    divisionName,
    foundedOn: organization.foundedOn,
    residence: organization.residence ?? null,
    purpose: organization.purpose ?? null,
    scope: organization.scope ?? null,
    activityArea: organization.activityArea ?? null,
    funds: organization.funds ?? null,
    supervisingUnit: organization.supervisingUnit ?? null,
    charity: organization.charity ?? null,
    certificateNumber: organization.certificateNumber ?? null,
    legalRepresentative: organization.legalRepresentative ?? null,
    leaders: organization.leaders ?? [],
    hub: organization.primaryHub ?? null,
    listed: 'NONE',
    asOf,
  };
}
