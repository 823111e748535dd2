import { covers, divisionPrefix } from '@app/access';
import { tierOf } from '../coverage/counted-organization.js';
import type { TreeHub } from '../governance/nomination.js';
import type { HubProposal, Place } from './hub-proposal.js';

/** The hubs that stand, by code. */
export type HubTree = ReadonlyMap<string, TreeHub>;

/** What it says for a hub that it is the one of the organization's own district or street. */
const PLACE_WEIGHT = 1;

/**
 * The proposals among the hubs that stand: for an organization of a district or street registrar, the hub of the same
 * field in its own place, where there is one, goes before the hub above it; one that was withdrawn leaves its place to
 * the next.
 */
export function placedInTree(proposals: readonly HubProposal[], tree: HubTree, place: Place): HubProposal[] {
  const ownPlaceFirst = place.authority !== '' && tierOf(place.authority) !== 'CITY';
  return proposals
    .flatMap((proposal) => (ownPlaceFirst ? [...nearer(proposal, tree, place), proposal] : [proposal]))
    .filter(({ hub }) => tree.has(hub));
}

function nearer(proposal: HubProposal, tree: HubTree, place: Place): HubProposal[] {
  const below = [...tree.values()].filter(
    ({ parent, division }) => parent === proposal.hub && covers(division, place.division),
  );
  return below.flatMap((hub) => {
    const word = divisionPrefix(hub.division)!;
    const reason = { where: 'DIVISION', word, at: 0, weight: PLACE_WEIGHT } as const;
    const own = {
      hub: hub.code,
      score: Math.round((proposal.score + PLACE_WEIGHT) * 100) / 100,
      reasons: [...proposal.reasons, reason],
    };
    return [...nearer(own, tree, place), own];
  });
}
