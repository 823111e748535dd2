/** How long things of a login last, in seconds. They run on the system's clock, not on legal time. */
export const LIFETIMES = {
  accessToken: 10 * 60,
  /** A session that nobody refreshes ends after this. */
  sessionIdle: 12 * 60 * 60,
  /** However busy it is, a session ends after this. */
  sessionMost: 30 * 24 * 60 * 60,
  /** A one-time password that is not used by then is void. */
  oneTimePassword: 72 * 60 * 60,
} as const;

/** Why a session ended before its time. */
export const END_REASONS = [
  'LOGOUT',
  'REVOKED',
  'TOKEN_REUSED',
  'PASSWORD_CHANGED',
  'PASSWORD_RESET',
  'ACCOUNT_DISABLED',
] as const;

export type EndReason = (typeof END_REASONS)[number];
