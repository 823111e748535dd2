import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts, roles, sessions. What is decided about a grant, a reset or a claim is written once: the
 * application may fill in a decision, it may not rewrite who asked for what.
 */
export class CreateAccess1795478400001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SCHEMA access;
      GRANT USAGE ON SCHEMA access TO shuniu_application;
    `);
    await queryRunner.query(ACCOUNTS);
    await queryRunner.query(SESSIONS);
    await queryRunner.query(ROLE_GRANTS);
    await queryRunner.query(PASSWORD_RESETS);
    await queryRunner.query(AGENT_CLAIMS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP SCHEMA access CASCADE;');
  }
}

const ACCOUNTS = `
  CREATE TABLE access.account (
    id uuid PRIMARY KEY,
    username text NOT NULL UNIQUE CHECK (username ~ '^[a-z0-9._-]{3,64}$'),
    display_name text NOT NULL CHECK (char_length(display_name) BETWEEN 1 AND 100),
    password_hash text NOT NULL,
    password_expires_at timestamptz,
    status text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'DISABLED')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL
  );
  COMMENT ON COLUMN access.account.password_hash IS 'argon2id, in the PHC string format';
  COMMENT ON COLUMN access.account.password_expires_at IS 'set: a one-time password, to be changed before anything else';
  GRANT SELECT, INSERT, UPDATE (password_hash, password_expires_at, status, version)
    ON access.account TO shuniu_application;
`;

const SESSIONS = `
  CREATE TABLE access.session (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES access.account,
    device text,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz NOT NULL DEFAULT now(),
    idle_until timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    end_reason text CHECK (end_reason IN
      ('LOGOUT', 'REVOKED', 'TOKEN_REUSED', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'ACCOUNT_DISABLED')),
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
  );
  CREATE INDEX session_account ON access.session (account_id) WHERE ended_at IS NULL;
  CREATE INDEX session_expiry ON access.session (expires_at);
  COMMENT ON COLUMN access.session.device IS 'the User-Agent at login, so that people tell their sessions apart';
  GRANT SELECT, INSERT, UPDATE (last_used_at, idle_until, ended_at, end_reason), DELETE
    ON access.session TO shuniu_application;

  CREATE TABLE access.refresh_token (
    token_hash text PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES access.session ON DELETE CASCADE,
    issued_at timestamptz NOT NULL DEFAULT now(),
    used_at timestamptz
  );
  CREATE INDEX refresh_token_session ON access.refresh_token (session_id);
  COMMENT ON TABLE access.refresh_token IS 'SHA-256 of each token ever issued to a session; a used one that comes again ends it';
  GRANT SELECT, INSERT, UPDATE (used_at) ON access.refresh_token TO shuniu_application;

  CREATE TABLE access.login_failure (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pair_hash text NOT NULL,
    address_hash text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX login_failure_pair ON access.login_failure (pair_hash, at);
  CREATE INDEX login_failure_address ON access.login_failure (address_hash, at);
  COMMENT ON TABLE access.login_failure IS 'keyed hashes of (username, address) and of address: neither stands here in clear';
  GRANT SELECT, INSERT, DELETE ON access.login_failure TO shuniu_application;
`;

const ROLE_GRANTS = `
  CREATE TABLE access.role_grant (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES access.account,
    role text NOT NULL CHECK (role IN ('APPLICANT', 'ORGANIZATION_AGENT', 'ACCEPTANCE_OFFICER', 'REVIEW_OFFICER',
      'APPROVAL_OFFICER', 'STREET_OFFICER', 'HUB_OFFICER', 'LEADING_GROUP_OFFICER', 'DEPARTMENT_OFFICER',
      'DECOUPLING_OFFICER', 'ENFORCEMENT_OFFICER', 'AUDITOR', 'ADMINISTRATOR')),
    scope text,
    origin text NOT NULL CHECK (origin IN ('SELF_REGISTRATION', 'INSTALLATION', 'PROPOSAL', 'AGENT_CLAIM')),
    state text NOT NULL CHECK (state IN ('PROPOSED', 'ACTIVE', 'REJECTED', 'REVOKED')),
    reason text NOT NULL,
    proposed_by uuid REFERENCES access.account,
    proposed_at timestamptz NOT NULL,
    decided_by uuid REFERENCES access.account,
    decided_at timestamptz,
    decision_reason text,
    revoked_by uuid REFERENCES access.account,
    revoked_at timestamptz,
    revocation_reason text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT role_grant_scope CHECK (CASE
      WHEN role IN ('APPLICANT', 'AUDITOR', 'ADMINISTRATOR') THEN scope IS NULL
      WHEN role = 'ORGANIZATION_AGENT' THEN scope IS NOT NULL AND scope ~ '^[0-9A-Z]{18}$'
      WHEN role = 'STREET_OFFICER' THEN scope IS NOT NULL AND scope ~ '^[0-9]{9}$'
      WHEN role IN ('HUB_OFFICER', 'DEPARTMENT_OFFICER') THEN scope IS NOT NULL AND scope ~ '^[A-Z0-9_-]{2,40}$'
      ELSE scope IS NOT NULL AND scope ~ '^[0-9]{6}$' END),
    CONSTRAINT role_grant_origin CHECK (CASE origin
      WHEN 'SELF_REGISTRATION' THEN role = 'APPLICANT'
      WHEN 'AGENT_CLAIM' THEN role = 'ORGANIZATION_AGENT' AND proposed_by IS NOT NULL
      WHEN 'PROPOSAL' THEN proposed_by IS NOT NULL AND proposed_by <> account_id
      ELSE true END),
    CONSTRAINT role_grant_four_eyes CHECK (
      (decided_by IS NULL OR (decided_by <> account_id AND decided_by IS DISTINCT FROM proposed_by))
      AND (origin NOT IN ('PROPOSAL', 'AGENT_CLAIM') OR (state = 'PROPOSED') = (decided_by IS NULL))),
    CONSTRAINT role_grant_decided CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT role_grant_revoked CHECK (
      (state = 'REVOKED') = (revoked_at IS NOT NULL) AND (revoked_at IS NULL) = (revocation_reason IS NULL)),
    -- An administrator decides nothing: not even while a proposal is open may one account stand on both sides.
    CONSTRAINT role_grant_administrator_decides_nothing
      EXCLUDE USING gist (account_id WITH =, ((role = 'ADMINISTRATOR')::integer) WITH <>)
      WHERE (state IN ('PROPOSED', 'ACTIVE') AND (role = 'ADMINISTRATOR' OR right(role, 8) = '_OFFICER'))
  );
  CREATE UNIQUE INDEX role_grant_once ON access.role_grant (account_id, role, coalesce(scope, ''))
    WHERE state IN ('PROPOSED', 'ACTIVE');
  CREATE INDEX role_grant_state ON access.role_grant (state, id);
  COMMENT ON COLUMN access.role_grant.origin IS
    'INSTALLATION: written by the command line or the demo seed, before there are two administrators';
  GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, decision_reason, revoked_by, revoked_at,
    revocation_reason, version) ON access.role_grant TO shuniu_application;
