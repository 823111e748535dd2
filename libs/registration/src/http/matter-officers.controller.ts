import { Step, type StepRequest } from '@app/access';
import { Body, Controller, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AcceptApplication } from '../application/accept-application.js';
import { RecordMatter } from '../application/matters/record-matter.js';
import { RefuseAdmission } from '../application/refuse-admission.js';
import { RequestCorrection } from '../application/request-correction.js';
import { ReviewApplication } from '../application/review-application.js';
import { CorrectionInput, GroundInput, PauseInput, ReasonInput, RecordInput, ReviewInput } from './dto/actions.dto.js';
import type { MatterDto } from './dto/matter.dto.js';
import { MatterAnswer } from './matter-answer.js';
import { MatterRoute } from './matter-route.js';

/** What acceptance and review officers do with a matter that came in. */
@ApiTags('matters')
@Controller('matters')
export class MatterOfficersController {
  constructor(
    private readonly requestCorrection: RequestCorrection,
    private readonly acceptApplication: AcceptApplication,
    private readonly refuseAdmission: RefuseAdmission,
    private readonly recordMatter: RecordMatter,
    private readonly review: ReviewApplication,
    private readonly answer: MatterAnswer,
  ) {}

  @MatterRoute('request-correction', ['ACCEPTANCE_OFFICER'], 'requestMatterCorrection')
  correct(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { items, lateReason }: CorrectionInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, { procedure }) =>
      this.requestCorrection.execute(tx, procedure, step.by, id, step.version, items, lateReason),
    );
  }

  @MatterRoute('accept', ['ACCEPTANCE_OFFICER'], 'acceptMatter')
  accept(@Param('id', ParseUUIDPipe) id: string, @Step() step: StepRequest): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, { procedure }) =>
      this.acceptApplication.execute(tx, procedure, step.by, id, step.version),
    );
  }

  @MatterRoute('not-admit', ['ACCEPTANCE_OFFICER'], 'refuseMatterAdmission')
  notAdmit(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { ground, reason }: GroundInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, { procedure }) =>
      this.refuseAdmission.execute(tx, procedure, step.by, id, step.version, ground, reason),
    );
  }

  @MatterRoute('record', ['ACCEPTANCE_OFFICER'], 'recordMatter')
  record(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { personJudgements }: RecordInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, matter) =>
      this.recordMatter.record(tx, matter, step.by, step.version, personJudgements),
    );
  }

  @MatterRoute('not-record', ['ACCEPTANCE_OFFICER'], 'refuseToRecordMatter')
  notRecord(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { reason }: ReasonInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, matter) =>
      this.recordMatter.refuse(tx, matter, step.by, step.version, reason),
    );
  }

  @MatterRoute('begin-review', ['REVIEW_OFFICER'], 'beginMatterReview')
  begin(@Param('id', ParseUUIDPipe) id: string, @Step() step: StepRequest): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, { procedure }) =>
      this.review.begin(tx, procedure, step.by, id, step.version),
    );
  }

  @MatterRoute('pause', ['REVIEW_OFFICER'], 'pauseMatterReview')
  pause(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { cause, expectedDays, reason }: PauseInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, { procedure }) =>
      this.review.pause(tx, procedure, step.by, id, step.version, cause, expectedDays, reason),
    );
  }

  @MatterRoute('resume', ['REVIEW_OFFICER'], 'resumeMatterReview')
  resume(@Param('id', ParseUUIDPipe) id: string, @Step() step: StepRequest): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, { procedure }) =>
      this.review.resume(tx, procedure, step.by, id, step.version),
    );
  }

  @MatterRoute('complete-review', ['REVIEW_OFFICER'], 'completeMatterReview')
  complete(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() opinion: ReviewInput,
  ): Promise<MatterDto> {
    return this.answer.after(id, step, (tx, { procedure }) =>
      this.review.complete(tx, procedure, step.by, id, step.version, opinion),
    );
  }
}
