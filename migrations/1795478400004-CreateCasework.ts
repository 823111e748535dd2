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

      CREATE TABLE casework.case (
        id uuid PRIMARY KEY,
        procedure text NOT NULL,
        state text NOT NULL,
        queue text,
        closed boolean NOT NULL DEFAULT false,
        title text NOT NULL,
        authority text NOT NULL,
        applicant_id uuid NOT NULL,
        handler_id uuid,
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
        account_id uuid,
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

      CREATE TABLE casework.separation (
        procedure text NOT NULL,
        action text NOT NULL,
        separation_step text NOT NULL,
        PRIMARY KEY (procedure, action)
      );
      COMMENT ON TABLE casework.separation IS 'which steps need different people; a migration fills it, the application only reads it';
      GRANT SELECT ON casework.separation TO shuniu_application;
      INSERT INTO casework.separation VALUES
        ('establishment', 'request-correction', 'ACCEPT'),
        ('establishment', 'accept', 'ACCEPT'),
        ('establishment', 'not-admit', 'ACCEPT'),
        ('establishment', 'begin-review', 'REVIEW'),
        ('establishment', 'pause', 'REVIEW'),
        ('establishment', 'resume', 'REVIEW'),
        ('establishment', 'complete-review', 'REVIEW'),
        ('establishment', 'return-to-review', 'APPROVE'),
        ('establishment', 'extend', 'APPROVE'),
        ('establishment', 'approve', 'APPROVE'),
        ('establishment', 'refuse', 'APPROVE');

      CREATE TABLE casework.recusal (
        case_id uuid NOT NULL REFERENCES casework.case,
        account_id uuid NOT NULL,
        reason text NOT NULL,
        decided_by uuid NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (case_id, account_id)
      );
      GRANT SELECT, INSERT ON casework.recusal TO shuniu_application;

      CREATE FUNCTION casework.apply_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog AS $$
      DECLARE held casework.case;
      BEGIN
        SELECT * INTO STRICT held FROM casework.case WHERE id = NEW.case_id FOR UPDATE;
        IF held.closed OR held.state <> NEW.from_state OR held.steps + 1 <> NEW.number THEN
          RAISE EXCEPTION 'step % of case % does not follow from state %', NEW.number, NEW.case_id, held.state
            USING ERRCODE = 'check_violation';
        END IF;
        IF (NEW.party = 'APPLICANT') <> (NEW.account_id IS NOT DISTINCT FROM held.applicant_id) THEN
          RAISE EXCEPTION 'only the applicant acts for the applicant of case %, and for nobody else', NEW.case_id
            USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (SELECT 1 FROM casework.recusal r WHERE r.case_id = NEW.case_id AND r.account_id = NEW.account_id) THEN
          RAISE EXCEPTION 'account % is recused from case %', NEW.account_id, NEW.case_id USING ERRCODE = 'check_violation';
        END IF;
        -- Whatever the writer says, the step belongs to the set that the table names.
        NEW.separation_step := (SELECT s.separation_step FROM casework.separation s
                                 WHERE s.procedure = held.procedure AND s.action = NEW.action);
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
        asked_by uuid NOT NULL,
        asked_on date NOT NULL,
        due_on date NOT NULL,
        state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ANSWERED', 'CLOSED')),
        opinion text CHECK (opinion IN ('AGREE', 'DISAGREE', 'NO_OPINION')),
        answer text,
        answered_by uuid,
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
        met_by uuid,
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
