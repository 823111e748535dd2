import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications for establishment: what was filed, each submission as it was, notices and decisions. */
export class CreateRegistration1795478400005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SCHEMA registration;
      GRANT USAGE ON SCHEMA registration TO shuniu_application;

      CREATE TABLE registration.application (
        case_id uuid PRIMARY KEY REFERENCES casework.case,
        content jsonb NOT NULL,
        persons text NOT NULL,
        person_hashes text[] NOT NULL DEFAULT '{}'
      );
      COMMENT ON COLUMN registration.application.persons IS 'initiators and leaders as JSON, encrypted';
      COMMENT ON COLUMN registration.application.person_hashes IS 'keyed hashes of their documents, to ask the register about them';
      GRANT SELECT, INSERT, UPDATE (content, persons, person_hashes) ON registration.application TO shuniu_application;

      CREATE FUNCTION registration.only_while_with_applicant() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog AS $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM casework.case c WHERE c.id = NEW.case_id AND c.queue = 'APPLICANT') THEN
          RAISE EXCEPTION 'application % lies with the registrar', NEW.case_id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER application_writable BEFORE INSERT OR UPDATE ON registration.application
        FOR EACH ROW EXECUTE FUNCTION registration.only_while_with_applicant();

      CREATE TABLE registration.submission (
        case_id uuid NOT NULL REFERENCES casework.case,
        number integer NOT NULL,
        submitted_on date NOT NULL,
        content jsonb NOT NULL,
        persons text NOT NULL,
        violations jsonb NOT NULL,
        PRIMARY KEY (case_id, number)
      );
      COMMENT ON COLUMN registration.submission.violations IS 'codes and pointers of the defects the applicant insisted on in spite of';
      GRANT SELECT, INSERT ON registration.submission TO shuniu_application;

      CREATE TABLE registration.correction_notice (
        case_id uuid NOT NULL REFERENCES casework.case,
        number integer NOT NULL,
        submission integer NOT NULL,
        issued_on date NOT NULL,
        items jsonb NOT NULL,
        late_reason text,
        PRIMARY KEY (case_id, number)
      );
      COMMENT ON COLUMN registration.correction_notice.late_reason IS 'why a defect that was visible before is told only now';
      GRANT SELECT, INSERT ON registration.correction_notice TO shuniu_application;

      CREATE TABLE registration.decision (
        case_id uuid PRIMARY KEY REFERENCES casework.case,
        number text NOT NULL UNIQUE,
        outcome text NOT NULL CHECK (outcome IN ('APPROVED', 'REFUSED', 'NOT_ADMITTED')),
        decided_on date NOT NULL,
        ground text,
        reason text,
        citation jsonb NOT NULL,
        remedies jsonb NOT NULL,
        rules jsonb NOT NULL,
        subject_id uuid REFERENCES register.subject,
        credit_code text,
        certificate_number text UNIQUE,
        certificate_due_on date,
        CHECK ((outcome = 'APPROVED') = (subject_id IS NOT NULL AND credit_code IS NOT NULL)),
        CHECK ((outcome = 'APPROVED') = (ground IS NULL))
      );
      COMMENT ON COLUMN registration.decision.rules IS 'the rule rows it applied, as they were in force that day';
      GRANT SELECT, INSERT ON registration.decision TO shuniu_application;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP SCHEMA registration CASCADE');
  }
}
