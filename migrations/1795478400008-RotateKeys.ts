import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The keys under which values lie, so that a start knows which ones it needs; and the owner may bring the persons of
 * an application under another key while it lies with the registrar, changing nothing else.
 */
export class RotateKeys1795478400008 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE platform.encryption_key (
        id text PRIMARY KEY,
        first_used_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON TABLE platform.encryption_key IS 'ids of the keys that the key file must hold; the keys themselves are nowhere in the database';
      GRANT SELECT, INSERT ON platform.encryption_key TO shuniu_application;

      INSERT INTO platform.encryption_key (id)
        SELECT DISTINCT key FROM (
          SELECT key_id FROM documents.document
          UNION SELECT split_part(id_number, '.', 2) FROM register.person WHERE id_number IS NOT NULL
          UNION SELECT split_part(persons, '.', 2) FROM registration.application
          UNION SELECT split_part(persons, '.', 2) FROM registration.submission
        ) AS used(key);

      CREATE OR REPLACE FUNCTION registration.only_while_with_applicant() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND NEW.content = OLD.content AND NEW.person_hashes = OLD.person_hashes
           AND pg_has_role(session_user, (SELECT c.relowner FROM pg_class c WHERE c.oid = TG_RELID), 'USAGE') THEN
          RETURN NEW;
        END IF;
        IF NOT EXISTS (SELECT 1 FROM casework.case c WHERE c.id = NEW.case_id AND c.queue = 'APPLICANT') THEN
          RAISE EXCEPTION 'application % lies with the registrar', NEW.case_id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE platform.encryption_key;
      CREATE OR REPLACE FUNCTION registration.only_while_with_applicant() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog AS $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM casework.case c WHERE c.id = NEW.case_id AND c.queue = 'APPLICANT') THEN
          RAISE EXCEPTION 'application % lies with the registrar', NEW.case_id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }
}
