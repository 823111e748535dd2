import { Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowAnyone, AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { Clock, languageOf, Operation, presentViolations } from '@app/platform';
import { ApplicationReview } from '../application/application-review.js';
import { RegistrationQueries } from '../application/registration.queries.js';
import { GroundsQuery } from './dto/grounds.dto.js';
import { GroundsDto, RegistrationDto, ValidationDto } from './dto/registration.dto.js';
import { groundsOf } from './grounds.presenter.js';
import { RegistrationAnswer } from './registration-answer.js';

const OFFICERS = ['ACCEPTANCE_OFFICER', 'REVIEW_OFFICER', 'APPROVAL_OFFICER'] as const;

/** What whoever may see an application reads of it, and of the law around it. */
@ApiTags('registrations')
@Controller()
export class RegistrationsController {
  constructor(
    private readonly queries: RegistrationQueries,
    private readonly review: ApplicationReview,
    private readonly answer: RegistrationAnswer,
    private readonly clock: Clock,
  ) {}

  @Get('registration-grounds')
  @AllowAnyone()
  @Operation({
    id: 'listGrounds',
    zh: '不予登记、不予受理的情形',
    en: 'The grounds of refusal and of non-admission in force',
  })
  @ApiOkResponse({ type: GroundsDto })
  grounds(@Query() { kind }: GroundsQuery): GroundsDto {
    return groundsOf(kind, this.clock.today());
  }

  @Get('registrations/:id')
  @AllowRoles('APPLICANT', ...OFFICERS, 'AUDITOR')
  @Operation({
    id: 'getRegistration',
    zh: '查看申请',
    en: 'Read an application with its steps, clock and decision',
    errors: [404],
  })
  @ApiOkResponse({ type: RegistrationDto })
  get(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    return this.answer.of(id, reader, reply, accept);
  }

  @Post('registrations/:id/validate')
  @HttpCode(200)
  @AllowRoles('APPLICANT', ...OFFICERS)
  @Operation({
    id: 'validateRegistration',
    zh: '检查申请',
    en: 'List every defect of an application, as of today',
    errors: [404],
  })
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
      violations: presentViolations(violations, language),
    };
  }
}
