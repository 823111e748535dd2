import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked for a job, and how far a long one is. */
export class ShowProgress1795478400010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE platform.outbox
        ADD COLUMN asked_by uuid,
        ADD COLUMN progress_done integer NOT NULL DEFAULT 0,
        ADD COLUMN progress_total integer,
        ADD CHECK (progress_done >= 0 AND (progress_total IS NULL OR progress_done <= progress_total));
      COMMENT ON COLUMN platform.outbox.asked_by IS 'the account in whose step it was written; empty for the system';
      COMMENT ON COLUMN platform.outbox.progress_total IS 'empty where a job is one transaction';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE platform.outbox DROP COLUMN asked_by, DROP COLUMN progress_done, DROP COLUMN progress_total;
    `);
  }
}
