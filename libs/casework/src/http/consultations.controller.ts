import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { NotFound } from '@app/kernel';
import { ExpectedVersion, Operation, PageQuery, setEtag, UnitOfWork } from '@app/platform';
import { Cases } from '../application/cases.js';
import { Consultations } from '../application/consultations.js';
import {
  AnswerInput,
  ConsultationDto,
  ConsultationInput,
  ConsultationListDto,
  ConsultationPageDto,
} from './dto/consultation.dto.js';

@ApiTags('consultations')
@Controller()
export class ConsultationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consultations: Consultations,
    private readonly cases: Cases,
  ) {}

  @Post('cases/:caseId/consultations')
  @AllowRoles('ACCEPTANCE_OFFICER', 'REVIEW_OFFICER', 'APPROVAL_OFFICER', 'LEADING_GROUP_OFFICER')
  @Operation({
    id: 'consult',
    zh: '征求意见',
    en: 'Ask a hub, an organ or a street office for its opinion',
    errors: [404, 409, 422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: ConsultationDto })
  async ask(
    @CurrentPrincipal() officer: Principal,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Body() input: ConsultationInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConsultationDto> {
    const asked = await this.unitOfWork.run(officer, (tx) => this.consultations.ask(tx, officer, caseId, input));
    setEtag(reply, asked.version);
    return asked;
  }

  @Get('cases/:caseId/consultations')
  @AllowRoles('ACCEPTANCE_OFFICER', 'REVIEW_OFFICER', 'APPROVAL_OFFICER', 'LEADING_GROUP_OFFICER', 'AUDITOR')
  @Operation({ id: 'listCaseConsultations', zh: '本案的征求意见', en: 'The consultations of a case', errors: [404] })
  @ApiOkResponse({ type: ConsultationListDto })
  async ofCase(
    @CurrentPrincipal() officer: Principal,
    @Param('caseId', ParseUUIDPipe) caseId: string,
  ): Promise<ConsultationListDto> {
    if (!(await this.cases.mayRead(caseId, officer))) throw new NotFound();
    return { items: await this.consultations.ofCase(caseId) };
  }

  @Get('consultations')
  @AllowRoles('HUB_OFFICER', 'DEPARTMENT_OFFICER', 'STREET_OFFICER')
  @Operation({
    id: 'listConsultations',
    zh: '待我答复的征求意见',
    en: 'The open questions put to my hub, organ or street',
  })
  @ApiOkResponse({ type: ConsultationPageDto })
  async open(
    @CurrentPrincipal() answerer: Principal,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<ConsultationPageDto> {
    return this.consultations.openFor(answerer, limit, cursor);
  }

  @Post('consultations/:id/actions/answer')
  @HttpCode(200)
  @AllowRoles('HUB_OFFICER', 'DEPARTMENT_OFFICER', 'STREET_OFFICER')
  @Operation({
    id: 'answerConsultation',
    zh: '答复征求意见',
    en: 'Answer a question put to you',
    errors: [404, 409],
    versioned: true,
    idempotent: true,
  })
  @ApiOkResponse({ type: ConsultationDto })
  async answer(
    @CurrentPrincipal() answerer: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { opinion, answer }: AnswerInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConsultationDto> {
    const answered = await this.unitOfWork.run(answerer, (tx) =>
      this.consultations.answer(tx, answerer, id, version, opinion, answer),
    );
    setEtag(reply, answered.version);
    return answered;
  }
}
