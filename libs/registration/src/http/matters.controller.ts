import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowRoles, CurrentPrincipal, type Principal, Step, type StepRequest } from '@app/access';
import { languageOf, Operation, PageQuery, presentViolations, UnitOfWork } from '@app/platform';
import { ExamineMatter } from '../application/matters/examine-matter.js';
import { MatterQueries } from '../application/matters/matter.queries.js';
import { WriteMatter } from '../application/matters/write-matter.js';
import { SubmitApplication } from '../application/submit-application.js';
import { WithdrawApplication } from '../application/withdraw-application.js';
import { OptionalReasonInput, SubmitInput } from './dto/actions.dto.js';
import { MatterInput } from './dto/matter-input.dto.js';
import { MatterDto, MatterPageDto, MatterValidationDto } from './dto/matter.dto.js';
import { MatterAnswer } from './matter-answer.js';
import { MatterRoute, PARTIES } from './matter-route.js';
import { presentMatterSummary } from './matter.presenter.js';

const READERS = [...PARTIES, 'ACCEPTANCE_OFFICER', 'APPROVAL_OFFICER', 'AUDITOR'] as const;

/** What an organization asks for after its birth, and what the registrar enters of its own motion: drafted, filed, read. */
@ApiTags('matters')
@Controller('matters')
export class MattersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly write: WriteMatter,
    private readonly submitApplication: SubmitApplication,
    private readonly withdrawApplication: WithdrawApplication,
    private readonly examine: ExamineMatter,
    private readonly queries: MatterQueries,
    private readonly answer: MatterAnswer,
  ) {}

  @Post()
  @AllowRoles(...PARTIES)
  @Operation({
    id: 'createMatter',
    zh: '新建组织事项',
    en: 'Draft a matter of an organization',
    errors: [404],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: MatterDto })
  async create(
    @CurrentPrincipal() by: Principal,
    @Body() input: MatterInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<MatterDto> {
    const id = await this.unitOfWork.run(by, (tx) => this.write.create(tx, by, input));
    void reply.header('location', `/api/v1/matters/${id}`);
    return this.answer.of(id, by, reply, accept);
  }

  @Get()
  @AllowRoles(...PARTIES)
  @Operation({ id: 'listMatters', zh: '我的组织事项', en: 'The matters that I opened, newest first' })
  @ApiOkResponse({ type: MatterPageDto })
  async list(@CurrentPrincipal() reader: Principal, @Query() { limit, cursor }: PageQuery): Promise<MatterPageDto> {
    const page = await this.queries.listOwn(reader, limit, cursor);
    return { ...page, items: page.items.map(presentMatterSummary) };
  }

  @Get(':id')
  @AllowRoles(...READERS)
  @Operation({
    id: 'getMatter',
    zh: '查看组织事项',
    en: 'Read a matter with its steps, clock and decision',
    errors: [404],
  })
  @ApiOkResponse({ type: MatterDto })
  get(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<MatterDto> {
    return this.answer.of(id, reader, reply, accept);
  }

  @Put(':id')
  @AllowRoles(...PARTIES)
  @Operation({
    id: 'updateMatter',
    zh: '修改组织事项',
    en: 'Write over a draft, or correct what was asked for',
    errors: [404, 409, 422],
    versioned: true,
  })
  @ApiOkResponse({ type: MatterDto })
  update(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() input: MatterInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx) => this.write.update(tx, step.by, id, step.version, input));
  }

  @Post(':id/validate')
  @HttpCode(200)
  @AllowRoles(...READERS)
  @Operation({
    id: 'validateMatter',
    zh: '检查组织事项',
    en: 'List every defect as of today, and what would change',
    errors: [404],
  })
  @ApiOkResponse({ type: MatterValidationDto })
  async validate(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('accept-language') accept?: string,
  ): Promise<MatterValidationDto> {
    const { violations, remarks, difference } = await this.examine.execute(id, reader);
    const language = languageOf(accept);
    return {
      valid: violations.length === 0,
      violations: presentViolations(violations, language),
      remarks: presentViolations(remarks, language),
      difference: [...difference],
    };
  }

  @MatterRoute('submit', ['ORGANIZATION_AGENT'], 'submitMatter')
  submit(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { insist }: SubmitInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, { procedure }) =>
      this.submitApplication.execute(tx, procedure, step.by, id, step.version, insist),
    );
  }

  @MatterRoute('withdraw', PARTIES, 'withdrawMatter')
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { reason }: OptionalReasonInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, { procedure }) =>
      this.withdrawApplication.execute(tx, procedure, step.by, id, step.version, reason),
    );
  }
}
