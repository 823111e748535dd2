import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { ExpectedVersion, languageOf, Operation, PageQuery, setEtag, UnitOfWork } from '@app/platform';
import { Deadlines, type Deadline } from '../application/deadlines.js';
import { DeadlineDto, DeadlinePageDto, MeetInput } from './dto/deadline.dto.js';

const OFFICERS = ['ACCEPTANCE_OFFICER', 'REVIEW_OFFICER', 'APPROVAL_OFFICER', 'STREET_OFFICER'] as const;

@ApiTags('work-queue')
@Controller('deadlines')
export class DeadlinesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deadlines: Deadlines,
  ) {}

  @Get()
  @AllowRoles(...OFFICERS)
  @Operation({ id: 'listDeadlines', zh: '我的待办时限', en: 'What my office still owes, most urgent first' })
  @ApiOkResponse({ type: DeadlinePageDto })
  async list(
    @CurrentPrincipal() officer: Principal,
    @Query() { limit, cursor }: PageQuery,
    @Headers('accept-language') accept?: string,
  ): Promise<DeadlinePageDto> {
    const page = await this.deadlines.owedBy(officer, limit, cursor);
    return { ...page, items: page.items.map((deadline) => this.present(deadline, accept)) };
  }

  @Post(':id/actions/meet')
  @HttpCode(200)
  @AllowRoles(...OFFICERS)
  @Operation({
    id: 'meetDeadline',
    zh: '办结时限事项',
    en: 'Report what was owed as done',
    errors: [404, 409],
    versioned: true,
    idempotent: true,
  })
  @ApiOkResponse({ type: DeadlineDto })
  async meet(
    @CurrentPrincipal() officer: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { note }: MeetInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<DeadlineDto> {
    const deadline = await this.unitOfWork.run(officer, (tx) => this.deadlines.meet(tx, officer, id, version, note));
    setEtag(reply, deadline.version);
    return this.present(deadline, accept);
  }

  private present(deadline: Deadline, accept?: string): DeadlineDto {
    const { colour, word } = this.deadlines.light(deadline);
    return { ...deadline, light: colour, lightWord: word[languageOf(accept)] };
  }
}
