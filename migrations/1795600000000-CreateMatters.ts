import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The life of an organization after its birth: matters, their three procedures, judgements on persons, more kinds of entries. */
export class CreateMatters1795600000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE register.entry DROP CONSTRAINT entry_kind_check;
      ALTER TABLE register.entry ADD CONSTRAINT entry_kind_check CHECK (kind IN (
        'ESTABLISHED', 'IMPORTED', 'HUB_RECOGNIZED', 'RESTRICTION_IMPOSED', 'RESTRICTION_LIFTED', 'CHANGED',
        'CHARTER_APPROVED', 'LEADERS_FILED', 'ELECTION_DELAYED', 'SEAL_AND_ACCOUNT_FILED', 'CERTIFICATE_REPLACED',
        'BRANCH_RECORDED', 'BRANCH_REGISTERED', 'BRANCH_CLOSED', 'CHARITY_RECOGNIZED', 'FUNDRAISING_QUALIFIED',
        'LIQUIDATION_BEGUN', 'MERGER_CONSENTED', 'DEREGISTERED', 'MERGED', 'SPLIT', 'SUSPENDED', 'SUSPENSION_ENDED', 'ANNULLED', 'REVOKED',
        'CORRECTED', 'VOIDED', 'ANNOTATED'));
      CREATE INDEX organization_representative ON register.organization (legal_representative);
      CREATE INDEX person_name ON register.person (name);

      CREATE TABLE register.held_name (
        id text PRIMARY KEY,
        subject_id uuid NOT NULL REFERENCES register.subject,
        authority text NOT NULL,
        name_key text NOT NULL,
        reason text NOT NULL CHECK (reason IN ('DEREGISTERED', 'ANNULLED', 'RENAMED')),
        since date NOT NULL
      );
      CREATE INDEX held_name_key ON register.held_name (authority, name_key);
      CREATE INDEX held_name_subject ON register.held_name (subject_id);
      COMMENT ON TABLE register.held_name IS 'projection: names that are held for a time after they were given up';
      GRANT SELECT, INSERT, UPDATE, DELETE ON register.held_name TO shuniu_application;

      -- The permission of an organization goes the way of its establishment.
      INSERT INTO casework.procedure VALUES
        ('permission', 'DRAFT', 'APPLICANT'), ('recording', 'DRAFT', 'APPLICANT'), ('ex-officio', 'DRAFT', 'APPLICANT');
      INSERT INTO casework.edge
        SELECT 'permission', from_state, action, party, to_state, to_queue, closes, separation_step
          FROM casework.edge WHERE procedure = 'establishment';
      INSERT INTO casework.edge
        SELECT 'permission', state, 'lapse', 'SYSTEM', 'LAPSED', NULL, true, NULL
          FROM unnest(ARRAY['DRAFT', 'SUBMITTED', 'CORRECTION_REQUESTED', 'ACCEPTED', 'UNDER_REVIEW', 'REVIEW_PAUSED',
                            'REVIEWED', 'AWAITING_EFFECT']) AS state;
      INSERT INTO casework.edge VALUES
        ('permission', 'REVIEWED', 'approve-for-later', 'APPROVAL_OFFICER', 'AWAITING_EFFECT', 'SYSTEM', false, 'APPROVE'),
        ('permission', 'AWAITING_EFFECT', 'take-effect', 'SYSTEM', 'APPROVED', NULL, true, NULL),
        ('permission', 'AWAITING_EFFECT', 'fail-effect', 'SYSTEM', 'INEFFECTIVE', NULL, true, NULL),
        ('permission', 'AWAITING_EFFECT', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('recording', 'DRAFT', 'submit', 'APPLICANT', 'SUBMITTED', 'ACCEPTANCE_OFFICER', false, NULL),
        ('recording', 'DRAFT', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('recording', 'DRAFT', 'lapse', 'SYSTEM', 'LAPSED', NULL, true, NULL),
        ('recording', 'SUBMITTED', 'request-correction', 'ACCEPTANCE_OFFICER', 'CORRECTION_REQUESTED', 'APPLICANT', false, NULL),
        ('recording', 'SUBMITTED', 'record', 'ACCEPTANCE_OFFICER', 'RECORDED', NULL, true, NULL),
        ('recording', 'SUBMITTED', 'not-record', 'ACCEPTANCE_OFFICER', 'NOT_RECORDED', NULL, true, NULL),
        ('recording', 'SUBMITTED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('recording', 'SUBMITTED', 'lapse', 'SYSTEM', 'LAPSED', NULL, true, NULL),
        ('recording', 'CORRECTION_REQUESTED', 'submit', 'APPLICANT', 'SUBMITTED', 'ACCEPTANCE_OFFICER', false, NULL),
        ('recording', 'CORRECTION_REQUESTED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('recording', 'CORRECTION_REQUESTED', 'lapse', 'SYSTEM', 'LAPSED', NULL, true, NULL),
        ('ex-officio', 'DRAFT', 'propose', 'APPLICANT', 'PROPOSED', 'APPROVAL_OFFICER', false, NULL),
        ('ex-officio', 'DRAFT', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('ex-officio', 'DRAFT', 'lapse', 'SYSTEM', 'LAPSED', NULL, true, NULL),
        ('ex-officio', 'PROPOSED', 'order', 'APPROVAL_OFFICER', 'ORDERED', NULL, true, 'APPROVE'),
        ('ex-officio', 'PROPOSED', 'reject', 'APPROVAL_OFFICER', 'REJECTED', NULL, true, 'APPROVE'),
        ('ex-officio', 'PROPOSED', 'return', 'APPROVAL_OFFICER', 'DRAFT', 'APPLICANT', false, 'APPROVE'),
        ('ex-officio', 'PROPOSED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('ex-officio', 'PROPOSED', 'lapse', 'SYSTEM', 'LAPSED', NULL, true, NULL);

      ALTER TABLE casework.case ADD COLUMN applicant_code text;
      COMMENT ON COLUMN casework.case.applicant_code IS 'the organization that asks: whoever is its agent now speaks for it';

      -- True when the account is an agent of the organization now.
      CREATE FUNCTION casework.speaks_for(account uuid, code text) RETURNS boolean LANGUAGE sql STABLE
        SECURITY DEFINER SET search_path = pg_catalog AS $$
        SELECT EXISTS (
          SELECT 1 FROM access.role_grant g JOIN access.account a ON a.id = g.account_id AND a.status = 'ACTIVE'
           WHERE g.account_id = account AND g.role = 'ORGANIZATION_AGENT' AND g.scope = code AND g.state = 'ACTIVE')
      $$;

      CREATE OR REPLACE FUNCTION casework.apply_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog AS $$
      DECLARE
        held casework.case;
        edge casework.edge;
      BEGIN
        SELECT * INTO STRICT held FROM casework.case WHERE id = NEW.case_id FOR UPDATE;
        SELECT * INTO edge FROM casework.edge e
         WHERE e.procedure = held.procedure AND e.from_state = held.state AND e.action = NEW.action AND e.party = NEW.party;
        IF edge IS NULL OR NEW.from_state <> held.state OR NEW.number <> held.steps + 1 THEN
          RAISE EXCEPTION 'no % by % follows from state % of case %', NEW.action, NEW.party, held.state, NEW.case_id
            USING ERRCODE = 'check_violation';
        END IF;
        IF NOT (CASE NEW.party
                 WHEN 'SYSTEM' THEN NEW.account_id IS NULL
                 WHEN 'APPLICANT' THEN CASE WHEN held.applicant_code IS NULL THEN NEW.account_id = held.applicant_id
                                            ELSE casework.speaks_for(NEW.account_id, held.applicant_code) END
                 ELSE NEW.account_id <> held.applicant_id
                      AND NOT coalesce(casework.speaks_for(NEW.account_id, held.applicant_code), false)
                      AND casework.holds_office(NEW.account_id, NEW.party, held.authority)
                      AND NOT EXISTS (SELECT 1 FROM casework.recusal r
                                       WHERE r.case_id = NEW.case_id AND r.account_id = NEW.account_id) END) THEN
          RAISE EXCEPTION 'account % may not act as % in case %', NEW.account_id, NEW.party, NEW.case_id
            USING ERRCODE = 'check_violation';
        END IF;
        -- Whatever the writer says, the step leads where the table says and belongs to the set that it names.
        NEW.to_state := edge.to_state;
        NEW.to_queue := edge.to_queue;
        NEW.closes := edge.closes;
        NEW.separation_step := edge.separation_step;
        UPDATE casework.case
           SET state = NEW.to_state, queue = NEW.to_queue, closed = NEW.closes, steps = NEW.number, version = version + 1,
               handler_id = CASE WHEN queue IS DISTINCT FROM NEW.to_queue THEN NULL ELSE handler_id END
         WHERE id = NEW.case_id;
        RETURN NEW;
      END $$;

      CREATE TABLE registration.matter (
        case_id uuid PRIMARY KEY REFERENCES casework.case,
        type text NOT NULL CHECK (type IN (
          'CHANGE', 'CHARTER_APPROVAL', 'CHARITY_RECOGNITION', 'FUNDRAISING_QUALIFICATION', 'FOUNDATION_BRANCH', 'MERGER',
          'SPLIT', 'DEREGISTRATION', 'LEADERS_FILING', 'ELECTION_DELAY', 'SEAL_AND_ACCOUNT', 'CERTIFICATE_REPLACEMENT',
          'BRANCH_RECORD', 'LIQUIDATION', 'MERGER_CONSENT', 'CORRECTION', 'ANNOTATION', 'SUSPENSION', 'SUSPENSION_END', 'ANNULMENT',
          'REVOCATION', 'REMEDY_OUTCOME')),
        subject_id uuid NOT NULL REFERENCES register.subject,
        credit_code text NOT NULL,
        effective_on date,
        approved jsonb
      );
      CREATE INDEX matter_subject ON registration.matter (subject_id);
      COMMENT ON TABLE registration.matter IS 'which organization a case is about; what was filed lies in registration.application';
      COMMENT ON COLUMN registration.matter.effective_on IS 'the day on which an approval that waits takes effect';
      COMMENT ON COLUMN registration.matter.approved IS 'the items that were approved for that day, as they were to change then';
      GRANT SELECT, INSERT, UPDATE (effective_on, approved) ON registration.matter TO shuniu_application;

      CREATE TABLE registration.person_judgement (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        person_hash text NOT NULL,
        credit_code text NOT NULL,
        same boolean NOT NULL,
        reason text NOT NULL,
        case_id uuid NOT NULL REFERENCES casework.case,
        judged_by uuid NOT NULL REFERENCES access.account,
        judged_on date NOT NULL
      );
      CREATE INDEX person_judgement_person ON registration.person_judgement (person_hash);
      COMMENT ON TABLE registration.person_judgement IS 'append-only: whether a person is the one whom the register knows by name alone';
      GRANT SELECT, INSERT ON registration.person_judgement TO shuniu_application;

      ALTER TABLE registration.decision
        DROP CONSTRAINT decision_outcome_check, DROP CONSTRAINT decision_check, DROP CONSTRAINT decision_check1;
      ALTER TABLE registration.decision
        ADD CONSTRAINT decision_outcome CHECK (
          outcome IN ('APPROVED', 'REFUSED', 'NOT_ADMITTED', 'RECORDED', 'NOT_RECORDED', 'ORDERED', 'REJECTED')),
        ADD CONSTRAINT decision_subject CHECK (
          (outcome IN ('APPROVED', 'RECORDED', 'ORDERED')) = (subject_id IS NOT NULL AND credit_code IS NOT NULL)),
        ADD CONSTRAINT decision_ground CHECK ((outcome IN ('REFUSED', 'NOT_ADMITTED')) = (ground IS NOT NULL));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE registration.person_judgement, registration.matter, register.held_name');
  }
}
