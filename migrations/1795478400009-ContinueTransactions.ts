import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A dump that is restored on another server finds its transactions counted anew, below those that its seals cover.
 * From here on rows bear the server's number plus a base, which a restore raises above all that was recorded.
 */
export class ContinueTransactions1795478400009 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit.transaction_base (
        base bigint NOT NULL CHECK (base >= 0),
        single boolean PRIMARY KEY DEFAULT true CHECK (single)
      );
      COMMENT ON TABLE audit.transaction_base IS 'what is added to the server''s transaction numbers, since a restore elsewhere';
      INSERT INTO audit.transaction_base (base) VALUES (0);
      GRANT SELECT ON audit.transaction_base TO shuniu_application;

      CREATE FUNCTION audit.numbered(transaction xid8) RETURNS xid8 LANGUAGE sql STABLE
        SET search_path = pg_catalog AS $$
        SELECT (transaction::text::bigint + (SELECT base FROM audit.transaction_base))::text::xid8
      $$;

      CREATE OR REPLACE FUNCTION audit.stamp_transaction() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      BEGIN
        NEW.recorded_in := audit.numbered(pg_current_xact_id());
        RETURN NEW;
      END $$;

      CREATE FUNCTION audit.continue_transactions() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      DECLARE
        highest bigint := greatest(
          (SELECT recorded_in FROM audit.entry ORDER BY recorded_in DESC LIMIT 1)::text::bigint,
          (SELECT recorded_in FROM register.entry ORDER BY recorded_in DESC LIMIT 1)::text::bigint,
          (SELECT to_transaction FROM audit.seal ORDER BY to_transaction DESC LIMIT 1)::text::bigint);
        next bigint := audit.numbered(pg_current_xact_id())::text::bigint;
      BEGIN
        IF next <= highest THEN
          UPDATE audit.transaction_base SET base = base + highest - next + 1;
        END IF;
      END $$;
      REVOKE EXECUTE ON FUNCTION audit.continue_transactions() FROM PUBLIC;
      COMMENT ON FUNCTION audit.continue_transactions() IS 'to be called by the owner on a restored database, before anybody writes';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION audit.stamp_transaction() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      BEGIN
        NEW.recorded_in := pg_current_xact_id();
        RETURN NEW;
      END $$;
      DROP FUNCTION audit.continue_transactions();
      DROP FUNCTION audit.numbered(xid8);
      DROP TABLE audit.transaction_base;
    `);
  }
}
