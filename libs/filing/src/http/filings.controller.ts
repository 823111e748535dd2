import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowRoles, CurrentPrincipal, Step, type Principal, type StepRequest } from '@app/access';
import { languageOf, Operation, PageQuery, presentViolations, UnitOfWork } from '@app/platform';
import { FilingQueries } from '../application/filing.queries.js';
import { RevealGroupPersons } from '../application/reveal-group-persons.js';
import { ValidateFiling } from '../application/validate-filing.js';
import { WriteFiling } from '../application/write-filing.js';
import { FilingDto, FilingPageDto, FilingValidationDto, RevealedGroupPersonsDto } from './dto/filing.dto.js';
import { FilingInput, NewFilingInput, RevealGroupPersonsInput } from './dto/filing-input.dto.js';
import { FilingAnswer } from './filing-answer.js';

const FILERS = ['APPLICANT', 'STREET_OFFICER', 'HUB_OFFICER'] as const;

/** 备案: what is written down, by whoever asks or by an officer for him. */
@ApiTags('filings')
@Controller('filings')
export class FilingsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly write: WriteFiling,
    private readonly queries: FilingQueries,
    private readonly validateFiling: ValidateFiling,
    private readonly revealPersons: RevealGroupPersons,
    private readonly answer: FilingAnswer,
  ) {}

  @Post()
  @AllowRoles(...FILERS)
  @Operation({
    id: 'createFiling',
    zh: '起草备案',
    en: 'Draft the filing of a group that cannot register',
    errors: [422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: FilingDto })
  create(
    @CurrentPrincipal() by: Principal,
    @Body() { office, ...filing }: NewFilingInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<FilingDto> {
    return this.answer.created(by, reply, accept, (tx) => this.write.create(tx, by, office, filing));
  }

  @Get()
  @AllowRoles(...FILERS)
  @Operation({ id: 'listFilings', zh: '我报送的备案', en: 'The filings that I opened, newest first' })
  @ApiOkResponse({ type: FilingPageDto })
  list(@CurrentPrincipal() reader: Principal, @Query() { limit, cursor }: PageQuery): Promise<FilingPageDto> {
    return this.queries.listOwn(reader, limit, cursor);
  }

  @Get(':id')
  @AllowRoles(...FILERS, 'AUDITOR')
  @Operation({ id: 'getFiling', zh: '查看备案案件', en: 'Read a filing with its steps and clock', errors: [404] })
  @ApiOkResponse({ type: FilingDto })
  get(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<FilingDto> {
    return this.answer.of(id, reader, reply, accept);
  }

  @Put(':id')
  @AllowRoles(...FILERS)
  @Operation({
    id: 'updateFiling',
    zh: '修改备案',
    en: 'Write over a draft, or correct what was asked for',
    errors: [404, 409, 422],
    versioned: true,
  })
  @ApiOkResponse({ type: FilingDto })
  update(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() input: FilingInput,
  ): Promise<FilingDto> {
    return this.answer.after(id, step, (tx) => this.write.update(tx, step.by, id, step.version, input));
  }

  @Post(':id/validate')
  @HttpCode(200)
  @AllowRoles(...FILERS)
  @Operation({
    id: 'validateFiling',
    zh: '检查备案',
    en: 'List every defect of what is filed, as of today',
    errors: [404],
  })
  @ApiOkResponse({ type: FilingValidationDto })
  async validate(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('accept-language') accept?: string,
  ): Promise<FilingValidationDto> {
    const violations = await this.validateFiling.execute(id, reader);
    return { valid: violations.length === 0, violations: presentViolations(violations, languageOf(accept)) };
  }

  @Post(':id/persons')
  @HttpCode(200)
  @AllowRoles('STREET_OFFICER', 'HUB_OFFICER')
  @Operation({
    id: 'revealGroupPersons',
    zh: '查看人员证件号码',
    en: 'Read the numbers of the persons of a filing, for a reason that is kept',
    errors: [404, 409, 422],
  })
  @ApiOkResponse({ type: RevealedGroupPersonsDto })
  async reveal(
    @CurrentPrincipal() officer: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: RevealGroupPersonsInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevealedGroupPersonsDto> {
    void reply.header('cache-control', 'no-store');
    return { persons: await this.unitOfWork.run(officer, (tx) => this.revealPersons.execute(tx, officer, id, reason)) };
  }
}
