import type { Restriction } from '@app/register';
import type { OfficersFile } from '../application/officers-file.js';
import type { OfficersEntry } from '../domain/officers-view.js';
import type { OrganizationEntryDto, OrganizationFileDto, RecordedRestrictionDto } from './dto/organization-file.dto.js';
import { presentPublicFile } from './public-file.presenter.js';

export function presentOrganizationFile({ restrictions, ...file }: OfficersFile): OrganizationFileDto {
  return { ...presentPublicFile(file), restrictions: restrictions.map(presentRestriction) };
}

export function presentOrganizationEntry({ restrictions, ...entry }: OfficersEntry): OrganizationEntryDto {
  return { ...entry, restrictions: restrictions.map(presentRestriction) };
}

function presentRestriction(restriction: Restriction): RecordedRestrictionDto {
  const { id, authority, effect, actions, reason, citation, from, until = null, liftedOn = null } = restriction;
  return { id, authority, effect, actions: [...actions], reason, citation, from, until, liftedOn };
}
