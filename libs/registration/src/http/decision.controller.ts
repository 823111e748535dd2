import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowAnyone, AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { Clock, ExpectedVersion, Operation, UnitOfWork } from '@app/platform';
import { GrantRegistration } from '../application/grant-registration.js';
import { RefuseRegistration } from '../application/refuse-registration.js';
import { ReviewApplication } from '../application/review-application.js';
import { groundsOf } from './grounds.presenter.js';
import { ExtendInput, GroundInput, OptionalReasonInput, ReasonInput } from './dto/actions.dto.js';
import { GroundsQuery } from './dto/grounds.dto.js';
import { GroundsDto, RegistrationDto } from './dto/registration.dto.js';
import { RegistrationAnswer } from './registration-answer.js';

/** What the approval officer decides. */
@ApiTags('registrations')
@Controller()
export class DecisionController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grantRegistration: GrantRegistration,
    private readonly refuseRegistration: RefuseRegistration,
    private readonly review: ReviewApplication,
    private readonly answer: RegistrationAnswer,
    private readonly clock: Clock,
  ) {}

  @Get('registration-grounds')
  @AllowAnyone()
  @Operation({ id: 'listGrounds', zh: '不予登记、不予受理的法定情形', en: 'The grounds of refusal and of non-admission in force' })
  @ApiOkResponse({ type: GroundsDto })
  grounds(@Query() { kind }: GroundsQuery): GroundsDto {
    return groundsOf(kind, this.clock.today());
  }

  @Post('registrations/:id/actions/approve')
  @HttpCode(200)
  @AllowRoles('APPROVAL_OFFICER')
  @Operation({ id: 'approveRegistration', zh: '准予登记', en: 'Grant the registration: the organization is established', errors: [404, 409, 422], versioned: true, idempotent: true })
  @ApiOkResponse({ type: RegistrationDto })
  async approve(
    @CurrentPrincipal() officer: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { reason }: OptionalReasonInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    await this.unitOfWork.run(officer, (tx) => this.grantRegistration.execute(tx, officer, id, version, reason));
    return this.answer.of(id, officer, reply, accept);
  }

  @Post('registrations/:id/actions/refuse')
  @HttpCode(200)
  @AllowRoles('APPROVAL_OFFICER')
  @Operation({ id: 'refuseRegistration', zh: '不予登记', en: 'Refuse the registration, with ground, reason and the rights against it', errors: [404, 409, 422], versioned: true, idempotent: true })
  @ApiOkResponse({ type: RegistrationDto })
  async refuse(
    @CurrentPrincipal() officer: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { ground, reason }: GroundInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    await this.unitOfWork.run(officer, (tx) => this.refuseRegistration.execute(tx, officer, id, version, ground, reason));
    return this.answer.of(id, officer, reply, accept);
  }

  @Post('registrations/:id/actions/return-to-review')
  @HttpCode(200)
  @AllowRoles('APPROVAL_OFFICER')
  @Operation({ id: 'returnToReview', zh: '退回审查', en: 'Return an application to its reviewer', errors: [404, 409], versioned: true, idempotent: true })
  @ApiOkResponse({ type: RegistrationDto })
  async returnToReview(
    @CurrentPrincipal() officer: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { reason }: ReasonInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    await this.unitOfWork.run(officer, (tx) => this.review.returnToReview(tx, officer, id, version, reason));
    return this.answer.of(id, officer, reply, accept);
  }

  @Post('registrations/:id/actions/extend')
  @HttpCode(200)
  @AllowRoles('APPROVAL_OFFICER')
  @Operation({ id: 'extendPeriod', zh: '延长期限', en: 'Lengthen the period for the decision, where the law allows it', errors: [404, 409, 422], versioned: true, idempotent: true })
  @ApiOkResponse({ type: RegistrationDto })
  async extend(
    @CurrentPrincipal() officer: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { days, approvedBy, reason }: ExtendInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    await this.unitOfWork.run(officer, (tx) => this.review.extend(tx, officer, id, version, days, approvedBy, reason));
    return this.answer.of(id, officer, reply, accept);
  }
}
