import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  ActionOf,
  AllowRoles,
  CurrentPrincipal,
  type Principal,
  RecordIdPipe,
  type Role,
  Step,
  type StepRequest,
  divisionPrefix,
} from '@app/access';
import { normalizeCreditCode, NotFound, NotPermitted } from '@app/kernel';
import { Operation, setEtag, UnitOfWork, type Tx } from '@app/platform';
import { AnswerProposal } from '../application/assignment/answer-proposal.js';
import { ChangeAssignment } from '../application/assignment/change-assignment.js';
import { OrganizationHubsQueries } from '../application/assignment/organization-hubs.queries.js';
import { ProposalQueries } from '../application/assignment/proposal.queries.js';
import { ProposeRun } from '../application/assignment/propose-run.js';
import { PROPOSAL, type ProposalAction } from '../domain/assignment/proposal.workflow.js';
import { assigns } from '../domain/hub.policy.js';
import { presentOrganizationHubs, presentProposal } from './assignment.presenter.js';
import {
  AssignmentInput,
  ChangeProposalInput,
  ConfirmProposalInput,
  DeclineProposalInput,
  HubJobDto,
  HubProposalDto,
  HubProposalPageDto,
  OrganizationHubsDto,
  ProposalRunInput,
  ProposalsQuery,
  ProposeInput,
} from './dto/assignment.dto.js';

const ASSIGNING = ['REVIEW_OFFICER', 'APPROVAL_OFFICER'] as const;
const ANSWERING = [...ASSIGNING, 'HUB_OFFICER'] as const;
const route = (action: ProposalAction, id: string, roles: readonly [Role, ...Role[]]) =>
  ActionOf(action, {
    id,
    roles,
    title: PROPOSAL.actions[action],
    of: { zh: '枢纽归属建议', en: 'A proposal of a hub' },
    type: HubProposalDto,
  });

