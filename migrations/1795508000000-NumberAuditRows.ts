import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each audit row bears a hash over what it says, and a number without a gap, so that one that was changed, moved or
 * removed is found at once and not only under the next seal. Numbers run for each database connection of its own: a
 * connection writes one transaction at a time, so nobody waits for anybody.
 */
export class NumberAuditRows1795508000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit.writer (
        id integer PRIMARY KEY,
        last_number bigint NOT NULL CHECK (last_number > 0)
      );
      COMMENT ON TABLE audit.writer IS 'one row for each database connection that ever wrote audit rows; only the trigger on audit.entry writes it';
      COMMENT ON COLUMN audit.writer.id IS 'process id of the connection at the server; 0 for what was written before rows were numbered';
      GRANT SELECT ON audit.writer TO shuniu_application;

      ALTER TABLE audit.entry ADD COLUMN writer integer, ADD COLUMN number bigint, ADD COLUMN hash text;
      COMMENT ON COLUMN audit.entry.number IS '1, 2, 3 … of its writer, without a gap';
      COMMENT ON COLUMN audit.entry.hash IS 'SHA-256 over all other columns';

      CREATE FUNCTION audit.hash_of(e audit.entry) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
        SELECT encode(sha256(convert_to(array_to_json(ARRAY[
          e.writer::text, e.number::text, e.id::text, e.recorded_in::text,
          to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
          e.account_id::text, e.actor, e.action, e.subject_type, e.subject_id, e.ground::text, e.detail::text, e.trace_id
        ])::text, 'UTF8')), 'hex')
      $$;

      UPDATE audit.entry e SET writer = 0, number = n.number
        FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM audit.entry) n WHERE n.id = e.id;
      UPDATE audit.entry e SET hash = audit.hash_of(e);
      INSERT INTO audit.writer SELECT 0, count(*) FROM audit.entry HAVING count(*) > 0;
      ALTER TABLE audit.entry ALTER COLUMN writer SET NOT NULL, ALTER COLUMN number SET NOT NULL, ALTER COLUMN hash SET NOT NULL,
        ADD CONSTRAINT entry_number UNIQUE (writer, number);

      CREATE FUNCTION audit.number_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      BEGIN
        NEW.writer := pg_backend_pid();
        INSERT INTO audit.writer AS w (id, last_number) VALUES (NEW.writer, 1)
          ON CONFLICT (id) DO UPDATE SET last_number = w.last_number + 1 RETURNING last_number INTO NEW.number;
        NEW.hash := audit.hash_of(NEW);
        RETURN NEW;
      END $$;
      -- By its name it comes after entry_stamped: the hash covers the stamp.
      CREATE TRIGGER entry_written BEFORE INSERT ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.number_row();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER entry_written ON audit.entry;
      DROP FUNCTION audit.number_row;
      DROP FUNCTION audit.hash_of;
      ALTER TABLE audit.entry DROP COLUMN writer, DROP COLUMN number, DROP COLUMN hash;
      DROP TABLE audit.writer;
    `);
  }
}
