import { annotationsOf, filedGroupOf, organizationOf, type Ending, type OrganizationState } from '@app/register';
import type { PublicFile } from '../application/public-file.js';
import type { PublicFileDto, PublicPersonDto } from './dto/public-organization.dto.js';

/** A file with the items that may go out, persons by name and post. */
export function presentPublicFile({ state, authorityName, divisionName, asOf }: PublicFile): PublicFileDto {
  const organization = organizationOf(state) as unknown as Omit<
    OrganizationState,
    'legalRepresentative' | 'leaders'
  > & {
    legalRepresentative?: PublicPersonDto;
    leaders?: PublicPersonDto[];
  };
  return {
    creditCode: organization.creditCode ?? null,
    filingNumber: filedGroupOf(state).filingNumber ?? null,
    name: organization.name,
    formerNames: [...(organization.formerNames ?? [])],
    kind: organization.kind,
    standing: organization.standing,
    legalPerson: organization.standing === 'REGISTERED',
    status: organization.status,
    category: organization.category ?? null,
    authority: organization.authority,
    authorityName,
    division: organization.division,
    divisionName,
    foundedOn: organization.foundedOn,
    residence: organization.residence ?? null,
    purpose: organization.purpose ?? null,
    scope: organization.scope ?? null,
    activityArea: organization.activityArea ?? null,
    funds: organization.funds ?? null,
    supervisingUnit: organization.supervisingUnit ?? null,
    charity: organization.charity ?? null,
    charitySince: organization.charitySince ?? null,
    publicFundraisingSince: organization.publicFundraisingSince ?? null,
    charterApprovedOn: organization.charterApprovedOn ?? null,
    certificateNumber: organization.certificateNumber ?? null,
    voidCertificates: [...(organization.voidCertificates ?? [])],
    sealFiledOn: organization.sealFiledOn ?? null,
    branches: (organization.branches ?? []).map(({ residence = null, ...branch }) => ({ ...branch, residence })),
    term: organization.term ?? null,
    suspension: organization.suspension ?? null,
    liquidation: organization.liquidation ?? null,
    ending: organization.ending ? presentEnding(organization.ending) : null,
    mergerConsent: organization.mergerConsent ?? null,
    predecessors: [...(organization.predecessors ?? [])],
    promotedFrom: organization.promotedFrom ?? null,
    split: organization.split ? presentSplit(organization.split, organization.successors) : null,
    annotations: annotationsOf(state).map(({ about = null, ...annotation }) => ({ ...annotation, about })),
    legalRepresentative: organization.legalRepresentative ?? null,
    leaders: organization.leaders ?? [],
    hub: organization.primaryHub ?? null,
    relatedHubs: [...(organization.relatedHubs ?? [])],
    listed: 'NONE',
    asOf,
  };
}

function presentEnding({ on, cause, paper, successors = [] }: Ending) {
  return { on, cause, paper: paper ?? null, successors: [...successors] };
}

function presentSplit(
  { into, dissolves }: NonNullable<OrganizationState['split']>,
  successors: readonly string[] = [],
) {
  return { into: [...into], dissolves, successors: [...successors] };
}
