import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the public searches: one row an organization, folded from the register. */
export class CreateDisclosure1795478400006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SCHEMA disclosure;
      GRANT USAGE ON SCHEMA disclosure TO shuniu_application;

      CREATE TABLE disclosure.organization (
        subject_id uuid PRIMARY KEY REFERENCES register.subject,
        credit_code text UNIQUE,
        name text NOT NULL,
        name_key text COLLATE "C" NOT NULL,
        name_grams text[] NOT NULL,
        standing text NOT NULL,
        kind text NOT NULL,
        status text NOT NULL,
        category text,
        division text COLLATE "C" NOT NULL,
        authority text COLLATE "C" NOT NULL,
        founded_on date NOT NULL,
        hub text,
        listed text NOT NULL CHECK (listed IN ('NONE', 'ABNORMAL', 'SERIOUS'))
      );
      CREATE INDEX organization_grams ON disclosure.organization USING gin (name_grams);
      CREATE INDEX organization_rank ON disclosure.organization (char_length(name_key), subject_id);
      CREATE INDEX organization_founded ON disclosure.organization (founded_on, subject_id);
      CREATE INDEX organization_division ON disclosure.organization (division);
      CREATE INDEX organization_authority ON disclosure.organization (authority);
      COMMENT ON COLUMN disclosure.organization.name_key IS 'the name as it is compared: NFKC, lower case, no blanks';
      COMMENT ON COLUMN disclosure.organization.name_grams IS 'every pair of neighbouring characters of the key';
      GRANT SELECT, INSERT, UPDATE, DELETE ON disclosure.organization TO shuniu_application;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP SCHEMA disclosure CASCADE');
  }
}
