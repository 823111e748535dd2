import { Module } from '@nestjs/common';
import { AcceptApplication } from './application/accept-application.js';
import { ApplicationReview } from './application/application-review.js';
import { Certificates } from './application/certificates.js';
import { DecidedCases } from './application/decided-cases.js';
import { Decisions } from './application/decisions.js';
import { EstablishmentProcedure } from './application/establishment-procedure.js';
import { RegistrationParts } from './application/file/registration-parts.js';
import { GrantRegistration } from './application/grant-registration.js';
import { JudgePersons } from './application/judge-persons.js';
import { EndOpenCases } from './application/matters/end-open-cases.js';
import { EndSuspensions } from './application/matters/end-suspensions.js';
import { EnterMatter } from './application/matters/enter-matter.js';
import { ExamineMatter } from './application/matters/examine-matter.js';
import { GrantMatter } from './application/matters/grant-matter.js';
import { LinkSplit } from './application/matters/link-split.js';
import { MatterGuard } from './application/matters/matter-guard.js';
import { MatterProcedures } from './application/matters/matter-procedures.js';
import { MatterQueries } from './application/matters/matter.queries.js';
import { MatterReview } from './application/matters/matter-review.js';
import { OrderEntry } from './application/matters/order-entry.js';
import { RecordMatter } from './application/matters/record-matter.js';
import { TellOrganization } from './application/matters/tell-organization.js';
import { WriteMatter } from './application/matters/write-matter.js';
import { PersonGuard } from './application/person-guard.js';
import { OpenPromotion } from './application/open-promotion.js';
import { PromoteGroup } from './application/promote-group.js';
import { RefuseAdmission } from './application/refuse-admission.js';
import { RefuseRegistration } from './application/refuse-registration.js';
import { RegistrationQueries } from './application/registration.queries.js';
import { Representatives } from './application/representatives.js';
import { RequestCorrection } from './application/request-correction.js';
import { RevealPersons } from './application/reveal-persons.js';
import { ReviewApplication } from './application/review-application.js';
import { SubmitApplication } from './application/submit-application.js';
import { WithdrawApplication } from './application/withdraw-application.js';
import { WriteApplication } from './application/write-application.js';
import { AcceptanceController } from './http/acceptance.controller.js';
import { ApplicantController } from './http/applicant.controller.js';
import { DecisionController } from './http/decision.controller.js';
import { MatterAnswer } from './http/matter-answer.js';
import { MatterDecisionController } from './http/matter-decision.controller.js';
import { MatterOfficersController } from './http/matter-officers.controller.js';
import { MatterPersonsController } from './http/matter-persons.controller.js';
import { MattersController } from './http/matters.controller.js';
import { PersonsController } from './http/persons.controller.js';
import { RegistrationAnswer } from './http/registration-answer.js';
import { RegistrationsController } from './http/registrations.controller.js';
import { ReviewController } from './http/review.controller.js';
import { DeemAcceptedJob } from './jobs/deem-accepted.job.js';
import { EndSuspensionsJob } from './jobs/end-suspensions.job.js';
import { TakeEffectJob } from './jobs/take-effect.job.js';
import { Applications } from './persistence/applications.js';
import { MatterFiles } from './persistence/matter-files.js';
import { PersonJudgements } from './persistence/person-judgements.js';

/** What establishment and the matters of an organization share. */
const STEPS = [
  SubmitApplication,
  WithdrawApplication,
  RequestCorrection,
  AcceptApplication,
  RefuseAdmission,
  ReviewApplication,
  RefuseRegistration,
  RevealPersons,
  Decisions,
  DecidedCases,
  Certificates,
  Representatives,
  JudgePersons,
  RegistrationParts,
];

/** 成立登记: from application to the register. */
const ESTABLISHMENT = [
  EstablishmentProcedure,
  ApplicationReview,
  WriteApplication,
  GrantRegistration,
  PromoteGroup,
  OpenPromotion,
  RegistrationQueries,
  RegistrationAnswer,
  PersonGuard,
  DeemAcceptedJob,
];

/** 变更, 备案, 注销 and the rest of an organization's life. */
const MATTERS = [
  MatterProcedures,
  MatterReview,
  MatterQueries,
  MatterAnswer,
  MatterGuard,
  WriteMatter,
  ExamineMatter,
  GrantMatter,
  RecordMatter,
  OrderEntry,
  EnterMatter,
  TellOrganization,
  EndOpenCases,
  EndSuspensions,
  LinkSplit,
  TakeEffectJob,
  EndSuspensionsJob,
];

/** An organization from its application to its end. */
@Module({
  providers: [Applications, MatterFiles, PersonJudgements, ...STEPS, ...ESTABLISHMENT, ...MATTERS],
  controllers: [
    RegistrationsController,
    PersonsController,
    ApplicantController,
    AcceptanceController,
    ReviewController,
    DecisionController,
    MattersController,
    MatterPersonsController,
    MatterOfficersController,
    MatterDecisionController,
  ],
})
export class RegistrationModule {}
