import type { OrganizationHubs } from '../application/assignment/organization-hubs.queries.js';
import type { Proposal } from '../application/assignment/proposal.queries.js';
import type { HubProposal } from '../domain/assignment/hub-proposal.js';
import type { HubCandidateDto, HubProposalDto, OrganizationHubsDto } from './dto/assignment.dto.js';

export function presentProposal(proposal: Proposal): HubProposalDto {
  const { id, creditCode, name, division, entryNumber, vocabulary, cause, proposedOn } = proposal;
  const { state, chosen, answeredFor, reason, decidedOn, version } = proposal;
  return {
    id,
    creditCode,
    name,
    division,
    entryNumber,
    vocabulary,
    cause,
    proposedOn,
    candidates: presentCandidates(proposal.candidates),
    state,
    chosen,
    answeredFor,
    reason,
    decidedOn,
    version,
  };
}

export function presentCandidates(candidates: readonly HubProposal[]): HubCandidateDto[] {
  return candidates.map(({ hub, score, reasons }) => ({ hub, score, reasons: [...reasons] }));
}

export function presentOrganizationHubs({
  creditCode,
  primary,
  related,
  history,
}: OrganizationHubs): OrganizationHubsDto {
  return { creditCode, primary, related: [...related], history: [...history] };
}
