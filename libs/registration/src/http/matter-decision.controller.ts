import { Step, type StepRequest } from '@app/access';
import { Body, Controller, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GrantMatter } from '../application/matters/grant-matter.js';
import { OrderEntry } from '../application/matters/order-entry.js';
import { RefuseRegistration } from '../application/refuse-registration.js';
import { ReviewApplication } from '../application/review-application.js';
import { ExtendInput, GroundInput, OptionalReasonInput, ReasonInput } from './dto/actions.dto.js';
import type { MatterDto } from './dto/matter.dto.js';
import { MatterAnswer } from './matter-answer.js';
import { MatterRoute } from './matter-route.js';

/** What the approval officer decides, and what an officer puts before him of his own motion. */
@ApiTags('matters')
@Controller('matters')
export class MatterDecisionController {
  constructor(
    private readonly grantMatter: GrantMatter,
    private readonly refuseRegistration: RefuseRegistration,
    private readonly review: ReviewApplication,
    private readonly orderEntry: OrderEntry,
    private readonly answer: MatterAnswer,
  ) {}

  @MatterRoute('approve', ['APPROVAL_OFFICER'], 'approveMatter')
  approve(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { reason }: OptionalReasonInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, matter) =>
      this.grantMatter.execute(tx, matter, step.by, 'approve', step.version, reason),
    );
  }

  @MatterRoute('approve-for-later', ['APPROVAL_OFFICER'], 'approveMatterForLater')
  approveForLater(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { reason }: OptionalReasonInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, matter) =>
      this.grantMatter.execute(tx, matter, step.by, 'approve-for-later', step.version, reason),
    );
  }

  @MatterRoute('refuse', ['APPROVAL_OFFICER'], 'refuseMatter')
  refuse(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { ground, reason }: GroundInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, { procedure }) =>
      this.refuseRegistration.execute(tx, procedure, step.by, id, step.version, ground, reason),
    );
  }

  @MatterRoute('return-to-review', ['APPROVAL_OFFICER'], 'returnMatterToReview')
  returnToReview(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { reason }: ReasonInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, { procedure }) =>
      this.review.returnToReview(tx, procedure, step.by, id, step.version, reason),
    );
  }

  @MatterRoute('extend', ['APPROVAL_OFFICER'], 'extendMatterPeriod')
  extend(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { days, approvedBy, reason }: ExtendInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, { procedure }) =>
      this.review.extend(tx, procedure, step.by, id, step.version, days, approvedBy, reason),
    );
  }

  @MatterRoute('propose', ['REVIEW_OFFICER', 'ENFORCEMENT_OFFICER'], 'proposeMatter')
  propose(@Param('id', ParseUUIDPipe) id: string, @Step() step: StepRequest): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, matter) => this.orderEntry.propose(tx, matter, step.by, step.version));
  }

  @MatterRoute('order', ['APPROVAL_OFFICER'], 'orderMatter')
  order(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { reason }: OptionalReasonInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, matter) =>
      this.orderEntry.order(tx, matter, step.by, step.version, reason),
    );
  }

  @MatterRoute('reject', ['APPROVAL_OFFICER'], 'rejectMatter')
  reject(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { reason }: ReasonInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, matter) =>
      this.orderEntry.reject(tx, matter, step.by, step.version, reason),
    );
  }

  @MatterRoute('return', ['APPROVAL_OFFICER'], 'returnMatter')
  return(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { reason }: ReasonInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, matter) =>
      this.orderEntry.return(tx, matter, step.by, step.version, reason),
    );
  }
}
