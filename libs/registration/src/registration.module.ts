import { Module } from '@nestjs/common';
import { AcceptApplication } from './application/accept-application.js';
import { ApplicationReview } from './application/application-review.js';
import { Decisions } from './application/decisions.js';
import { GrantRegistration } from './application/grant-registration.js';
import { PersonGuard } from './application/person-guard.js';
import { RefuseAdmission } from './application/refuse-admission.js';
import { RefuseRegistration } from './application/refuse-registration.js';
import { RegistrationQueries } from './application/registration.queries.js';
import { RequestCorrection } from './application/request-correction.js';
import { ReviewApplication } from './application/review-application.js';
import { RevealPersons } from './application/reveal-persons.js';
import { SubmitApplication } from './application/submit-application.js';
import { WithdrawApplication } from './application/withdraw-application.js';
import { WriteApplication } from './application/write-application.js';
import { AcceptanceController } from './http/acceptance.controller.js';
import { ApplicantController } from './http/applicant.controller.js';
import { DecisionController } from './http/decision.controller.js';
import { PersonsController } from './http/persons.controller.js';
import { RegistrationAnswer } from './http/registration-answer.js';
import { RegistrationsController } from './http/registrations.controller.js';
import { ReviewController } from './http/review.controller.js';
import { DeemAcceptedJob } from './jobs/deem-accepted.job.js';
import { Applications } from './persistence/applications.js';

/** 成立登记: from application to the register. */
@Module({
  providers: [
    Applications,
    ApplicationReview,
    WriteApplication,
    SubmitApplication,
    WithdrawApplication,
    RequestCorrection,
    AcceptApplication,
    RefuseAdmission,
    ReviewApplication,
    GrantRegistration,
    RefuseRegistration,
    Decisions,
    RevealPersons,
    RegistrationQueries,
    RegistrationAnswer,
    PersonGuard,
    DeemAcceptedJob,
  ],
  controllers: [
    RegistrationsController,
    PersonsController,
    ApplicantController,
    AcceptanceController,
    ReviewController,
    DecisionController,
  ],
})
export class RegistrationModule {}
