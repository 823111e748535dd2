import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What accounts are told, and where they want to be told by e-mail as well. A notice keeps its words for good: of its
 * row the application may change only that it was read and what became of its e-mail.
 */
export class CreateNotices1795700000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SCHEMA notices;
      GRANT USAGE ON SCHEMA notices TO shuniu_application;

      CREATE TABLE notices.notice (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES access.account,
        topic text NOT NULL,
        title jsonb NOT NULL,
        body jsonb NOT NULL,
        resource text,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        email_state text NOT NULL CHECK (email_state IN ('NONE', 'QUEUED', 'SENT', 'FAILED')),
        email_reason text,
        CONSTRAINT notice_email_reason CHECK ((email_state = 'FAILED') = (email_reason IS NOT NULL))
      );
      CREATE INDEX notice_account ON notices.notice (account_id, created_at DESC, id DESC);
      CREATE INDEX notice_unread ON notices.notice (account_id) WHERE read_at IS NULL;
      COMMENT ON COLUMN notices.notice.topic IS 'name of the template';
      COMMENT ON COLUMN notices.notice.body IS 'Chinese and English; no personal data';
      COMMENT ON COLUMN notices.notice.resource IS 'path in the API of what it is about';
      COMMENT ON COLUMN notices.notice.email_reason IS 'a code of the program: what a mail server says may hold the address';
      GRANT SELECT, INSERT, UPDATE (read_at, email_state, email_reason) ON notices.notice TO shuniu_application;

      -- When a notice was read is not taken back: from then on it counts as received.
      CREATE FUNCTION notices.stays_read() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      BEGIN
        IF OLD.read_at IS NOT NULL AND NEW.read_at IS DISTINCT FROM OLD.read_at THEN
          RAISE EXCEPTION 'notice % was read at %', OLD.id, OLD.read_at USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER notice_stays_read BEFORE UPDATE OF read_at ON notices.notice
        FOR EACH ROW EXECUTE FUNCTION notices.stays_read();

      CREATE TABLE notices.address (
        account_id uuid PRIMARY KEY REFERENCES access.account,
        email text NOT NULL,
        updated_at timestamptz NOT NULL
      );
      COMMENT ON COLUMN notices.address.email IS 'encrypted';
      GRANT SELECT, INSERT, UPDATE (email, updated_at), DELETE ON notices.address TO shuniu_application;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP SCHEMA notices CASCADE');
  }
}
