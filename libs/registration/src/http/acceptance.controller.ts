import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { ExpectedVersion, Operation, UnitOfWork } from '@app/platform';
import { AcceptApplication } from '../application/accept-application.js';
import { RefuseAdmission } from '../application/refuse-admission.js';
import { RequestCorrection } from '../application/request-correction.js';
import { CorrectionInput, GroundInput } from './dto/actions.dto.js';
import { RegistrationDto } from './dto/registration.dto.js';
import { RegistrationAnswer } from './registration-answer.js';

/** What the acceptance officer does with an application that came in. */
@ApiTags('registrations')
@Controller('registrations')
export class AcceptanceController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requestCorrection: RequestCorrection,
    private readonly acceptApplication: AcceptApplication,
    private readonly refuseAdmission: RefuseAdmission,
    private readonly answer: RegistrationAnswer,
  ) {}

  @Get(':id')
  @AllowRoles('APPLICANT', 'ACCEPTANCE_OFFICER', 'REVIEW_OFFICER', 'APPROVAL_OFFICER', 'AUDITOR')
  @Operation({ id: 'getRegistration', zh: '查看申请', en: 'Read an application with its steps, clock and decision', errors: [404] })
  @ApiOkResponse({ type: RegistrationDto })
  get(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    return this.answer.of(id, reader, reply, accept);
  }

  @Post(':id/actions/request-correction')
  @HttpCode(200)
  @AllowRoles('ACCEPTANCE_OFFICER')
  @Operation({ id: 'requestCorrection', zh: '一次告知补正', en: 'Tell the applicant, once, all that is to be corrected', errors: [404, 409, 422], versioned: true, idempotent: true })
  @ApiOkResponse({ type: RegistrationDto })
  async correct(
    @CurrentPrincipal() officer: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { items, lateReason }: CorrectionInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    await this.unitOfWork.run(officer, (tx) => this.requestCorrection.execute(tx, officer, id, version, items, lateReason));
    return this.answer.of(id, officer, reply, accept);
  }

  @Post(':id/actions/accept')
  @HttpCode(200)
  @AllowRoles('ACCEPTANCE_OFFICER')
  @Operation({ id: 'acceptRegistration', zh: '受理', en: 'Accept an application: the period for the decision runs', errors: [404, 409], versioned: true, idempotent: true })
  @ApiOkResponse({ type: RegistrationDto })
  async accept(
    @CurrentPrincipal() officer: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    await this.unitOfWork.run(officer, (tx) => this.acceptApplication.execute(tx, officer, id, version));
    return this.answer.of(id, officer, reply, accept);
  }

  @Post(':id/actions/not-admit')
  @HttpCode(200)
  @AllowRoles('ACCEPTANCE_OFFICER')
  @Operation({ id: 'refuseAdmission', zh: '不予受理', en: 'Refuse admission, with the ground and where to go instead', errors: [404, 409, 422], versioned: true, idempotent: true })
  @ApiOkResponse({ type: RegistrationDto })
  async notAdmit(
    @CurrentPrincipal() officer: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { ground, reason }: GroundInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    await this.unitOfWork.run(officer, (tx) => this.refuseAdmission.execute(tx, officer, id, version, ground, reason));
    return this.answer.of(id, officer, reply, accept);
  }
}
