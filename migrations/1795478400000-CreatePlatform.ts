import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Outbox, idempotency keys and the audit trail. `shuniu_application` is the group role of whoever
 * runs the program: it may use what is granted here and owns nothing.
 */
export class CreatePlatform1795478400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;

      GRANT SELECT ON public.schema_migration TO shuniu_application;

      CREATE SCHEMA platform;
      GRANT USAGE ON SCHEMA platform TO shuniu_application;

      CREATE TABLE platform.outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        topic text NOT NULL,
        payload jsonb NOT NULL,
        unique_key text,
        state text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'DONE', 'DEAD')),
        due_at timestamptz NOT NULL DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0,
        last_error text,
        created_at timestamptz NOT NULL DEFAULT now(),
        done_at timestamptz,
        UNIQUE (topic, unique_key)
      );
      CREATE INDEX outbox_due ON platform.outbox (due_at, id) WHERE state = 'WAITING';
      GRANT SELECT, INSERT, UPDATE, DELETE ON platform.outbox TO shuniu_application;

      CREATE TABLE platform.idempotency_key (
        owner text NOT NULL,
        key text NOT NULL,
        fingerprint text NOT NULL,
        attempt integer NOT NULL DEFAULT 1,
        state text NOT NULL DEFAULT 'IN_FLIGHT' CHECK (state IN ('IN_FLIGHT', 'DONE')),
        effective boolean NOT NULL DEFAULT false,
        resource text,
        answer text,
        claimed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (owner, key)
      );
      COMMENT ON COLUMN platform.idempotency_key.effective IS 'set in the transaction of the effect itself';
      COMMENT ON COLUMN platform.idempotency_key.answer IS 'the first answer, encrypted';
      GRANT SELECT, INSERT, UPDATE, DELETE ON platform.idempotency_key TO shuniu_application;

      CREATE SCHEMA audit;
      GRANT USAGE ON SCHEMA audit TO shuniu_application;

      CREATE TABLE audit.entry (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL,
        account_id uuid,
        actor text NOT NULL,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        ground jsonb,
        detail jsonb NOT NULL,
        trace_id text
      );
      CREATE INDEX entry_subject ON audit.entry (subject_id, id);
      CREATE INDEX entry_account ON audit.entry (account_id, id);
      COMMENT ON TABLE audit.entry IS 'append-only: the application may insert and read, nothing else';
      GRANT SELECT, INSERT ON audit.entry TO shuniu_application;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP SCHEMA audit CASCADE; DROP SCHEMA platform CASCADE;');
  }
}
