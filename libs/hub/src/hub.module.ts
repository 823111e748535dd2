import { Module, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '@app/platform';
import { EntryListeners, Projections, type EntryKind } from '@app/register';
import { AnswerProposal } from './application/assignment/answer-proposal.js';
import { AssignHubs } from './application/assignment/assign-hubs.js';
import { ChangeAssignment } from './application/assignment/change-assignment.js';
import { EndWaiting } from './application/assignment/end-waiting.js';
import { MemberSheet } from './application/assignment/member-sheet.js';
import { OrganizationHubsQueries } from './application/assignment/organization-hubs.queries.js';
import { ProposalQueries } from './application/assignment/proposal.queries.js';
import { ProposeAssignments } from './application/assignment/propose-assignments.js';
import { ProposeRun } from './application/assignment/propose-run.js';
import { ReleaseMembers } from './application/assignment/release-members.js';
import { PROPOSE_ONE_TOPIC } from './application/assignment/topics.js';
import { CoverageQueries } from './application/coverage/coverage.queries.js';
import { EnterPopulation } from './application/coverage/enter-population.js';
import { IndicatorQueries } from './application/coverage/indicators.queries.js';
import { DeskMembers } from './application/desk/desk-members.js';
import { Desks } from './application/desk/desks.js';
import { Guidance } from './application/desk/guidance.js';
import { Memberships } from './application/desk/memberships.js';
import { Messages } from './application/desk/messages.js';
import { PartyBuilding } from './application/desk/party-building.js';
import { AssembleFigures } from './application/desk/report-figures.js';
import { ServiceRequests } from './application/desk/service-requests.js';
import { Services } from './application/desk/services.js';
import { TellMembers } from './application/desk/tell-members.js';
import { WorkReports } from './application/desk/work-reports.js';
import { DecideRecognition } from './application/governance/decide-recognition.js';
import { GovernanceFiles } from './application/governance/governance-files.js';
import { GovernanceParts } from './application/governance/governance-parts.js';
import { GovernancePapers } from './application/governance/governance-papers.js';
import { GovernanceQueries } from './application/governance/governance.queries.js';
import { GroupDecisions } from './application/governance/group-decisions.js';
import { NominateHub } from './application/governance/nominate-hub.js';
import { NominationReview } from './application/governance/nomination-review.js';
import { OrderMeasure } from './application/governance/order-measure.js';
import { ProposeMeasure } from './application/governance/propose-measure.js';
import { PublishRecognition } from './application/governance/publish-recognition.js';
import { HubQueries } from './application/hub.queries.js';
import { Hubs } from './application/hubs.js';
import { AssignmentsController, ProposalAnswersController } from './http/assignments.controller.js';
import { CoverageController } from './http/coverage.controller.js';
import { DeskController } from './http/desk.controller.js';
import { MeasuresController } from './http/measures.controller.js';
import { GovernanceAnswer } from './http/governance-answer.js';
import { HubMessagesController } from './http/hub-messages.controller.js';
import { MembershipActionsController, MembershipsController } from './http/memberships.controller.js';
import { PopulationsController } from './http/populations.controller.js';
import { PublicHubsController } from './http/public-hubs.controller.js';
import { RecognitionsController } from './http/recognitions.controller.js';
import { ServiceRequestActionsController, ServiceRequestsController } from './http/service-requests.controller.js';
import { ServiceOutcomesController, ServicesController } from './http/services.controller.js';
import { WorkReportActionsController, WorkReportsController } from './http/work-reports.controller.js';
import { HubJobs } from './jobs/hub.jobs.js';
import { HUB_PROJECTIONS } from './persistence/hub.projections.js';
import { SeedCityHubs } from './seed/seed-city-hubs.js';

const GOVERNANCE = [
  GovernanceAnswer,
  GovernanceFiles,
  GovernanceParts,
  GovernanceQueries,
  NominateHub,
  NominationReview,
  GovernancePapers,
  GroupDecisions,
  DecideRecognition,
  PublishRecognition,
  ProposeMeasure,
  OrderMeasure,
];
const ASSIGNMENT = [
  ProposeAssignments,
  ProposalQueries,
  AnswerProposal,
  AssignHubs,
  ChangeAssignment,
  EndWaiting,
  OrganizationHubsQueries,
  ProposeRun,
  ReleaseMembers,
  MemberSheet,
];
const DESK = [
  Desks,
  DeskMembers,
  Messages,
  TellMembers,
  Guidance,
  Services,
  ServiceRequests,
  Memberships,
  PartyBuilding,
  AssembleFigures,
  WorkReports,
];
const COVERAGE = [CoverageQueries, IndicatorQueries, EnterPopulation];

/** Entries after which an organization may be no more. */
const ENDINGS: readonly EntryKind[] = [
  ...(['DEREGISTERED', 'MERGED', 'SPLIT', 'ANNULLED', 'REVOKED'] as const),
  ...(['FILING_LAPSED', 'FILING_CANCELLED', 'FILING_MERGED', 'PROMOTED'] as const),
];

/** 枢纽型社会组织: recognized, assigned, at their desks, and how far they reach. */
@Module({
  providers: [Hubs, HubQueries, ...GOVERNANCE, ...ASSIGNMENT, ...DESK, ...COVERAGE, HubJobs, SeedCityHubs],
  controllers: [
    PublicHubsController,
    RecognitionsController,
    MeasuresController,
    AssignmentsController,
    ProposalAnswersController,
    DeskController,
    HubMessagesController,
    ServicesController,
    ServiceOutcomesController,
    ServiceRequestsController,
    ServiceRequestActionsController,
    MembershipsController,
    MembershipActionsController,
    WorkReportsController,
    WorkReportActionsController,
    CoverageController,
    PopulationsController,
  ],
  exports: [SeedCityHubs],
})
export class HubModule implements OnModuleInit {
  constructor(
    private readonly projections: Projections,
    private readonly listeners: EntryListeners,
    private readonly endWaiting: EndWaiting,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    for (const projection of HUB_PROJECTIONS) this.projections.register(projection);
    for (const kind of ENDINGS)
      this.listeners.on(kind, async (tx, entries) => {
        for (const { subjectId } of entries) await this.endWaiting.ofEnded(tx, subjectId);
      });
    this.listeners.on('VOIDED', (tx, entries) =>
      this.endWaiting.ofGone(
        tx,
        entries.map(({ subjectId }) => subjectId),
      ),
    );
    this.listeners.on('ESTABLISHED', async (tx, entries) => {
      for (const { subjectId } of entries)
        await this.outbox.add(tx, { topic: PROPOSE_ONE_TOPIC, payload: { subjectId }, uniqueKey: subjectId });
    });
  }
}
