import { Step, type StepRequest } from '@app/access';
import { Body, Controller, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EstablishmentProcedure } from '../application/establishment-procedure.js';
import { AcceptApplication } from '../application/accept-application.js';
import { RefuseAdmission } from '../application/refuse-admission.js';
import { RequestCorrection } from '../application/request-correction.js';
import { CorrectionInput, GroundInput } from './dto/actions.dto.js';
import type { RegistrationDto } from './dto/registration.dto.js';
import { RegistrationAnswer } from './registration-answer.js';
import { StepRoute } from './step-route.js';

/** What the acceptance officer does with an application that came in. */
@ApiTags('registrations')
@Controller('registrations')
export class AcceptanceController {
  constructor(
    private readonly requestCorrection: RequestCorrection,
    private readonly acceptApplication: AcceptApplication,
    private readonly refuseAdmission: RefuseAdmission,
    private readonly establishment: EstablishmentProcedure,
    private readonly answer: RegistrationAnswer,
  ) {}

  @StepRoute('request-correction', 'ACCEPTANCE_OFFICER', 'requestCorrection')
  correct(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() input: CorrectionInput,
  ): Promise<RegistrationDto> {
    const { items, lateReason } = input;
    return this.answer.after(id, step, (tx) =>
      this.requestCorrection.execute(tx, this.establishment, step.by, id, step.version, items, lateReason),
    );
  }

  @StepRoute('accept', 'ACCEPTANCE_OFFICER', 'acceptRegistration')
  accept(@Param('id', ParseUUIDPipe) id: string, @Step() step: StepRequest): Promise<RegistrationDto> {
    return this.answer.after(id, step, (tx) =>
      this.acceptApplication.execute(tx, this.establishment, step.by, id, step.version),
    );
  }

  @StepRoute('not-admit', 'ACCEPTANCE_OFFICER', 'refuseAdmission')
  notAdmit(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { ground, reason }: GroundInput,
  ): Promise<RegistrationDto> {
    return this.answer.after(id, step, (tx) =>
      this.refuseAdmission.execute(tx, this.establishment, step.by, id, step.version, ground, reason),
    );
  }
}
