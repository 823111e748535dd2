import { Body, Controller, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActionOf, Step, type Role, type StepRequest } from '@app/access';
import { CheckFiling } from '../application/check-filing.js';
import { DecideFiling } from '../application/decide-filing.js';
import { SubmitFiling } from '../application/submit-filing.js';
import { FILING, type FilingAction } from '../domain/filing.workflow.js';
import { FilingDto } from './dto/filing.dto.js';
import {
  CheckInput,
  FilingCorrectionInput,
  RecordFilingInput,
  RefuseFilingInput,
  SubmitFilingInput,
  WithdrawFilingInput,
} from './dto/filing-input.dto.js';
import { FilingAnswer } from './filing-answer.js';

const FILERS = ['APPLICANT', 'STREET_OFFICER', 'HUB_OFFICER'] as const;
const OFFICES = ['STREET_OFFICER', 'HUB_OFFICER'] as const;
const OF = { zh: '备案', en: 'Filing' };
const route = (action: FilingAction, id: string, roles: readonly [Role, ...Role[]]) =>
  ActionOf(action, { id, roles, title: FILING.actions[action], of: OF, type: FilingDto });

/** The steps of a filing, each for whom the table of its office names. */
@ApiTags('filings')
@Controller('filings')
export class FilingStepsController {
  constructor(
    private readonly submitFiling: SubmitFiling,
    private readonly checkFiling: CheckFiling,
    private readonly decideFiling: DecideFiling,
    private readonly answer: FilingAnswer,
  ) {}

  @route('submit', 'submitFiling', FILERS)
  submit(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { insist }: SubmitFilingInput,
  ): Promise<FilingDto> {
    return this.answer.after(id, step, (tx) => this.submitFiling.submit(tx, step.by, id, step.version, insist));
  }

  @route('propose', 'proposeFiling', ['STREET_OFFICER'])
  propose(@Param('id', ParseUUIDPipe) id: string, @Step() step: StepRequest): Promise<FilingDto> {
    return this.answer.after(id, step, (tx) => this.submitFiling.propose(tx, step.by, id, step.version));
  }

  @route('withdraw', 'withdrawFiling', FILERS)
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { reason }: WithdrawFilingInput,
  ): Promise<FilingDto> {
    return this.answer.after(id, step, (tx) => this.checkFiling.withdraw(tx, step.by, id, step.version, reason));
  }

  @route('request-correction', 'requestFilingCorrection', OFFICES)
  requestCorrection(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { items }: FilingCorrectionInput,
  ): Promise<FilingDto> {
    return this.answer.after(id, step, (tx) =>
      this.checkFiling.requestCorrection(tx, step.by, id, step.version, items),
    );
  }

  @route('check', 'checkFiling', ['STREET_OFFICER'])
  check(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { finding }: CheckInput,
  ): Promise<FilingDto> {
    return this.answer.after(id, step, (tx) => this.checkFiling.check(tx, step.by, id, step.version, finding));
  }

  @route('record', 'recordFiling', OFFICES)
  record(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { different }: RecordFilingInput,
  ): Promise<FilingDto> {
    return this.answer.after(id, step, (tx) => this.decideFiling.record(tx, step.by, id, step.version, different));
  }

  @route('not-record', 'refuseFiling', OFFICES)
  refuse(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { ground, reason }: RefuseFilingInput,
  ): Promise<FilingDto> {
    return this.answer.after(id, step, (tx) => this.decideFiling.refuse(tx, step.by, id, step.version, ground, reason));
  }
}
