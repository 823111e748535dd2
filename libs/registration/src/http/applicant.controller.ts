import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { Clock, ExpectedVersion, languageOf, Operation, PageQuery, UnitOfWork } from '@app/platform';
import { ApplicationReview } from '../application/application-review.js';
import { RegistrationQueries } from '../application/registration.queries.js';
import { SubmitApplication } from '../application/submit-application.js';
import { WithdrawApplication } from '../application/withdraw-application.js';
import { WriteApplication } from '../application/write-application.js';
import { OptionalReasonInput, SubmitInput } from './dto/actions.dto.js';
import { ApplicationInput } from './dto/application.dto.js';
import { RegistrationDto, RegistrationPageDto, ValidationDto } from './dto/registration.dto.js';
import { RegistrationAnswer } from './registration-answer.js';
import { presentSummary } from './registration.presenter.js';

/** What an applicant does: draft, check, file, correct, withdraw. */
@ApiTags('registrations')
@Controller('registrations')
export class ApplicantController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly write: WriteApplication,
    private readonly submitApplication: SubmitApplication,
    private readonly withdrawApplication: WithdrawApplication,
    private readonly review: ApplicationReview,
    private readonly queries: RegistrationQueries,
    private readonly answer: RegistrationAnswer,
    private readonly clock: Clock,
  ) {}

  @Post()
  @AllowRoles('APPLICANT')
  @Operation({ id: 'createRegistration', zh: '新建成立登记申请', en: 'Draft an application for establishment', errors: [422], idempotent: true })
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

  @Get()
  @AllowRoles('APPLICANT')
  @Operation({ id: 'listRegistrations', zh: '我的申请', en: 'My applications, newest first' })
  @ApiOkResponse({ type: RegistrationPageDto })
  async list(@CurrentPrincipal() applicant: Principal, @Query() { limit, cursor }: PageQuery): Promise<RegistrationPageDto> {
    const page = await this.queries.listOwn(applicant, limit, cursor);
    return { ...page, items: page.items.map(presentSummary) };
  }

  @Put(':id')
  @AllowRoles('APPLICANT')
  @Operation({ id: 'updateRegistration', zh: '修改申请', en: 'Write over a draft, or correct what was asked for', errors: [404, 409, 422], versioned: true })
  @ApiOkResponse({ type: RegistrationDto })
  async update(
    @CurrentPrincipal() applicant: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() input: ApplicationInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    await this.unitOfWork.run(applicant, (tx) => this.write.update(tx, applicant, id, version, input));
    return this.answer.of(id, applicant, reply, accept);
  }

  @Post(':id/validate')
  @HttpCode(200)
  @AllowRoles('APPLICANT', 'ACCEPTANCE_OFFICER', 'REVIEW_OFFICER', 'APPROVAL_OFFICER')
  @Operation({ id: 'validateRegistration', zh: '检查申请', en: 'List every defect of an application, as of today', errors: [404] })
  @ApiOkResponse({ type: ValidationDto })
  async validate(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('accept-language') accept?: string,
  ): Promise<ValidationDto> {
    const { application } = await this.queries.get(id, reader);
    const violations = await this.review.violations(application, this.clock.today());
    const language = languageOf(accept);
    return {
      valid: violations.length === 0,
      violations: violations.map(({ code, pointer, message, citation }) => ({ code, pointer, message: message[language], citation })),
    };
  }

  @Post(':id/actions/submit')
  @HttpCode(200)
  @AllowRoles('APPLICANT')
  @Operation({ id: 'submitRegistration', zh: '提交申请', en: 'File an application, or file it again after a correction', errors: [404, 409, 422], versioned: true, idempotent: true })
  @ApiOkResponse({ type: RegistrationDto })
  async submit(
    @CurrentPrincipal() applicant: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { insist }: SubmitInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    await this.unitOfWork.run(applicant, (tx) => this.submitApplication.execute(tx, applicant, id, version, insist));
    return this.answer.of(id, applicant, reply, accept);
  }

  @Post(':id/actions/withdraw')
  @HttpCode(200)
  @AllowRoles('APPLICANT')
  @Operation({ id: 'withdrawRegistration', zh: '撤回申请', en: 'Take an application back', errors: [404, 409], versioned: true, idempotent: true })
  @ApiOkResponse({ type: RegistrationDto })
  async withdraw(
    @CurrentPrincipal() applicant: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { reason }: OptionalReasonInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    await this.unitOfWork.run(applicant, (tx) => this.withdrawApplication.execute(tx, applicant, id, version, reason));
    return this.answer.of(id, applicant, reply, accept);
  }
}
