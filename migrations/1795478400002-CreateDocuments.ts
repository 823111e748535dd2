import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Uploaded files, what they are attached to, and the number series of receipts, decisions and
 * certificates. The bytes lie encrypted in files; a row is never changed, and one that something is
 * attached to cannot be deleted.
 */
export class CreateDocuments1795478400002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SCHEMA documents;
      GRANT USAGE ON SCHEMA documents TO shuniu_application;

      CREATE TABLE documents.document (
        id uuid CONSTRAINT document_pkey PRIMARY KEY,
        kind text NOT NULL
          CONSTRAINT document_kind_check CHECK (kind IN ('PDF', 'JPEG', 'PNG', 'DOCX', 'XLSX')),
        file_name text NOT NULL,
        size integer NOT NULL CONSTRAINT document_size_check CHECK (size BETWEEN 1 AND 52428800),
        sha256 text NOT NULL CONSTRAINT document_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        blob_name text NOT NULL
          CONSTRAINT document_blob_name_key UNIQUE
          CONSTRAINT document_blob_name_check CHECK (blob_name ~ '^[0-9a-f]{64}$'),
        key_id text NOT NULL,
        uploaded_by uuid NOT NULL,
        uploaded_at timestamptz NOT NULL
      );
      CREATE INDEX document_uploaded_by ON documents.document (uploaded_by, uploaded_at);
      CREATE INDEX document_uploaded_at ON documents.document (uploaded_at);
      COMMENT ON COLUMN documents.document.file_name IS 'encrypted: people put names and ID numbers into file names';
      COMMENT ON COLUMN documents.document.sha256 IS 'of the plain bytes';
      COMMENT ON COLUMN documents.document.key_id IS 'the encryption key of the bytes';
      GRANT SELECT, INSERT, DELETE ON documents.document TO shuniu_application;

      CREATE TABLE documents.attachment (
        document_id uuid NOT NULL CONSTRAINT attachment_document_id_fkey REFERENCES documents.document,
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        attached_at timestamptz NOT NULL,
        CONSTRAINT attachment_pkey PRIMARY KEY (document_id, subject_type, subject_id)
      );
      CREATE INDEX attachment_subject ON documents.attachment (subject_type, subject_id);
      GRANT SELECT, INSERT ON documents.attachment TO shuniu_application;

      CREATE TABLE documents.number_series (
        series text NOT NULL
          CONSTRAINT number_series_series_check CHECK (series ~ '^[A-Za-z0-9][A-Za-z0-9:._-]{0,99}$'),
        year integer NOT NULL CONSTRAINT number_series_year_check CHECK (year BETWEEN 1949 AND 9999),
        last integer NOT NULL CONSTRAINT number_series_last_check CHECK (last >= 1),
        CONSTRAINT number_series_pkey PRIMARY KEY (series, year)
      );
      GRANT SELECT, INSERT, UPDATE (last) ON documents.number_series TO shuniu_application;
      CREATE FUNCTION documents.only_next() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      BEGIN
        IF NEW.last <> OLD.last + 1 THEN
          RAISE EXCEPTION 'series % of % goes on with %', OLD.series, OLD.year, OLD.last + 1 USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER number_series_forward BEFORE UPDATE ON documents.number_series
        FOR EACH ROW EXECUTE FUNCTION documents.only_next();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP SCHEMA documents CASCADE;');
  }
}
