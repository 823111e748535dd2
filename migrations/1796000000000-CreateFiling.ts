import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filing (备案) of groups that cannot register, and the intake of whole tables. */
export class CreateFiling1796000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE register.entry DROP CONSTRAINT entry_kind_check;
      ALTER TABLE register.entry ADD CONSTRAINT entry_kind_check CHECK (kind IN (
        'ESTABLISHED', 'IMPORTED', 'HUB_RECOGNIZED', 'HUB_WARNED', 'HUB_WARNING_LIFTED', 'HUB_WITHDRAWN', 'HUB_MOVED',
        'HUB_ASSIGNED', 'HUB_RELEASED', 'RESTRICTION_IMPOSED', 'RESTRICTION_LIFTED', 'CHANGED',
        'CHARTER_APPROVED', 'LEADERS_FILED', 'ELECTION_DELAYED', 'SEAL_AND_ACCOUNT_FILED', 'CERTIFICATE_REPLACED',
        'BRANCH_RECORDED', 'BRANCH_REGISTERED', 'BRANCH_CLOSED', 'CHARITY_RECOGNIZED', 'FUNDRAISING_QUALIFIED',
        'LIQUIDATION_BEGUN', 'MERGER_CONSENTED', 'DEREGISTERED', 'MERGED', 'SPLIT', 'SUSPENDED', 'SUSPENSION_ENDED', 'ANNULLED', 'REVOKED',
        'FILED', 'FILING_CHANGED', 'FILING_RENEWED', 'FILING_LAPSED', 'FILING_CANCELLED', 'FILING_MERGED', 'PROMOTED',
        'CORRECTED', 'VOIDED', 'ANNOTATED'));
      ALTER TABLE register.organization ADD COLUMN filing_number text UNIQUE;
      ALTER TABLE register.organization DROP CONSTRAINT organization_status_check;
      ALTER TABLE register.organization ADD CONSTRAINT organization_status_check CHECK (status IN (
        'ACTIVE', 'SUSPENDED', 'LIQUIDATING', 'DEREGISTERED', 'ANNULLED', 'REVOKED', 'LAPSED', 'CANCELLED', 'PROMOTED'));
      ALTER TABLE register.organization ADD CONSTRAINT organization_code CHECK (
        CASE standing WHEN 'FILED' THEN filing_number IS NOT NULL AND credit_code IS NULL AND kind = 'FILED_GROUP'
                      ELSE filing_number IS NULL AND credit_code IS NOT NULL AND kind <> 'FILED_GROUP' END);
      COMMENT ON COLUMN register.organization.filing_number IS 'of a filed group, which has no credit code';
      ALTER TABLE disclosure.organization ADD COLUMN filing_number text UNIQUE;

      INSERT INTO casework.procedure VALUES
        ('filing', 'DRAFT', 'APPLICANT'), ('filing-by-hub', 'DRAFT', 'APPLICANT');
      INSERT INTO casework.edge VALUES
        ('filing', 'DRAFT', 'submit', 'APPLICANT', 'SUBMITTED', 'STREET_OFFICER', false, NULL),
        ('filing', 'DRAFT', 'propose', 'APPLICANT', 'CHECKED', 'STREET_OFFICER', false, NULL),
        ('filing', 'DRAFT', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('filing', 'SUBMITTED', 'request-correction', 'STREET_OFFICER', 'CORRECTION_REQUESTED', 'APPLICANT', false, 'CHECK'),
        ('filing', 'SUBMITTED', 'check', 'STREET_OFFICER', 'CHECKED', 'STREET_OFFICER', false, 'CHECK'),
        ('filing', 'SUBMITTED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('filing', 'CORRECTION_REQUESTED', 'submit', 'APPLICANT', 'RESUBMITTED', 'STREET_OFFICER', false, NULL),
        ('filing', 'CORRECTION_REQUESTED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('filing', 'CORRECTION_REQUESTED', 'abandon', 'SYSTEM', 'ABANDONED', NULL, true, NULL),
        ('filing', 'RESUBMITTED', 'check', 'STREET_OFFICER', 'CHECKED', 'STREET_OFFICER', false, 'CHECK'),
        ('filing', 'RESUBMITTED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('filing', 'CHECKED', 'record', 'STREET_OFFICER', 'RECORDED', NULL, true, 'DECIDE'),
        ('filing', 'CHECKED', 'not-record', 'STREET_OFFICER', 'NOT_RECORDED', NULL, true, 'DECIDE'),
        ('filing', 'CHECKED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('filing-by-hub', 'DRAFT', 'submit', 'APPLICANT', 'SUBMITTED', 'HUB_OFFICER', false, NULL),
        ('filing-by-hub', 'DRAFT', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('filing-by-hub', 'SUBMITTED', 'request-correction', 'HUB_OFFICER', 'CORRECTION_REQUESTED', 'APPLICANT', false, NULL),
        ('filing-by-hub', 'SUBMITTED', 'record', 'HUB_OFFICER', 'RECORDED', NULL, true, NULL),
        ('filing-by-hub', 'SUBMITTED', 'not-record', 'HUB_OFFICER', 'NOT_RECORDED', NULL, true, NULL),
        ('filing-by-hub', 'SUBMITTED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('filing-by-hub', 'CORRECTION_REQUESTED', 'submit', 'APPLICANT', 'RESUBMITTED', 'HUB_OFFICER', false, NULL),
        ('filing-by-hub', 'CORRECTION_REQUESTED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('filing-by-hub', 'CORRECTION_REQUESTED', 'abandon', 'SYSTEM', 'ABANDONED', NULL, true, NULL),
        ('filing-by-hub', 'RESUBMITTED', 'record', 'HUB_OFFICER', 'RECORDED', NULL, true, NULL),
        ('filing-by-hub', 'RESUBMITTED', 'not-record', 'HUB_OFFICER', 'NOT_RECORDED', NULL, true, NULL),
        ('filing-by-hub', 'RESUBMITTED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL);

      CREATE SCHEMA filing;
      GRANT USAGE ON SCHEMA filing TO shuniu_application;

      CREATE TABLE filing.application (
        case_id uuid PRIMARY KEY REFERENCES casework.case,
        matter text NOT NULL CHECK (matter IN ('FILING', 'CHANGE', 'RENEWAL', 'CANCELLATION')),
        office text NOT NULL,
        subject_id uuid REFERENCES register.subject,
        by_office boolean NOT NULL,
        content jsonb NOT NULL,
        persons text NOT NULL,
        person_hashes text[] NOT NULL,
        CHECK (matter = 'FILING' OR subject_id IS NOT NULL)
      );
      CREATE INDEX application_subject ON filing.application (subject_id) WHERE subject_id IS NOT NULL;
      COMMENT ON COLUMN filing.application.office IS 'who files it: the division of a street or township, or the code of a hub';
      COMMENT ON COLUMN filing.application.subject_id IS 'the group; of a new one only once it is filed';
      COMMENT ON COLUMN filing.application.by_office IS 'entered by an officer of the office: he speaks for no group';
      COMMENT ON COLUMN filing.application.persons IS 'leader, administrators, contact and place of meeting as JSON, encrypted';
      GRANT SELECT, INSERT, UPDATE (office, subject_id, content, persons, person_hashes) ON filing.application TO shuniu_application;

      CREATE FUNCTION filing.only_while_with_applicant() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog AS $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM casework.case c WHERE c.id = NEW.case_id AND c.queue = 'APPLICANT') THEN
          RAISE EXCEPTION 'application % lies with the office', NEW.case_id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER application_writable BEFORE INSERT OR UPDATE OF office, content, person_hashes ON filing.application
        FOR EACH ROW EXECUTE FUNCTION filing.only_while_with_applicant();

      CREATE TABLE filing.submission (
        case_id uuid NOT NULL REFERENCES casework.case,
        number integer NOT NULL,
        submitted_on date NOT NULL,
        content jsonb NOT NULL,
        persons text NOT NULL,
        PRIMARY KEY (case_id, number)
      );
      COMMENT ON TABLE filing.submission IS 'append-only: each submission as it was';
      GRANT SELECT, INSERT ON filing.submission TO shuniu_application;

      CREATE TABLE filing.decision (
        case_id uuid PRIMARY KEY REFERENCES casework.case,
        number text NOT NULL UNIQUE,
        outcome text NOT NULL CHECK (outcome IN ('RECORDED', 'NOT_RECORDED')),
        decided_on date NOT NULL,
        ground text,
        reason text,
        citation jsonb NOT NULL,
        rules jsonb NOT NULL,
        CHECK ((outcome = 'NOT_RECORDED') = (ground IS NOT NULL AND reason IS NOT NULL))
      );
      COMMENT ON COLUMN filing.decision.rules IS 'the rule rows it applied, as they were in force that day';
      GRANT SELECT, INSERT ON filing.decision TO shuniu_application;

      CREATE TABLE filing.contact (
        subject_id uuid PRIMARY KEY REFERENCES register.subject,
        sealed text NOT NULL
      );
      COMMENT ON COLUMN filing.contact.sealed IS 'place of meeting, telephones and offline contact as JSON, encrypted';
      GRANT SELECT, INSERT, UPDATE, DELETE ON filing.contact TO shuniu_application;

      CREATE TABLE filing.number_series (
        street text NOT NULL,
        year integer NOT NULL,
        last integer NOT NULL CHECK (last BETWEEN 1 AND 999999),
        PRIMARY KEY (street, year)
      );
      CREATE TRIGGER number_series_forward BEFORE UPDATE ON filing.number_series
        FOR EACH ROW EXECUTE FUNCTION register.only_forward('last');
      COMMENT ON TABLE filing.number_series IS 'filing numbers that each street has given, several at a time; its row lock orders those who take some';
      GRANT SELECT, INSERT, UPDATE (last) ON filing.number_series TO shuniu_application;

      CREATE TABLE filing.filed_group (
        subject_id uuid PRIMARY KEY REFERENCES register.subject,
        filing_number text NOT NULL UNIQUE,
        name text NOT NULL,
        name_key text NOT NULL,
        route text NOT NULL CHECK (route IN ('TERRITORIAL', 'HUB', 'ONLINE')),
        group_kind text NOT NULL CHECK (group_kind IN ('LIVING_SERVICE', 'COMMUNITY_AFFAIRS', 'CULTURE_AND_SPORTS', 'PUBLIC_BENEFIT')),
        status text NOT NULL CHECK (status IN ('ACTIVE', 'LAPSED', 'CANCELLED', 'PROMOTED')),
        office text NOT NULL,
        division text COLLATE "C" NOT NULL,
        filed_on date NOT NULL,
        review_on date NOT NULL,
        ended_on date,
        member_count integer NOT NULL,
        funds bigint NOT NULL,
        has_premises boolean NOT NULL,
        full_time_staff integer NOT NULL,
        leader uuid REFERENCES register.person,
        primary_hub text,
        version integer NOT NULL
      );
      CREATE INDEX filed_group_office ON filing.filed_group (office, filing_number);
      CREATE INDEX filed_group_division ON filing.filed_group (division, filing_number);
      CREATE INDEX filed_group_leader ON filing.filed_group (leader) WHERE status = 'ACTIVE';
      CREATE INDEX filed_group_review ON filing.filed_group (review_on, subject_id) WHERE status = 'ACTIVE';
      COMMENT ON TABLE filing.filed_group IS 'projection: what offices look at';
      GRANT SELECT, INSERT, UPDATE, DELETE ON filing.filed_group TO shuniu_application;

      CREATE TABLE filing.review_notice (
        subject_id uuid NOT NULL REFERENCES register.subject,
        review_on date NOT NULL,
        told_on date NOT NULL,
        PRIMARY KEY (subject_id, review_on)
      );
      COMMENT ON TABLE filing.review_notice IS 'append-only: who was told that his filing falls due';
      GRANT SELECT, INSERT ON filing.review_notice TO shuniu_application;

      CREATE TABLE filing.duplicate_key (
        id text PRIMARY KEY,
        subject_id uuid NOT NULL REFERENCES register.subject,
        key text COLLATE "C" NOT NULL
      );
      CREATE INDEX duplicate_key_key ON filing.duplicate_key (key, subject_id);
      CREATE INDEX duplicate_key_subject ON filing.duplicate_key (subject_id);
      COMMENT ON TABLE filing.duplicate_key IS 'projection: what another filing of the same group would share with a group that stands';
      GRANT SELECT, INSERT, UPDATE, DELETE ON filing.duplicate_key TO shuniu_application;

      CREATE TABLE filing.duplicate (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        first uuid NOT NULL REFERENCES register.subject,
        second uuid NOT NULL REFERENCES register.subject,
        signs text[] NOT NULL,
        found_on date NOT NULL,
        state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DIFFERENT', 'SAME', 'MERGED', 'SETTLED')),
        kept uuid REFERENCES register.subject,
        reason text,
        decided_by uuid REFERENCES access.account,
        decided_on date,
        version integer NOT NULL DEFAULT 1,
        CHECK (first < second),
        CHECK ((state IN ('SAME', 'MERGED')) = (kept IS NOT NULL)),
        CHECK ((state IN ('DIFFERENT', 'SAME', 'MERGED')) = (reason IS NOT NULL AND decided_by IS NOT NULL)),
        UNIQUE (first, second)
      );
      CREATE INDEX duplicate_second ON filing.duplicate (second);
      CREATE INDEX duplicate_open ON filing.duplicate (id) WHERE state = 'OPEN';
      COMMENT ON TABLE filing.duplicate IS 'two filings that may be of one group, and what an officer decided of them';
      COMMENT ON COLUMN filing.duplicate.state IS 'SETTLED: one of the two ended before anybody decided';
      GRANT SELECT, INSERT, DELETE, UPDATE (state, signs, kept, reason, decided_by, decided_on, version)
        ON filing.duplicate TO shuniu_application;

      CREATE SCHEMA intake;
      GRANT USAGE ON SCHEMA intake TO shuniu_application;

      CREATE TABLE intake.batch (
        id uuid PRIMARY KEY,
        sheet text NOT NULL,
        office text NOT NULL,
        file_name text NOT NULL,
        sha256 text NOT NULL,
        format text NOT NULL CHECK (format IN ('XLSX', 'CSV')),
        encoding text,
        unknown_columns text[] NOT NULL,
        state text NOT NULL CHECK (state IN ('JUDGING', 'JUDGED', 'COMMITTING', 'COMMITTED', 'UNDOING', 'UNDONE', 'DISCARDED')),
        rows integer NOT NULL DEFAULT 0,
        done integer NOT NULL DEFAULT 0,
        since timestamptz(3) NOT NULL,
        uploaded_by uuid NOT NULL REFERENCES access.account,
        uploaded_at timestamptz(3) NOT NULL,
        committed_by uuid REFERENCES access.account,
        undone_by uuid REFERENCES access.account,
        undo_reason text,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX batch_office ON intake.batch (office, uploaded_at, id);
      COMMENT ON COLUMN intake.batch.since IS 'when the work of its state began, for the time that is left';
      GRANT SELECT, INSERT, UPDATE (state, rows, done, since, committed_by, undone_by, undo_reason, version)
        ON intake.batch TO shuniu_application;

      CREATE TABLE intake.row (
        batch_id uuid NOT NULL REFERENCES intake.batch,
        line integer NOT NULL,
        content text,
        state text NOT NULL CHECK (state IN ('PENDING', 'GOOD', 'REFUSED', 'TAKEN', 'UNDONE')),
        remarks jsonb NOT NULL,
        subject_id uuid REFERENCES register.subject,
        PRIMARY KEY (batch_id, line)
      );
      CREATE INDEX row_state ON intake.row (batch_id, state, line);
      COMMENT ON COLUMN intake.row.content IS 'the values by column as JSON, encrypted; empty for what is no row';
      GRANT SELECT, INSERT, UPDATE (content, state, remarks, subject_id) ON intake.row TO shuniu_application;

      CREATE TABLE intake.row_key (
        batch_id uuid NOT NULL REFERENCES intake.batch,
        key text NOT NULL,
        line integer NOT NULL,
        PRIMARY KEY (batch_id, key)
      );
      COMMENT ON TABLE intake.row_key IS 'while a batch is judged: the first row that has what others about the same thing would have too';
      GRANT SELECT, INSERT, DELETE ON intake.row_key TO shuniu_application;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP SCHEMA intake CASCADE; DROP SCHEMA filing CASCADE');
  }
}
