/**
 * The one list of ranks: a lib imports only libs of a lower rank. Libs of the same rank do not know
 * each other; they meet in the register (see ARCHITECTURE.md).
 */
const RANKS = {
  kernel: 0,
  platform: 1,
  audit: 2,
  access: 3,
  documents: 4,
  notices: 4,
  register: 5,
  casework: 5,
  intake: 5,
  registration: 6,
  filing: 6,
  hub: 6,
  decoupling: 6,
  supervision: 6,
  blacklist: 6,
  disclosure: 6,
};

/** From this rank on, time is legal time: the injected clock, never that of the server or of SQL. */
const LEGAL_TIME_FROM_RANK = 5;

/** @param {string} lib @returns {string[]} the other libs that it must not import */
function closedTo(lib) {
  return Object.keys(RANKS).filter((other) => other !== lib && RANKS[other] >= RANKS[lib]);
}

/** Code that only tests run. */
const TEST_CODE = String.raw`[.](spec|e2e-spec)[.]ts$|/testing/`;

module.exports = { RANKS, LEGAL_TIME_FROM_RANK, closedTo, TEST_CODE };