`;

const PASSWORD_RESETS = `
  CREATE TABLE access.password_reset (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES access.account,
    state text NOT NULL DEFAULT 'PROPOSED' CHECK (state IN ('PROPOSED', 'CONFIRMED', 'REJECTED')),
    reason text NOT NULL,
    proposed_by uuid NOT NULL REFERENCES access.account,
    proposed_at timestamptz NOT NULL,
    decided_by uuid REFERENCES access.account,
    decided_at timestamptz,
    decision_reason text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT password_reset_four_eyes CHECK (proposed_by <> account_id AND decided_by <> proposed_by
      AND decided_by <> account_id AND (state = 'PROPOSED') = (decided_by IS NULL)),
    CONSTRAINT password_reset_decided CHECK ((decided_by IS NULL) = (decided_at IS NULL))
  );
  CREATE UNIQUE INDEX password_reset_open ON access.password_reset (account_id) WHERE state = 'PROPOSED';
  GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, decision_reason, version)
    ON access.password_reset TO shuniu_application;
`;

const AGENT_CLAIMS = `
  CREATE TABLE access.agent_claim (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES access.account,
    credit_code text NOT NULL CHECK (credit_code ~ '^5[123][0-9]{6}[0-9A-Z]{10}$'),
    post text NOT NULL,
    reason text NOT NULL,
    state text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'VERIFIED', 'REJECTED')),
    filed_at timestamptz NOT NULL,
    decided_by uuid REFERENCES access.account,
    decided_at timestamptz,
    decision_reason text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT agent_claim_four_eyes CHECK (decided_by <> account_id AND (state = 'PENDING') = (decided_by IS NULL)),
    CONSTRAINT agent_claim_decided CHECK ((decided_by IS NULL) = (decided_at IS NULL))
  );
  CREATE UNIQUE INDEX agent_claim_open ON access.agent_claim (account_id, credit_code) WHERE state = 'PENDING';
  CREATE INDEX agent_claim_authority ON access.agent_claim (substr(credit_code, 3, 6) text_pattern_ops, id);
  COMMENT ON COLUMN access.agent_claim.post IS 'the post (职务) the claimant says to hold in the organization';
  GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, decision_reason, version)
    ON access.agent_claim TO shuniu_application;
`;
