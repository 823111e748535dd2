import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { ExpectedVersion, Operation, UnitOfWork } from '@app/platform';
import { ReviewApplication } from '../application/review-application.js';
import { PauseInput, ReviewInput } from './dto/actions.dto.js';
import { RegistrationDto } from './dto/registration.dto.js';
import { RegistrationAnswer } from './registration-answer.js';

/** What the review officer does with an accepted application. */
@ApiTags('registrations')
@Controller('registrations')
export class ReviewController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly review: ReviewApplication,
    private readonly answer: RegistrationAnswer,
  ) {}

  @Post(':id/actions/begin-review')
  @HttpCode(200)
  @AllowRoles('REVIEW_OFFICER')
  @Operation({ id: 'beginReview', zh: '开始审查', en: 'Begin the review', errors: [404, 409], versioned: true, idempotent: true })
  @ApiOkResponse({ type: RegistrationDto })
  async begin(
    @CurrentPrincipal() officer: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    await this.unitOfWork.run(officer, (tx) => this.review.begin(tx, officer, id, version));
    return this.answer.of(id, officer, reply, accept);
  }

  @Post(':id/actions/pause')
  @HttpCode(200)
  @AllowRoles('REVIEW_OFFICER')
  @Operation({ id: 'pauseReview', zh: '中止计时', en: 'Stop the clock for a hearing or an expert review', errors: [404, 409], versioned: true, idempotent: true })
  @ApiOkResponse({ type: RegistrationDto })
  async pause(
    @CurrentPrincipal() officer: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { cause, expectedDays, reason }: PauseInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    await this.unitOfWork.run(officer, (tx) => this.review.pause(tx, officer, id, version, cause, expectedDays, reason));
    return this.answer.of(id, officer, reply, accept);
  }

  @Post(':id/actions/resume')
  @HttpCode(200)
  @AllowRoles('REVIEW_OFFICER')
  @Operation({ id: 'resumeReview', zh: '恢复计时', en: 'Let the clock run again', errors: [404, 409], versioned: true, idempotent: true })
  @ApiOkResponse({ type: RegistrationDto })
  async resume(
    @CurrentPrincipal() officer: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    await this.unitOfWork.run(officer, (tx) => this.review.resume(tx, officer, id, version));
    return this.answer.of(id, officer, reply, accept);
  }

  @Post(':id/actions/complete-review')
  @HttpCode(200)
  @AllowRoles('REVIEW_OFFICER')
  @Operation({ id: 'completeReview', zh: '提出审查意见', en: 'Complete the review with an opinion', errors: [404, 409, 422], versioned: true, idempotent: true })
  @ApiOkResponse({ type: RegistrationDto })
  async complete(
    @CurrentPrincipal() officer: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() opinion: ReviewInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<RegistrationDto> {
    await this.unitOfWork.run(officer, (tx) => this.review.complete(tx, officer, id, version, opinion));
    return this.answer.of(id, officer, reply, accept);
  }
}
