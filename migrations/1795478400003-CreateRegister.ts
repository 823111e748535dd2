import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register: entries that nobody can change, and the projections that fold from them. */
export class CreateRegister1795478400003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SCHEMA register;
      GRANT USAGE ON SCHEMA register TO shuniu_application;

      CREATE TABLE register.division (
        code text PRIMARY KEY CHECK (code ~ '^[0-9]{6}([0-9]{3})?$'),
        name text NOT NULL,
        level text NOT NULL CHECK (level IN ('NATION', 'PROVINCE', 'CITY', 'DISTRICT', 'STREET', 'DEVELOPMENT_ZONE')),
        parent text REFERENCES register.division,
        active boolean NOT NULL,
        note text
      );
      CREATE INDEX division_parent ON register.division (parent);
      GRANT SELECT, INSERT, UPDATE ON register.division TO shuniu_application;

      CREATE TABLE register.subject (
        id uuid PRIMARY KEY,
        type text NOT NULL CHECK (type IN ('ORGANIZATION', 'HUB', 'PERSON')),
        last_number integer NOT NULL DEFAULT 0
      );
      COMMENT ON COLUMN register.subject.last_number IS 'number of its newest entry; its row lock orders the entries of one subject';
      GRANT SELECT, INSERT, UPDATE (last_number) ON register.subject TO shuniu_application;

      CREATE TABLE register.entry (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        subject_id uuid NOT NULL REFERENCES register.subject,
        number integer NOT NULL CHECK (number > 0),
        kind text NOT NULL CHECK (kind IN ('ESTABLISHED', 'IMPORTED', 'HUB_RECOGNIZED', 'RESTRICTION_IMPOSED', 'RESTRICTION_LIFTED')),
        legal_date date NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        recorded_by uuid,
        case_id uuid,
        citation jsonb NOT NULL,
        difference jsonb NOT NULL,
        publication jsonb NOT NULL,
        corrects integer,
        hash text NOT NULL,
        UNIQUE (subject_id, number)
      );
      CREATE INDEX entry_case ON register.entry (case_id) WHERE case_id IS NOT NULL;
      COMMENT ON TABLE register.entry IS 'append-only: the application may insert and read, nothing else';
      COMMENT ON COLUMN register.entry.hash IS 'SHA-256 over the canonical JSON of everything else but the id';
      GRANT SELECT, INSERT ON register.entry TO shuniu_application;

      CREATE TABLE register.person (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        id_kind text CHECK (id_kind IN ('RESIDENT_ID', 'PASSPORT', 'HK_MACAO_PERMIT', 'TAIWAN_PERMIT')),
        id_number text,
        id_number_hash text UNIQUE,
        id_number_masked text,
        CHECK ((id_number IS NULL) = (id_number_hash IS NULL) AND (id_number IS NULL) = (id_kind IS NULL))
      );
      COMMENT ON COLUMN register.person.id_number IS 'encrypted';
      COMMENT ON COLUMN register.person.id_number_hash IS 'keyed hash, for matching';
      GRANT SELECT, INSERT ON register.person TO shuniu_application;

      CREATE TABLE register.organization (
        subject_id uuid PRIMARY KEY REFERENCES register.subject,
        standing text NOT NULL CHECK (standing IN ('REGISTERED', 'FILED')),
        kind text NOT NULL CHECK (kind IN ('SOCIAL_GROUP', 'SOCIAL_SERVICE_INSTITUTION', 'FOUNDATION', 'FILED_GROUP')),
        credit_code text UNIQUE,
        name text NOT NULL,
        name_key text NOT NULL,
        status text NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED', 'LIQUIDATING', 'DEREGISTERED', 'ANNULLED', 'REVOKED')),
        category text CHECK (category IN ('INDUSTRY', 'SCITECH', 'CHARITY', 'COMMUNITY')),
        authority text NOT NULL,
        division text NOT NULL,
        founded_on date NOT NULL,
        primary_hub text,
        legal_representative uuid REFERENCES register.person,
        version integer NOT NULL
      );
      CREATE UNIQUE INDEX organization_body ON register.organization (substr(credit_code, 9, 9));
      CREATE INDEX organization_name ON register.organization (authority, name_key);
      COMMENT ON COLUMN register.organization.name_key IS 'the name as it is compared: NFKC, lower case, no blanks or punctuation';
      COMMENT ON TABLE register.organization IS 'projection of the entries of each organization as of its newest one';
      GRANT SELECT, INSERT, UPDATE, DELETE ON register.organization TO shuniu_application;

      CREATE TABLE register.hub (
        subject_id uuid PRIMARY KEY REFERENCES register.subject,
        code text NOT NULL UNIQUE,
        name text NOT NULL,
        name_printed text NOT NULL,
        tier text NOT NULL CHECK (tier IN ('CITY', 'DISTRICT', 'STREET')),
        division text NOT NULL,
        batch integer,
        order_in_batch integer,
        parent text,
        standing text NOT NULL CHECK (standing IN ('RECOGNIZED', 'WARNED', 'WITHDRAWN')),
        recognized_by text NOT NULL,
        recognized_on date,
        version integer NOT NULL
      );
      CREATE INDEX hub_parent ON register.hub (parent);
      COMMENT ON COLUMN register.hub.parent IS 'code of the hub above it in the tree';
      COMMENT ON COLUMN register.hub.recognized_on IS 'empty where no source gives the date';
      GRANT SELECT, INSERT, UPDATE, DELETE ON register.hub TO shuniu_application;

      CREATE TABLE register.restriction (
        id uuid PRIMARY KEY,
        subject_id uuid NOT NULL REFERENCES register.subject,
        authority text NOT NULL,
        effect text NOT NULL CHECK (effect IN ('BAR', 'WARN')),
        actions text[] NOT NULL,
        reason text NOT NULL,
        citation jsonb NOT NULL,
        effective_from date NOT NULL,
        effective_until date,
        lifted_on date
      );
      CREATE INDEX restriction_subject ON register.restriction (subject_id);
      COMMENT ON COLUMN register.restriction.authority IS 'division of who imposed it: it binds the registrars there and below';
      GRANT SELECT, INSERT, UPDATE, DELETE ON register.restriction TO shuniu_application;

      CREATE TYPE register.code_interval AS RANGE (subtype = text, collation = "C");
      CREATE TABLE register.code_range (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        authority text NOT NULL REFERENCES register.division,
        prefix text NOT NULL CHECK (prefix ~ '^[0-9A-HJ-NPQRTUWXY]{0,7}$'),
        first_serial integer NOT NULL CHECK (first_serial >= 0),
        last_serial integer NOT NULL,
        next_serial integer NOT NULL,
        CHECK (last_serial < 10 ^ (8 - length(prefix)) AND first_serial <= next_serial AND next_serial <= last_serial + 1),
        -- The whole codes, so that MJD0 with four digits meets MJD with five.
        codes register.code_interval NOT NULL GENERATED ALWAYS AS (register.code_interval(
          prefix || lpad(first_serial::text, 8 - length(prefix), '0'),
          prefix || lpad(last_serial::text, 8 - length(prefix), '0'), '[]')) STORED,
        EXCLUDE USING gist (codes WITH &&)
      );
      CREATE FUNCTION register.only_forward() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      BEGIN
        IF to_jsonb(NEW) -> TG_ARGV[0] <= to_jsonb(OLD) -> TG_ARGV[0] THEN
          RAISE EXCEPTION '%.% only goes up', TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER code_range_forward BEFORE UPDATE ON register.code_range
        FOR EACH ROW EXECUTE FUNCTION register.only_forward('next_serial');
      CREATE TRIGGER subject_forward BEFORE UPDATE ON register.subject
        FOR EACH ROW EXECUTE FUNCTION register.only_forward('last_number');
      CREATE INDEX code_range_authority ON register.code_range (authority, id);
      COMMENT ON TABLE register.code_range IS 'organization codes (GB 11714) that a registrar may issue; no code lies in two ranges';
      GRANT SELECT, INSERT, UPDATE (next_serial) ON register.code_range TO shuniu_application;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP SCHEMA register CASCADE');
  }
}
