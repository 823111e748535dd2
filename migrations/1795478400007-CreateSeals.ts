import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Seals over register entries and audit rows. Each row bears the transaction that wrote it, so that a
 * seal can close a range of transactions that have all ended: no late commit slips in behind it.
 */
export class CreateSeals1795478400007 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION audit.stamp_transaction() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      BEGIN
        NEW.recorded_in := pg_current_xact_id();
        RETURN NEW;
      END $$;

      ALTER TABLE audit.entry ADD COLUMN recorded_in xid8 NOT NULL DEFAULT pg_current_xact_id();
      CREATE INDEX entry_recorded_in ON audit.entry (recorded_in, id);
      CREATE TRIGGER entry_stamped BEFORE INSERT ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.stamp_transaction();

      ALTER TABLE register.entry ADD COLUMN recorded_in xid8 NOT NULL DEFAULT pg_current_xact_id();
      CREATE INDEX entry_recorded_in ON register.entry (recorded_in, id);
      CREATE TRIGGER entry_stamped BEFORE INSERT ON register.entry FOR EACH ROW EXECUTE FUNCTION audit.stamp_transaction();

      CREATE TABLE audit.seal (
        log text NOT NULL CHECK (log IN ('audit', 'register')),
        number integer NOT NULL CHECK (number > 0),
        from_transaction xid8 NOT NULL,
        to_transaction xid8 NOT NULL CHECK (to_transaction > from_transaction),
        rows integer NOT NULL CHECK (rows > 0),
        root text NOT NULL,
        previous text,
        sealed_at timestamptz(3) NOT NULL,
        hash text NOT NULL,
        key_id text NOT NULL,
        signature text NOT NULL,
        PRIMARY KEY (log, number),
        CHECK ((number = 1) = (previous IS NULL))
      );
      COMMENT ON TABLE audit.seal IS 'append-only; a copy held outside proves any later change of what it covers';
      COMMENT ON COLUMN audit.seal.to_transaction IS 'first transaction that the seal does not cover';
      COMMENT ON COLUMN audit.seal.root IS 'Merkle root over the rows in the order of their ids';
      COMMENT ON COLUMN audit.seal.previous IS 'hash of the seal before it';
      GRANT SELECT, INSERT ON audit.seal TO shuniu_application;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE audit.seal;
      ALTER TABLE register.entry DROP COLUMN recorded_in CASCADE;
      ALTER TABLE audit.entry DROP COLUMN recorded_in CASCADE;
      DROP FUNCTION audit.stamp_transaction CASCADE;
    `);
  }
}