/** Which hub an organization belongs to: proposed by the platform, answered by a person, entered in the register. */
@ApiTags('hub-assignment')
@Controller()
export class AssignmentsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: ProposalQueries,
    private readonly organizationHubs: OrganizationHubsQueries,
    private readonly answerProposal: AnswerProposal,
    private readonly change: ChangeAssignment,
    private readonly run: ProposeRun,
  ) {}

  @Get('hub-proposals')
  @AllowRoles(...ANSWERING, 'AUDITOR')
  @Operation({ id: 'listHubProposals', zh: '枢纽归属建议', en: 'The proposals that concern me, oldest first' })
  @ApiOkResponse({ type: HubProposalPageDto })
  async list(@CurrentPrincipal() reader: Principal, @Query() query: ProposalsQuery): Promise<HubProposalPageDto> {
    const page = await this.queries.list(reader, query);
    return { ...page, items: page.items.map(presentProposal) };
  }

  @Post('hub-proposals')
  @AllowRoles(...ASSIGNING)
  @Operation({
    id: 'proposeHubs',
    zh: '为组织重新生成枢纽归属建议',
    en: 'Propose hubs for an organization anew',
    errors: [404],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: HubProposalDto })
  async propose(
    @CurrentPrincipal() by: Principal,
    @Body() { creditCode }: ProposeInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HubProposalDto> {
    const id = await this.unitOfWork.run(by, async (tx) => {
      const proposed = await this.change.propose(tx, by, normalizeCreditCode(creditCode));
      if (proposed !== undefined) tx.resource = `/api/v1/hub-proposals/${proposed}`;
      return proposed;
    });
    if (id === undefined) throw new NotFound({ zh: '没有可以建议的枢纽', en: 'There is nothing to propose' });
    void reply.header('location', `/api/v1/hub-proposals/${id}`);
    return this.answer(id, by, reply);
  }

  @Post('hub-proposal-runs')
  @HttpCode(202)
  @AllowRoles(...ASSIGNING)
  @Operation({
    id: 'runHubProposals',
    zh: '为全部组织生成枢纽归属建议',
    en: 'Propose hubs for the whole register of a division, as a job',
    idempotent: true,
  })
  @ApiAcceptedResponse({ type: HubJobDto })
  async start(@CurrentPrincipal() by: Principal, @Body() input: ProposalRunInput): Promise<HubJobDto> {
    const prefix = divisionPrefix(input.division);
    if (prefix === undefined || !assigns(by, input.division)) throw new NotPermitted();
    const jobId = await this.unitOfWork.run(by, async (tx) => {
      const id = await this.run.start(tx, input, prefix);
      tx.resource = `/api/v1/jobs/${id}`;
      return id;
    });
    return { jobId };
  }

  @Get('hub-proposals/:id')
  @AllowRoles(...ANSWERING, 'AUDITOR')
  @Operation({ id: 'getHubProposal', zh: '查看枢纽归属建议', en: 'Read a proposal with its reasons', errors: [404] })
  @ApiOkResponse({ type: HubProposalDto })
  get(
    @CurrentPrincipal() reader: Principal,
    @Param('id', RecordIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HubProposalDto> {
    return this.answer(id, reader, reply);
  }

  @Post('hub-assignments')
  @HttpCode(200)
  @AllowRoles(...ASSIGNING)
  @Operation({
    id: 'assignHubs',
    zh: '登记组织的枢纽归属',
    en: 'Enter which hubs an organization belongs to from today on',
    errors: [404, 422],
    idempotent: true,
  })
  @ApiOkResponse({ type: OrganizationHubsDto })
  async assign(@CurrentPrincipal() by: Principal, @Body() input: AssignmentInput): Promise<OrganizationHubsDto> {
    const creditCode = normalizeCreditCode(input.creditCode);
    await this.unitOfWork.run(by, async (tx) => {
      tx.resource = `/api/v1/organizations/${creditCode}/hubs`;
      const primary = input.release ? null : input.hub;
      const assignment = { primary, addRelated: input.related, dropRelated: input.unrelated };
      await this.change.execute(tx, by, creditCode, assignment, input.reason);
    });
    return presentOrganizationHubs(await this.organizationHubs.read(creditCode, by));
  }

  @Get('organizations/:creditCode/hubs')
  @AllowRoles(...ANSWERING, 'ACCEPTANCE_OFFICER', 'LEADING_GROUP_OFFICER', 'ORGANIZATION_AGENT', 'AUDITOR')
  @Operation({
    id: 'getOrganizationHubs',
    zh: '组织的枢纽归属及其历史',
    en: 'The hubs of an organization, today and before',
    errors: [404],
  })
  @ApiOkResponse({ type: OrganizationHubsDto })
  async hubsOf(
    @CurrentPrincipal() reader: Principal,
    @Param('creditCode') creditCode: string,
  ): Promise<OrganizationHubsDto> {
    return presentOrganizationHubs(await this.organizationHubs.read(normalizeCreditCode(creditCode), reader));
  }

  private async answer(id: string, reader: Principal, reply: FastifyReply): Promise<HubProposalDto> {
    const proposal = await this.queries.find(id, reader);
    if (!proposal) throw new NotFound();
    setEtag(reply, proposal.version);
    return presentProposal(proposal);
  }
}

/** A person answers a proposal. */
@ApiTags('hub-assignment')
@Controller('hub-proposals')
export class ProposalAnswersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: ProposalQueries,
    private readonly answers: AnswerProposal,
  ) {}

  @route('confirm', 'confirmHubProposal', ANSWERING)
  confirm(
    @Param('id', RecordIdPipe) id: string,
    @Step() act: StepRequest,
    @Body() { related }: ConfirmProposalInput,
  ): Promise<HubProposalDto> {
    return this.after(id, act, (tx) => this.answers.confirm(tx, act.by, id, act.version, related));
  }

  @route('change', 'changeHubProposal', ANSWERING)
  changeTo(
    @Param('id', RecordIdPipe) id: string,
    @Step() act: StepRequest,
    @Body() input: ChangeProposalInput,
  ): Promise<HubProposalDto> {
    return this.after(id, act, (tx) => this.answers.change(tx, act.by, id, act.version, input));
  }

  @route('decline', 'declineHubProposal', ANSWERING)
  decline(
    @Param('id', RecordIdPipe) id: string,
    @Step() act: StepRequest,
    @Body() { reason }: DeclineProposalInput,
  ): Promise<HubProposalDto> {
    return this.after(id, act, (tx) => this.answers.decline(tx, act.by, id, act.version, reason));
  }

  private async after(
    id: string,
    { by, reply }: StepRequest,
    work: (tx: Tx) => Promise<void>,
  ): Promise<HubProposalDto> {
    await this.unitOfWork.run(by, work);
    const proposal = await this.queries.find(id, by);
    if (!proposal) throw new NotFound();
    setEtag(reply, proposal.version);
    return presentProposal(proposal);
  }
}
