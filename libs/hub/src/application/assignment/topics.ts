/** The messages of the outbox by which assignments are worked off. */
export const PROPOSE_ONE_TOPIC = 'hub.propose-one';
export const PROPOSE_RUN_TOPIC = 'hub.propose-run';
export const RELEASE_MEMBERS_TOPIC = 'hub.release-members';
