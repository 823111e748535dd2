import { Step, type StepRequest } from '@app/access';
import { Body, Controller, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EstablishmentProcedure } from '../application/establishment-procedure.js';
import { GrantRegistration } from '../application/grant-registration.js';
import { RefuseRegistration } from '../application/refuse-registration.js';
import { ReviewApplication } from '../application/review-application.js';
import { ExtendInput, GroundInput, OptionalReasonInput, ReasonInput } from './dto/actions.dto.js';
import type { RegistrationDto } from './dto/registration.dto.js';
import { RegistrationAnswer } from './registration-answer.js';
import { StepRoute } from './step-route.js';

/** What the approval officer decides. */
@ApiTags('registrations')
@Controller('registrations')
export class DecisionController {
  constructor(
    private readonly grantRegistration: GrantRegistration,
    private readonly refuseRegistration: RefuseRegistration,
    private readonly review: ReviewApplication,
    private readonly establishment: EstablishmentProcedure,
    private readonly answer: RegistrationAnswer,
  ) {}

  @StepRoute('approve', 'APPROVAL_OFFICER', 'approveRegistration')
  approve(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { reason }: OptionalReasonInput,
  ): Promise<RegistrationDto> {
    return this.answer.after(id, step, (tx) => this.grantRegistration.execute(tx, step.by, id, step.version, reason));
  }

  @StepRoute('refuse', 'APPROVAL_OFFICER', 'refuseRegistration')
  refuse(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { ground, reason }: GroundInput,
  ): Promise<RegistrationDto> {
    return this.answer.after(id, step, (tx) =>
      this.refuseRegistration.execute(tx, this.establishment, step.by, id, step.version, ground, reason),
    );
  }

  @StepRoute('return-to-review', 'APPROVAL_OFFICER', 'returnToReview')
  returnToReview(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { reason }: ReasonInput,
  ): Promise<RegistrationDto> {
    return this.answer.after(id, step, (tx) =>
      this.review.returnToReview(tx, this.establishment, step.by, id, step.version, reason),
    );
  }

  @StepRoute('extend', 'APPROVAL_OFFICER', 'extendPeriod')
  extend(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() input: ExtendInput,
  ): Promise<RegistrationDto> {
    const { days, approvedBy, reason } = input;
    return this.answer.after(id, step, (tx) =>
      this.review.extend(tx, this.establishment, step.by, id, step.version, days, approvedBy, reason),
    );
  }
}
