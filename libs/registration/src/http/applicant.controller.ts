import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowRoles, CurrentPrincipal, type Principal, Step, type StepRequest } from '@app/access';
import { Operation, PageQuery, UnitOfWork } from '@app/platform';
import { EstablishmentProcedure } from '../application/establishment-procedure.js';
import { OpenPromotion } from '../application/open-promotion.js';
import { RegistrationQueries } from '../application/registration.queries.js';
import { SubmitApplication } from '../application/submit-application.js';
import { WithdrawApplication } from '../application/withdraw-application.js';
import { WriteApplication } from '../application/write-application.js';
import { OptionalReasonInput, PromotionInput, SubmitInput } from './dto/actions.dto.js';
import { ApplicationInput } from './dto/application.dto.js';
import { RegistrationDto, RegistrationPageDto } from './dto/registration.dto.js';
import { RegistrationAnswer } from './registration-answer.js';
import { presentSummary } from './registration.presenter.js';
import { StepRoute } from './step-route.js';

/** What an applicant does: draft, file, correct, withdraw. */
@ApiTags('registrations')
@Controller('registrations')
export class ApplicantController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly write: WriteApplication,
    private readonly openPromotion: OpenPromotion,
    private readonly submitApplication: SubmitApplication,
    private readonly withdrawApplication: WithdrawApplication,
    private readonly queries: RegistrationQueries,
    private readonly establishment: EstablishmentProcedure,
    private readonly answer: RegistrationAnswer,
  ) {}

  @Post()
  @AllowRoles('APPLICANT')
  @Operation({
    id: 'createRegistration',
    zh: '新建成立登记申请',
    en: 'Draft an application for establishment',
    idempotent: true,
  })
  @ApiCreatedResponse({ type: RegistrationDto })
  async create(
    @CurrentPrincipal() applicant: Principal,
    @Body() input: ApplicationInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    const id = await this.unitOfWork.run(applicant, (tx) => this.write.create(tx, applicant, input));
    void reply.header('location', `/api/v1/registrations/${id}`);
    return this.answer.of(id, applicant, reply, accept);
  }

  @Post('promotions')
  @AllowRoles('APPLICANT')
  @Operation({
    id: 'openPromotion',
    zh: '备案转登记：新建已预填的申请',
    en: 'Open the registration of a filed group, filled with what is public of it',
    errors: [404, 422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: RegistrationDto })
  async promote(
    @CurrentPrincipal() applicant: Principal,
    @Body() input: PromotionInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    const id = await this.unitOfWork.run(applicant, (tx) => this.openPromotion.execute(tx, applicant, input));
    void reply.header('location', `/api/v1/registrations/${id}`);
    return this.answer.of(id, applicant, reply, accept);
  }

  @Get()
  @AllowRoles('APPLICANT')
  @Operation({ id: 'listRegistrations', zh: '我的申请', en: 'My applications, newest first' })
  @ApiOkResponse({ type: RegistrationPageDto })
  async list(
    @CurrentPrincipal() applicant: Principal,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<RegistrationPageDto> {
    const page = await this.queries.listOwn(applicant, limit, cursor);
    return { ...page, items: page.items.map(presentSummary) };
  }

  @Put(':id')
  @AllowRoles('APPLICANT')
  @Operation({
    id: 'updateRegistration',
    zh: '修改申请',
    en: 'Write over a draft, or correct what was asked for',
    errors: [404, 409, 422],
    versioned: true,
  })
  @ApiOkResponse({ type: RegistrationDto })
  update(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() input: ApplicationInput,
  ): Promise<RegistrationDto> {
    return this.answer.after(id, step, (tx) => this.write.update(tx, step.by, id, step.version, input));
  }

  @StepRoute('submit', 'APPLICANT', 'submitRegistration')
  submit(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { insist }: SubmitInput,
  ): Promise<RegistrationDto> {
    return this.answer.after(id, step, (tx) =>
      this.submitApplication.execute(tx, this.establishment, step.by, id, step.version, insist),
    );
  }

  @StepRoute('withdraw', 'APPLICANT', 'withdrawRegistration')
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { reason }: OptionalReasonInput,
  ): Promise<RegistrationDto> {
    return this.answer.after(id, step, (tx) =>
      this.withdrawApplication.execute(tx, this.establishment, step.by, id, step.version, reason),
    );
  }
}
