import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowRoles, CurrentPrincipal, RecordIdPipe, Step, type Principal, type StepRequest } from '@app/access';
import { Operation, setEtag, UnitOfWork } from '@app/platform';
import { DuplicateQueries } from '../application/duplicate.queries.js';
import { SettleDuplicates } from '../application/settle-duplicates.js';
import { DuplicateDecisionInput, DuplicateDto, DuplicatePageDto, DuplicateQuery } from './dto/duplicate.dto.js';
import { presentDuplicate } from './filing.presenter.js';

const OFFICES = ['STREET_OFFICER', 'HUB_OFFICER', 'ACCEPTANCE_OFFICER', 'REVIEW_OFFICER', 'APPROVAL_OFFICER'] as const;

/** Two filings that may be of one group: shown side by side, and decided. */
@ApiTags('filed-groups')
@Controller('filing-duplicates')
export class FilingDuplicatesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: DuplicateQueries,
    private readonly settleDuplicates: SettleDuplicates,
  ) {}

  @Get()
  @AllowRoles(...OFFICES, 'AUDITOR')
  @Operation({ id: 'listFilingDuplicates', zh: '疑似重复备案', en: 'Filings that may be of one group, newest first' })
  @ApiOkResponse({ type: DuplicatePageDto })
  async list(@CurrentPrincipal() reader: Principal, @Query() query: DuplicateQuery): Promise<DuplicatePageDto> {
    const page = await this.queries.list(reader, query);
    return { ...page, items: page.items.map(presentDuplicate) };
  }

  @Get(':id')
  @AllowRoles(...OFFICES, 'AUDITOR')
  @Operation({ id: 'getFilingDuplicate', zh: '对照疑似重复备案', en: 'Two filings side by side', errors: [404] })
  @ApiOkResponse({ type: DuplicateDto })
  get(
    @CurrentPrincipal() reader: Principal,
    @Param('id', RecordIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DuplicateDto> {
    return this.answer(id, reader, reply);
  }

  @Post(':id/actions/decide')
  @HttpCode(200)
  @AllowRoles(...OFFICES)
  @Operation({
    id: 'decideFilingDuplicate',
    zh: '认定疑似重复备案',
    en: 'Decide whether two filings are of one group: different, the same, or merged',
    errors: [403, 404, 409, 422],
    versioned: true,
    idempotent: true,
  })
  @ApiOkResponse({ type: DuplicateDto })
  async decide(
    @Param('id', RecordIdPipe) id: string,
    @Step() { by, version, reply }: StepRequest,
    @Body() input: DuplicateDecisionInput,
  ): Promise<DuplicateDto> {
    await this.unitOfWork.run(by, (tx) => this.settleDuplicates.execute(tx, by, id, version, input));
    return this.answer(id, by, reply);
  }

  private async answer(id: string, reader: Principal, reply: FastifyReply): Promise<DuplicateDto> {
    const pair = await this.queries.get(id, reader);
    setEtag(reply, pair.version);
    return presentDuplicate(pair);
  }
}
