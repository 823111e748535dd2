import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ActionOf, AllowRoles, CurrentPrincipal, type Principal, type Role, Step, type StepRequest } from '@app/access';
import { StepEngine } from '@app/casework';
import { Operation, PageQuery, UnitOfWork, type Tx } from '@app/platform';
import { DecideRecognition } from '../application/governance/decide-recognition.js';
import { GovernanceQueries } from '../application/governance/governance.queries.js';
import { NominateHub } from '../application/governance/nominate-hub.js';
import { PublishRecognition } from '../application/governance/publish-recognition.js';
import { RECOGNITION, type RecognitionAction } from '../domain/governance/recognition.workflow.js';
import {
  FindingsInput,
  HubCasePageDto,
  HubReasonInput,
  NominationInput,
  OptionalHubReasonInput,
  RecognitionDto,
  RecognizeInput,
  RefuseRecognitionInput,
} from './dto/governance.dto.js';
import { GovernanceAnswer } from './governance-answer.js';

const NOMINATORS = ['ACCEPTANCE_OFFICER', 'STREET_OFFICER', 'HUB_OFFICER'] as const;
const READERS = [...NOMINATORS, 'REVIEW_OFFICER', 'LEADING_GROUP_OFFICER', 'AUDITOR'] as const;
const OF = { zh: '枢纽认定', en: 'Recognition of a hub' };
const route = (action: RecognitionAction, id: string, roles: readonly [Role, ...Role[]]) =>
  ActionOf(action, { id, roles, title: RECOGNITION.actions[action], of: OF, type: RecognitionDto });

/** 认定: how a body becomes a hub, from its nomination to the publication. */
@ApiTags('hub-governance')
@Controller('hub-recognitions')
export class RecognitionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: GovernanceQueries,
    private readonly nominateHub: NominateHub,
    private readonly decideRecognition: DecideRecognition,
    private readonly publishRecognition: PublishRecognition,
    private readonly engine: StepEngine,
    private readonly answer: GovernanceAnswer,
  ) {}

  @Post()
  @AllowRoles(...NOMINATORS)
  @Operation({
    id: 'createRecognition',
    zh: '起草枢纽推荐',
    en: 'Draft the nomination of a hub',
    errors: [422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: RecognitionDto })
  async create(
    @CurrentPrincipal() by: Principal,
    @Body() input: NominationInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<RecognitionDto> {
    const id = await this.unitOfWork.run(by, (tx) => this.nominateHub.create(tx, by, input));
    void reply.header('location', `/api/v1/hub-recognitions/${id}`);
    return this.answer.recognition(id, { by, reply, acceptLanguage });
  }

  @Get()
  @AllowRoles(...NOMINATORS)
  @Operation({ id: 'listRecognitions', zh: '我的枢纽推荐', en: 'The nominations that I opened, newest first' })
  @ApiOkResponse({ type: HubCasePageDto })
  list(@CurrentPrincipal() reader: Principal, @Query() { limit, cursor }: PageQuery): Promise<HubCasePageDto> {
    return this.queries.listOwn('hub-recognition', reader, limit, cursor);
  }

  @Get(':id')
  @AllowRoles(...READERS)
  @Operation({
    id: 'getRecognition',
    zh: '查看枢纽认定',
    en: 'Read the recognition of a hub with its steps',
    errors: [404],
  })
  @ApiOkResponse({ type: RecognitionDto })
  get(
    @CurrentPrincipal() by: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<RecognitionDto> {
    return this.answer.recognition(id, { by, reply, acceptLanguage });
  }

  @Put(':id')
  @AllowRoles(...NOMINATORS)
  @Operation({
    id: 'updateRecognition',
    zh: '修改枢纽推荐',
    en: 'Write over the draft of a nomination',
    errors: [404, 409, 422],
    versioned: true,
  })
  @ApiOkResponse({ type: RecognitionDto })
  update(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() input: NominationInput,
  ): Promise<RecognitionDto> {
    return this.after(id, act, (tx) => this.nominateHub.update(tx, act.by, id, act.version, input));
  }

  @route('nominate', 'nominateHub', NOMINATORS)
  nominate(@Param('id', ParseUUIDPipe) id: string, @Step() act: StepRequest): Promise<RecognitionDto> {
    return this.after(id, act, (tx) => this.nominateHub.nominate(tx, act.by, id, act.version));
  }

  @route('return', 'returnNomination', ['REVIEW_OFFICER'])
  return(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() { reason }: HubReasonInput,
  ): Promise<RecognitionDto> {
    return this.take(id, act, 'return', reason);
  }

  @route('complete-review', 'reviewNomination', ['REVIEW_OFFICER'])
  review(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() { findings }: FindingsInput,
  ): Promise<RecognitionDto> {
    return this.after(id, act, (tx) => this.decideRecognition.completeReview(tx, act.by, id, act.version, findings));
  }

  @route('recognize', 'recognizeHub', ['LEADING_GROUP_OFFICER'])
  recognize(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() input: RecognizeInput,
  ): Promise<RecognitionDto> {
    return this.after(id, act, (tx) => this.decideRecognition.recognize(tx, act.by, id, act.version, input));
  }

  @route('refuse', 'refuseRecognition', ['LEADING_GROUP_OFFICER'])
  refuse(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() input: RefuseRecognitionInput,
  ): Promise<RecognitionDto> {
    return this.after(id, act, (tx) => this.decideRecognition.refuse(tx, act.by, id, act.version, input));
  }

  @route('publish', 'publishRecognition', ['REVIEW_OFFICER'])
  publish(@Param('id', ParseUUIDPipe) id: string, @Step() act: StepRequest): Promise<RecognitionDto> {
    return this.after(id, act, (tx) => this.publishRecognition.execute(tx, act.by, id, act.version));
  }

  @route('annul', 'annulRecognition', ['LEADING_GROUP_OFFICER'])
  annul(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() { reason }: HubReasonInput,
  ): Promise<RecognitionDto> {
    return this.take(id, act, 'annul', reason);
  }

  @route('withdraw', 'withdrawNomination', NOMINATORS)
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() { reason }: OptionalHubReasonInput,
  ): Promise<RecognitionDto> {
    return this.after(id, act, (tx) => this.nominateHub.withdraw(tx, act.by, id, act.version, reason));
  }

  private take(id: string, act: StepRequest, action: RecognitionAction, reason?: string): Promise<RecognitionDto> {
    const input = { expectedVersion: act.version, reason };
    return this.after(id, act, async (tx) => void (await this.engine.take(tx, RECOGNITION, id, action, act.by, input)));
  }

  private async after(id: string, act: StepRequest, work: (tx: Tx) => Promise<void>): Promise<RecognitionDto> {
    await this.unitOfWork.run(act.by, work);
    return this.answer.recognition(id, act);
  }
}
