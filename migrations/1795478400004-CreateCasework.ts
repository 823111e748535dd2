import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cases of every procedure. A case moves only by a row in `casework.step`: triggers move the state
 * along, so that whoever writes SQL as the application role meets the same walls as the program.
 */
export class CreateCasework1795478400004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SCHEMA casework;
      GRANT USAGE ON SCHEMA casework TO shuniu_application;

      CREATE TABLE casework.procedure (
        name text PRIMARY KEY,
        initial_state text NOT NULL,
        initial_queue text
      );
      CREATE TABLE casework.edge (
        procedure text NOT NULL REFERENCES casework.procedure,
        from_state text NOT NULL,
        action text NOT NULL,
        party text NOT NULL,
        to_state text NOT NULL,
        to_queue text,
        closes boolean NOT NULL,
        separation_step text,
        PRIMARY KEY (procedure, from_state, action)
      );
      COMMENT ON TABLE casework.edge IS 'the workflow tables of the program, word for word; a migration fills it, the application only reads it';
      GRANT SELECT ON casework.procedure, casework.edge TO shuniu_application;
      INSERT INTO casework.procedure VALUES ('establishment', 'DRAFT', 'APPLICANT');
      INSERT INTO casework.edge VALUES
        ('establishment', 'DRAFT', 'submit', 'APPLICANT', 'SUBMITTED', 'ACCEPTANCE_OFFICER', false, NULL),
        ('establishment', 'DRAFT', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('establishment', 'SUBMITTED', 'request-correction', 'ACCEPTANCE_OFFICER', 'CORRECTION_REQUESTED', 'APPLICANT', false, 'ACCEPT'),
        ('establishment', 'SUBMITTED', 'accept', 'ACCEPTANCE_OFFICER', 'ACCEPTED', 'REVIEW_OFFICER', false, 'ACCEPT'),
        ('establishment', 'SUBMITTED', 'deem-accepted', 'SYSTEM', 'ACCEPTED', 'REVIEW_OFFICER', false, NULL),
        ('establishment', 'SUBMITTED', 'not-admit', 'ACCEPTANCE_OFFICER', 'NOT_ADMITTED', NULL, true, 'ACCEPT'),
        ('establishment', 'SUBMITTED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('establishment', 'CORRECTION_REQUESTED', 'submit', 'APPLICANT', 'SUBMITTED', 'ACCEPTANCE_OFFICER', false, NULL),
        ('establishment', 'CORRECTION_REQUESTED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('establishment', 'ACCEPTED', 'begin-review', 'REVIEW_OFFICER', 'UNDER_REVIEW', 'REVIEW_OFFICER', false, 'REVIEW'),
        ('establishment', 'ACCEPTED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('establishment', 'UNDER_REVIEW', 'pause', 'REVIEW_OFFICER', 'REVIEW_PAUSED', 'REVIEW_OFFICER', false, 'REVIEW'),
        ('establishment', 'UNDER_REVIEW', 'complete-review', 'REVIEW_OFFICER', 'REVIEWED', 'APPROVAL_OFFICER', false, 'REVIEW'),
        ('establishment', 'UNDER_REVIEW', 'extend', 'APPROVAL_OFFICER', 'UNDER_REVIEW', 'REVIEW_OFFICER', false, 'APPROVE'),
        ('establishment', 'UNDER_REVIEW', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('establishment', 'REVIEW_PAUSED', 'resume', 'REVIEW_OFFICER', 'UNDER_REVIEW', 'REVIEW_OFFICER', false, 'REVIEW'),
        ('establishment', 'REVIEW_PAUSED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('establishment', 'REVIEWED', 'approve', 'APPROVAL_OFFICER', 'APPROVED', NULL, true, 'APPROVE'),
        ('establishment', 'REVIEWED', 'refuse', 'APPROVAL_OFFICER', 'REFUSED', NULL, true, 'APPROVE'),
        ('establishment', 'REVIEWED', 'return-to-review', 'APPROVAL_OFFICER', 'UNDER_REVIEW', 'REVIEW_OFFICER', false, 'APPROVE'),
        ('establishment', 'REVIEWED', 'extend', 'APPROVAL_OFFICER', 'REVIEWED', 'APPROVAL_OFFICER', false, 'APPROVE'),
        ('establishment', 'REVIEWED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL);

      CREATE TABLE casework.case (
        id uuid PRIMARY KEY,
        procedure text NOT NULL REFERENCES casework.procedure,
        state text NOT NULL,
        queue text,
        closed boolean NOT NULL DEFAULT false,
        title text NOT NULL,
        authority text NOT NULL,
        applicant_id uuid NOT NULL REFERENCES access.account,
        handler_id uuid REFERENCES access.account,
        receipt_number text UNIQUE,
        received_on date,
        due_on date,
        version integer NOT NULL DEFAULT 1,
        steps integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX case_applicant ON casework.case (applicant_id, created_at DESC, id);
      CREATE INDEX case_queue ON casework.case (queue, authority, due_on, id) WHERE NOT closed;
      COMMENT ON COLUMN casework.case.queue IS 'the party that is to act next: each open case stands in exactly one queue';
      COMMENT ON COLUMN casework.case.due_on IS 'last day of the running clock; empty while it stands still';
      GRANT SELECT, INSERT ON casework.case TO shuniu_application;
      GRANT UPDATE (title, authority, handler_id, receipt_number, received_on, due_on, version)
        ON casework.case TO shuniu_application;

      CREATE TABLE casework.step (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES casework.case,
        number integer NOT NULL,
        action text NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        to_queue text,
        closes boolean NOT NULL,
        party text NOT NULL,
        account_id uuid REFERENCES access.account,
        separation_step text,
        legal_date date NOT NULL,
        at timestamptz NOT NULL,
        citation jsonb NOT NULL,
        reason text,
        detail jsonb NOT NULL,
        UNIQUE (case_id, number),
        -- One person may take one step of a separation set as often as it comes, never two different ones.
        CONSTRAINT step_separation EXCLUDE USING gist (case_id WITH =, account_id WITH =, separation_step WITH <>)
      );
      COMMENT ON TABLE casework.step IS 'append-only: what was done in each case, by whom, on what ground';
      GRANT SELECT, INSERT ON casework.step TO shuniu_application;

      CREATE TABLE casework.recusal (
        case_id uuid NOT NULL REFERENCES casework.case,
        account_id uuid NOT NULL REFERENCES access.account,
        reason text NOT NULL,
        decided_by uuid NOT NULL REFERENCES access.account,
        at timestamptz NOT NULL,
        PRIMARY KEY (case_id, account_id)
      );
      GRANT SELECT, INSERT ON casework.recusal TO shuniu_application;

      CREATE FUNCTION casework.open_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog AS $$
      BEGIN
        SELECT initial_state, initial_queue INTO STRICT NEW.state, NEW.queue FROM casework.procedure WHERE name = NEW.procedure;
        NEW.closed := false;
        NEW.steps := 0;
        NEW.version := 1;
        RETURN NEW;
      END $$;
      CREATE TRIGGER case_opens BEFORE INSERT ON casework.case FOR EACH ROW EXECUTE FUNCTION casework.open_case();

      -- True when the account holds the office for a division: the division itself, or one that it lies below.
      CREATE FUNCTION casework.holds_office(account uuid, office text, division text) RETURNS boolean LANGUAGE sql STABLE
        SECURITY DEFINER SET search_path = pg_catalog AS $$
        SELECT EXISTS (
          SELECT 1 FROM access.role_grant g JOIN access.account a ON a.id = g.account_id AND a.status = 'ACTIVE'
           WHERE g.account_id = account AND g.role = office AND g.state = 'ACTIVE'
             AND (g.scope = '100000' OR division LIKE regexp_replace(g.scope, '^([0-9]{2})0000$|^([0-9]{4})00$', '\\1\\2') || '%'))
      $$;

      CREATE FUNCTION casework.apply_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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
                 WHEN 'APPLICANT' THEN NEW.account_id = held.applicant_id
                 ELSE NEW.account_id <> held.applicant_id
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
      CREATE TRIGGER step_applies BEFORE INSERT ON casework.step FOR EACH ROW EXECUTE FUNCTION casework.apply_step();

      CREATE TABLE casework.clock (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES casework.case,
        rule text NOT NULL,
        citation jsonb NOT NULL,
        started_on date NOT NULL,
        days integer NOT NULL CHECK (days > 0),
        unit text NOT NULL CHECK (unit IN ('natural', 'working')),
        rolls boolean NOT NULL,
        extended_days integer NOT NULL DEFAULT 0,
        stopped_on date
      );
      CREATE UNIQUE INDEX clock_running ON casework.clock (case_id) WHERE stopped_on IS NULL;
      COMMENT ON INDEX casework.clock_running IS 'one clock runs in a case at a time';
      GRANT SELECT, INSERT, UPDATE (extended_days, stopped_on) ON casework.clock TO shuniu_application;

      CREATE TABLE casework.pause (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        clock_id bigint NOT NULL REFERENCES casework.clock,
        reason text NOT NULL,
        citation jsonb NOT NULL,
        paused_on date NOT NULL,
        resumed_on date CHECK (resumed_on >= paused_on)
      );
      CREATE UNIQUE INDEX pause_open ON casework.pause (clock_id) WHERE resumed_on IS NULL;
      GRANT SELECT, INSERT, UPDATE (resumed_on) ON casework.pause TO shuniu_application;

      CREATE TABLE casework.consultation (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES casework.case,
        addressee_type text NOT NULL CHECK (addressee_type IN ('DIVISION', 'HUB', 'ORGAN')),
        addressee text NOT NULL,
        question text NOT NULL,
        asked_by uuid NOT NULL REFERENCES access.account,
        asked_on date NOT NULL,
        due_on date NOT NULL,
        state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ANSWERED', 'CLOSED')),
        opinion text CHECK (opinion IN ('AGREE', 'DISAGREE', 'NO_OPINION')),
        answer text,
        answered_by uuid REFERENCES access.account,
        answered_on date,
        version integer NOT NULL DEFAULT 1,
        CHECK ((state = 'ANSWERED') = (opinion IS NOT NULL AND answered_by IS NOT NULL AND answered_on IS NOT NULL))
      );
      CREATE INDEX consultation_case ON casework.consultation (case_id);
      CREATE INDEX consultation_addressee ON casework.consultation (addressee_type, addressee, due_on) WHERE state = 'OPEN';
      GRANT SELECT, INSERT, UPDATE (state, opinion, answer, answered_by, answered_on, version)
        ON casework.consultation TO shuniu_application;

      CREATE TABLE casework.deadline (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES casework.case,
        kind text NOT NULL,
        role text NOT NULL,
        authority text NOT NULL,
        opened_on date NOT NULL,
        due_on date NOT NULL,
        citation jsonb NOT NULL,
        met_on date,
        met_by uuid REFERENCES access.account,
        note text,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (case_id, kind),
        CHECK ((met_on IS NULL) = (met_by IS NULL))
      );
      CREATE INDEX deadline_open ON casework.deadline (role, authority, due_on, id) WHERE met_on IS NULL;
      COMMENT ON TABLE casework.deadline IS 'what an office still owes somebody, and until when';
      GRANT SELECT, INSERT, UPDATE (met_on, met_by, note, version) ON casework.deadline TO shuniu_application;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP SCHEMA casework CASCADE');
  }
}
