import type { Bilingual } from '@app/kernel';
import { FILED_STANDING, filedGroupOf, type FiledStatus } from '@app/register';
import type { PublicFile } from '../application/public-file.js';
import type { FoundOrganization } from '../application/search-organizations.js';
import type { FoundFilingDto, PublicFilingDto } from './dto/public-filing.dto.js';

export function presentFoundFiling(found: FoundOrganization, language: keyof Bilingual): FoundFilingDto {
  const { filingNumber, name, status, division, foundedOn, hub } = found;
  return {
    ...standing(language),
    ...{ name, division, hub },
    filingNumber: filingNumber!,
    status: status as FiledStatus,
    filedOn: foundedOn,
  };
}

/** A filed group with the items that may go out: nothing of a person, of its money or of where it meets. */
export function presentPublicFiling(file: PublicFile, language: keyof Bilingual): PublicFilingDto {
  const group = filedGroupOf(file.state);
  const { filingNumber, name, status, division, route, groupKind, authority, purpose, memberCount, reviewOn } = group;
  return {
    ...standing(language),
    ...{ filingNumber, name, status, division, route, groupKind, authority, purpose, memberCount, reviewOn },
    divisionName: file.divisionName,
    authorityName: file.authorityName,
    filedOn: group.foundedOn,
    filedByHub: group.filedByHub ?? null,
    hub: group.primaryHub ?? null,
    activities: group.scope,
    online: group.online ?? null,
    predecessors: [...(group.predecessors ?? [])],
    ending: group.ending
      ? { on: group.ending.on, cause: group.ending.cause, successors: [...(group.ending.successors ?? [])] }
      : null,
  };
}

function standing(language: keyof Bilingual): { legalPerson: false; standingNote: string } {
  return { legalPerson: false, standingNote: FILED_STANDING.value[language] };
}
