import { Step, type StepRequest } from '@app/access';
import { Body, Controller, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EstablishmentProcedure } from '../application/establishment-procedure.js';
import { ReviewApplication } from '../application/review-application.js';
import { PauseInput, ReviewInput } from './dto/actions.dto.js';
import type { RegistrationDto } from './dto/registration.dto.js';
import { RegistrationAnswer } from './registration-answer.js';
import { StepRoute } from './step-route.js';

/** What the review officer does with an accepted application. */
@ApiTags('registrations')
@Controller('registrations')
export class ReviewController {
  constructor(
    private readonly review: ReviewApplication,
    private readonly establishment: EstablishmentProcedure,
    private readonly answer: RegistrationAnswer,
  ) {}

  @StepRoute('begin-review', 'REVIEW_OFFICER', 'beginReview')
  begin(@Param('id', ParseUUIDPipe) id: string, @Step() step: StepRequest): Promise<RegistrationDto> {
    return this.answer.after(id, step, (tx) => this.review.begin(tx, this.establishment, step.by, id, step.version));
  }

  @StepRoute('pause', 'REVIEW_OFFICER', 'pauseReview')
  pause(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() input: PauseInput,
  ): Promise<RegistrationDto> {
    const { cause, expectedDays, reason } = input;
    return this.answer.after(id, step, (tx) =>
      this.review.pause(tx, this.establishment, step.by, id, step.version, cause, expectedDays, reason),
    );
  }

  @StepRoute('resume', 'REVIEW_OFFICER', 'resumeReview')
  resume(@Param('id', ParseUUIDPipe) id: string, @Step() step: StepRequest): Promise<RegistrationDto> {
    return this.answer.after(id, step, (tx) => this.review.resume(tx, this.establishment, step.by, id, step.version));
  }

  @StepRoute('complete-review', 'REVIEW_OFFICER', 'completeReview')
  complete(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() opinion: ReviewInput,
  ): Promise<RegistrationDto> {
    return this.answer.after(id, step, (tx) =>
      this.review.complete(tx, this.establishment, step.by, id, step.version, opinion),
    );
  }
}
