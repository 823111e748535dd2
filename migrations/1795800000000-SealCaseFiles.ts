import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the file of a case held when the case ended. Written once: what comes later is no part of it. */
export class SealCaseFiles1795800000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE casework.file_seal (
        case_id uuid PRIMARY KEY REFERENCES casework.case,
        index_hash text NOT NULL CHECK (index_hash ~ '^[0-9a-f]{64}$'),
        parts jsonb NOT NULL,
        sealed_at timestamptz NOT NULL
      );
      COMMENT ON COLUMN casework.file_seal.index_hash IS 'SHA-256 over number, key, media type, bytes and SHA-256 of each part';
      COMMENT ON COLUMN casework.file_seal.parts IS 'hashes of the parts; no names, which may tell of persons';
      GRANT SELECT, INSERT ON casework.file_seal TO shuniu_application;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE casework.file_seal');
  }
}
