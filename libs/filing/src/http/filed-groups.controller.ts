import { Body, Controller, Get, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { languageOf, Operation } from '@app/platform';
import { AboutGroups } from '../application/about-groups.js';
import { FilingFigures } from '../application/filing-figures.queries.js';
import { GroupQueries } from '../application/group.queries.js';
import { FilingDto } from './dto/filing.dto.js';
import { CancellationInput, GroupChangeInput } from './dto/filing-input.dto.js';
import { FiguresQuery, FilingFiguresDto } from './dto/filing-figures.dto.js';
import { GroupDto, GroupPageDto, GroupQuery } from './dto/group.dto.js';
import { FilingAnswer } from './filing-answer.js';
import { presentGroup, presentGroupSummary } from './filing.presenter.js';

const OVERSEERS = [
  'STREET_OFFICER',
  'HUB_OFFICER',
  'ACCEPTANCE_OFFICER',
  'REVIEW_OFFICER',
  'APPROVAL_OFFICER',
  'AUDITOR',
] as const;
const FILERS = ['APPLICANT', 'STREET_OFFICER', 'HUB_OFFICER'] as const;
const NUMBER = { name: 'filingNumber', example: 'B11010100126000001' };
const about = (id: string, zh: string, en: string) => Operation({ id, zh, en, errors: [404, 422], idempotent: true });

/** Filed groups as those see them who look after them, and what is asked for about one. */
@ApiTags('filed-groups')
@Controller()
export class FiledGroupsController {
  constructor(
    private readonly groups: GroupQueries,
    private readonly aboutGroups: AboutGroups,
    private readonly filingFigures: FilingFigures,
    private readonly answer: FilingAnswer,
  ) {}

  @Get('filed-groups')
  @AllowRoles(...OVERSEERS)
  @Operation({
    id: 'listFiledGroups',
    zh: '备案的社会组织',
    en: 'The filed groups of my place or hub, with what each lacks to be registered',
  })
  @ApiOkResponse({ type: GroupPageDto })
  async list(
    @CurrentPrincipal() reader: Principal,
    @Query() query: GroupQuery,
    @Headers('accept-language') accept?: string,
  ): Promise<GroupPageDto> {
    const page = await this.groups.list(reader, query);
    return { ...page, items: page.items.map((group) => presentGroupSummary(group, languageOf(accept))) };
  }

  @Get('filed-groups/:filingNumber')
  @AllowRoles('APPLICANT', ...OVERSEERS)
  @Operation({
    id: 'getFiledGroup',
    zh: '备案档案',
    en: 'The file of a group and how near it is to registration',
    errors: [404],
  })
  @ApiParam(NUMBER)
  @ApiOkResponse({ type: GroupDto })
  async read(
    @CurrentPrincipal() reader: Principal,
    @Param('filingNumber') filingNumber: string,
    @Headers('accept-language') accept?: string,
  ): Promise<GroupDto> {
    return presentGroup(await this.groups.read(filingNumber, reader), languageOf(accept));
  }

  @Post('filed-groups/:filingNumber/changes')
  @AllowRoles(...FILERS)
  @about('changeFiledGroup', '起草备案变更', 'Draft a change of what a group is filed with')
  @ApiParam(NUMBER)
  @ApiCreatedResponse({ type: FilingDto })
  change(
    @CurrentPrincipal() by: Principal,
    @Param('filingNumber') filingNumber: string,
    @Body() input: GroupChangeInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<FilingDto> {
    return this.answer.created(by, reply, accept, (tx) =>
      this.aboutGroups.draft(tx, by, filingNumber, 'CHANGE', input),
    );
  }

  @Post('filed-groups/:filingNumber/renewals')
  @AllowRoles(...FILERS)
  @about('renewFiledGroup', '起草备案续期', 'Draft the renewal of a filing')
  @ApiParam(NUMBER)
  @ApiCreatedResponse({ type: FilingDto })
  renew(
    @CurrentPrincipal() by: Principal,
    @Param('filingNumber') filingNumber: string,
    @Body() input: GroupChangeInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<FilingDto> {
    return this.answer.created(by, reply, accept, (tx) =>
      this.aboutGroups.draft(tx, by, filingNumber, 'RENEWAL', input),
    );
  }

  @Post('filed-groups/:filingNumber/cancellations')
  @AllowRoles(...FILERS)
  @about('cancelFiledGroup', '起草取消备案', 'Draft the end of a filing: on its own wish, or by its office')
  @ApiParam(NUMBER)
  @ApiCreatedResponse({ type: FilingDto })
  cancel(
    @CurrentPrincipal() by: Principal,
    @Param('filingNumber') filingNumber: string,
    @Body() input: CancellationInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<FilingDto> {
    return this.answer.created(by, reply, accept, (tx) => this.aboutGroups.cancel(tx, by, filingNumber, input));
  }

  @Get('filing-figures')
  @AllowRoles(...OVERSEERS, 'LEADING_GROUP_OFFICER')
  @Operation({
    id: 'getFilingFigures',
    zh: '备案统计',
    en: 'How many groups were filed, renewed, lapsed, ended and promoted',
    errors: [403],
  })
  @ApiOkResponse({ type: FilingFiguresDto })
  async figures(@CurrentPrincipal() reader: Principal, @Query() query: FiguresQuery): Promise<FilingFiguresDto> {
    return { items: await this.filingFigures.read(reader, query) };
  }
}
