import { Module, type OnModuleInit } from '@nestjs/common';
import { EntryListeners, Projections, type EntryKind } from '@app/register';
import { AboutGroups } from './application/about-groups.js';
import { ChangeGroups } from './application/change-groups.js';
import { CheckFiling } from './application/check-filing.js';
import { DecideFiling } from './application/decide-filing.js';
import { DuplicateQueries } from './application/duplicate.queries.js';
import { EnterGroups } from './application/enter-groups.js';
import { FilingDecisions } from './application/filing-decisions.js';
import { FilingFigures } from './application/filing-figures.queries.js';
import { FilingGuard } from './application/filing-guard.js';
import { FilingOffices } from './application/filing-offices.js';
import { FilingParts } from './application/filing-parts.js';
import { FilingQueries } from './application/filing.queries.js';
import { FilingReview } from './application/filing-review.js';
import { FindAlike } from './application/find-alike.js';
import { GroupQueries } from './application/group.queries.js';
import { Keepers } from './application/keepers.js';
import { LeadersOfMany } from './application/leaders-of-many.js';
import { LapseFilings } from './application/lapse-filings.js';
import { RevealGroupPersons } from './application/reveal-group-persons.js';
import { SettleDuplicates } from './application/settle-duplicates.js';
import { SubmitFiling } from './application/submit-filing.js';
import { TellOfFilings } from './application/tell-of-filings.js';
import { FilingSheet } from './application/sheet/filing-sheet.js';
import { GroupReferencesOf } from './application/sheet/group-references.js';
import { JudgeGroupPersons } from './application/sheet/judge-group-persons.js';
import { ValidateFiling } from './application/validate-filing.js';
import { WriteFiling } from './application/write-filing.js';
import { FiledGroupsController } from './http/filed-groups.controller.js';
import { FilingAnswer } from './http/filing-answer.js';
import { FilingDuplicatesController } from './http/filing-duplicates.controller.js';
import { FilingStepsController } from './http/filing-steps.controller.js';
import { FilingsController } from './http/filings.controller.js';
import { FilingJobs } from './jobs/filing.jobs.js';
import { Contacts } from './persistence/contacts.js';
import { Duplicates } from './persistence/duplicates.js';
import { FilingNumbers } from './persistence/filing-numbers.js';
import { FILING_PROJECTIONS } from './persistence/filing.projections.js';
import { Filings } from './persistence/filings.js';

const CASES = [
  ...[Filings, FilingOffices, FilingReview, FilingDecisions, FilingGuard, FilingParts, FilingQueries, FilingAnswer],
  ...[WriteFiling, AboutGroups, SubmitFiling, CheckFiling, DecideFiling, ValidateFiling, RevealGroupPersons],
];
const GROUPS = [
  FilingNumbers,
  EnterGroups,
  ChangeGroups,
  Contacts,
  Keepers,
  GroupQueries,
  FilingFigures,
  TellOfFilings,
  LapseFilings,
];
const DUPLICATES = [Duplicates, FindAlike, DuplicateQueries, SettleDuplicates];
const INTAKE = [FilingSheet, GroupReferencesOf, JudgeGroupPersons, LeadersOfMany];

/** After these a group may look like another. */
const APPEARANCES: readonly EntryKind[] = ['FILED', 'FILING_CHANGED', 'FILING_RENEWED'];
/** After these its filing stands no longer; a merger is an entry on both, and only one of them ends. */
const ENDINGS: readonly EntryKind[] = ['FILING_LAPSED', 'FILING_CANCELLED', 'FILING_MERGED', 'PROMOTED'];

/** 备案 of groups that cannot register: filed, watched until they can, renewed, ended. */
@Module({
  providers: [...CASES, ...GROUPS, ...DUPLICATES, ...INTAKE, FilingJobs],
  controllers: [FilingsController, FilingStepsController, FiledGroupsController, FilingDuplicatesController],
})
export class FilingModule implements OnModuleInit {
  constructor(
    private readonly projections: Projections,
    private readonly listeners: EntryListeners,
    private readonly duplicates: Duplicates,
    private readonly tell: TellOfFilings,
  ) {}

  onModuleInit(): void {
    for (const projection of FILING_PROJECTIONS) this.projections.register(projection);
    for (const kind of APPEARANCES) {
      this.listeners.on(kind, (tx, entries) =>
        this.duplicates.find(
          tx,
          entries.map(({ subjectId }) => subjectId),
        ),
      );
    }
    for (const kind of ENDINGS) {
      this.listeners.on(kind, async (tx, entries) => {
        const ended = entries.filter(({ difference }) => 'ending' in difference).map(({ subjectId }) => subjectId);
        await this.duplicates.settle(tx, ended);
        await this.tell.ended(tx, ended);
      });
    }
  }
}
