import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hub governance: recognition, assignment, the hub's desk, coverage. */
export class CreateHub1795900000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE register.entry DROP CONSTRAINT entry_kind_check;
      ALTER TABLE register.entry ADD CONSTRAINT entry_kind_check CHECK (kind IN (
        'ESTABLISHED', 'IMPORTED', 'HUB_RECOGNIZED', 'HUB_WARNED', 'HUB_WARNING_LIFTED', 'HUB_WITHDRAWN', 'HUB_MOVED',
        'HUB_ASSIGNED', 'HUB_RELEASED', 'RESTRICTION_IMPOSED', 'RESTRICTION_LIFTED', 'CHANGED',
        'CHARTER_APPROVED', 'LEADERS_FILED', 'ELECTION_DELAYED', 'SEAL_AND_ACCOUNT_FILED', 'CERTIFICATE_REPLACED',
        'BRANCH_RECORDED', 'BRANCH_REGISTERED', 'BRANCH_CLOSED', 'CHARITY_RECOGNIZED', 'FUNDRAISING_QUALIFIED',
        'LIQUIDATION_BEGUN', 'MERGER_CONSENTED', 'DEREGISTERED', 'MERGED', 'SPLIT', 'SUSPENDED', 'SUSPENSION_ENDED', 'ANNULLED', 'REVOKED',
        'CORRECTED', 'VOIDED', 'ANNOTATED'));

      INSERT INTO casework.procedure VALUES
        ('hub-recognition', 'DRAFT', 'APPLICANT'), ('hub-measure', 'DRAFT', 'APPLICANT');
      INSERT INTO casework.edge VALUES
        ('hub-recognition', 'DRAFT', 'nominate', 'APPLICANT', 'NOMINATED', 'REVIEW_OFFICER', false, NULL),
        ('hub-recognition', 'DRAFT', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('hub-recognition', 'NOMINATED', 'return', 'REVIEW_OFFICER', 'DRAFT', 'APPLICANT', false, 'REVIEW'),
        ('hub-recognition', 'NOMINATED', 'complete-review', 'REVIEW_OFFICER', 'REVIEWED', 'LEADING_GROUP_OFFICER', false, 'REVIEW'),
        ('hub-recognition', 'NOMINATED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('hub-recognition', 'REVIEWED', 'recognize', 'LEADING_GROUP_OFFICER', 'DECIDED', 'REVIEW_OFFICER', false, 'DECIDE'),
        ('hub-recognition', 'REVIEWED', 'refuse', 'LEADING_GROUP_OFFICER', 'REFUSED', NULL, true, 'DECIDE'),
        ('hub-recognition', 'REVIEWED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('hub-recognition', 'DECIDED', 'publish', 'REVIEW_OFFICER', 'PUBLISHED', NULL, true, 'REVIEW'),
        ('hub-recognition', 'DECIDED', 'annul', 'LEADING_GROUP_OFFICER', 'REFUSED', NULL, true, 'DECIDE'),
        ('hub-measure', 'DRAFT', 'propose', 'APPLICANT', 'PROPOSED', 'LEADING_GROUP_OFFICER', false, NULL),
        ('hub-measure', 'DRAFT', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL),
        ('hub-measure', 'PROPOSED', 'return', 'LEADING_GROUP_OFFICER', 'DRAFT', 'APPLICANT', false, 'DECIDE'),
        ('hub-measure', 'PROPOSED', 'order', 'LEADING_GROUP_OFFICER', 'ORDERED', NULL, true, 'DECIDE'),
        ('hub-measure', 'PROPOSED', 'reject', 'LEADING_GROUP_OFFICER', 'REJECTED', NULL, true, 'DECIDE'),
        ('hub-measure', 'PROPOSED', 'withdraw', 'APPLICANT', 'WITHDRAWN', NULL, true, NULL);

      CREATE SCHEMA hub;
      GRANT USAGE ON SCHEMA hub TO shuniu_application;

      CREATE TABLE hub.recognition (
        case_id uuid PRIMARY KEY REFERENCES casework.case,
        nominated jsonb NOT NULL,
        findings jsonb,
        decision jsonb,
        code text UNIQUE
      );
      COMMENT ON TABLE hub.recognition IS 'who is nominated as a hub, what the review found of each condition, what was decided';
      GRANT SELECT, INSERT, UPDATE (nominated, findings, decision, code) ON hub.recognition TO shuniu_application;

      CREATE TABLE hub.measure (
        case_id uuid PRIMARY KEY REFERENCES casework.case,
        hub text NOT NULL,
        proposed jsonb NOT NULL,
        decision jsonb
      );
      CREATE INDEX measure_hub ON hub.measure (hub);
      COMMENT ON TABLE hub.measure IS 'what is to become of a hub: warned, its warning lifted, moved in the tree, withdrawn';
      GRANT SELECT, INSERT, UPDATE (proposed, decision) ON hub.measure TO shuniu_application;

      CREATE TABLE hub.organization (
        subject_id uuid PRIMARY KEY REFERENCES register.subject,
        credit_code text NOT NULL UNIQUE,
        name text NOT NULL,
        scope text NOT NULL,
        former_supervisor text NOT NULL,
        standing text NOT NULL,
        kind text NOT NULL,
        category text,
        status text NOT NULL,
        active boolean NOT NULL,
        authority text NOT NULL,
        division text NOT NULL,
        founded_on date NOT NULL,
        primary_hub text,
        related_hubs text[] NOT NULL,
        term_until date,
        suspended_until date,
        version integer NOT NULL
      );
      CREATE INDEX organization_hub ON hub.organization (primary_hub, credit_code);
      CREATE INDEX organization_related ON hub.organization USING gin (related_hubs);
      COMMENT ON TABLE hub.organization IS 'projection: what a hub and a proposal look at';
      GRANT SELECT, INSERT, UPDATE, DELETE ON hub.organization TO shuniu_application;

      CREATE TABLE hub.organization_span (
        id text PRIMARY KEY,
        subject_id uuid NOT NULL REFERENCES register.subject,
        since date NOT NULL,
        before date,
        status text NOT NULL,
        active boolean NOT NULL,
        standing text NOT NULL,
        kind text NOT NULL,
        category text,
        tier text NOT NULL CHECK (tier IN ('CITY', 'DISTRICT', 'STREET')),
        division text NOT NULL,
        primary_hub text
      );
      CREATE INDEX organization_span_subject ON hub.organization_span (subject_id, since);
      CREATE INDEX organization_span_hub ON hub.organization_span (primary_hub) WHERE active;
      COMMENT ON TABLE hub.organization_span IS 'projection: how each organization stood from one day to before another, for coverage on any date';
      GRANT SELECT, INSERT, UPDATE, DELETE ON hub.organization_span TO shuniu_application;

      CREATE TABLE hub.hub_span (
        id text PRIMARY KEY,
        subject_id uuid NOT NULL REFERENCES register.subject,
        since date NOT NULL,
        before date,
        code text NOT NULL,
        name text NOT NULL,
        tier text NOT NULL,
        division text NOT NULL,
        parent text,
        standing text NOT NULL
      );
      CREATE INDEX hub_span_code ON hub.hub_span (code, since);
      CREATE INDEX hub_span_subject ON hub.hub_span (subject_id);
      COMMENT ON TABLE hub.hub_span IS 'projection: the standing of each hub and its place in the tree, by day';
      GRANT SELECT, INSERT, UPDATE, DELETE ON hub.hub_span TO shuniu_application;

      CREATE TABLE hub.proposal (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        subject_id uuid NOT NULL REFERENCES register.subject,
        entry_number integer NOT NULL,
        vocabulary text NOT NULL,
        cause text NOT NULL CHECK (cause IN ('REGISTRATION', 'RUN', 'REQUEST', 'HUB_WITHDRAWN', 'HUB_DECLINED')),
        proposed_on date NOT NULL,
        candidates jsonb NOT NULL,
        hubs text[] NOT NULL,
        state text NOT NULL DEFAULT 'PROPOSED' CHECK (state IN ('PROPOSED', 'CONFIRMED', 'CHANGED', 'DECLINED', 'SUPERSEDED')),
        chosen text,
        answered_for text,
        reason text,
        decided_by uuid REFERENCES access.account,
        decided_on date,
        version integer NOT NULL DEFAULT 1,
        CHECK ((state IN ('CONFIRMED', 'CHANGED')) = (chosen IS NOT NULL)),
        CHECK ((state IN ('CONFIRMED', 'CHANGED', 'DECLINED')) = (decided_by IS NOT NULL))
      );
      CREATE UNIQUE INDEX proposal_open ON hub.proposal (subject_id) WHERE state = 'PROPOSED';
      CREATE INDEX proposal_subject ON hub.proposal (subject_id, id);
      CREATE INDEX proposal_hubs ON hub.proposal USING gin (hubs) WHERE state = 'PROPOSED';
      COMMENT ON COLUMN hub.proposal.entry_number IS 'the organization as this entry left it: that is what was looked at';
      COMMENT ON COLUMN hub.proposal.answered_for IS 'the hub whose officer answered; empty for an officer of the registrar';
      GRANT SELECT, INSERT, UPDATE (state, chosen, answered_for, reason, decided_by, decided_on, version)
        ON hub.proposal TO shuniu_application;

      CREATE TABLE hub.membership_request (
        id uuid PRIMARY KEY,
        hub text NOT NULL,
        subject_id uuid NOT NULL REFERENCES register.subject,
        credit_code text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('JOIN', 'LEAVE')),
        relation text NOT NULL CHECK (relation IN ('PRIMARY', 'RELATED')),
        reason text NOT NULL,
        state text NOT NULL DEFAULT 'REQUESTED' CHECK (state IN ('REQUESTED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
        filed_by uuid NOT NULL REFERENCES access.account,
        filed_on date NOT NULL,
        answer text,
        decided_by uuid REFERENCES access.account,
        decided_on date,
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX membership_request_open ON hub.membership_request (subject_id, hub) WHERE state = 'REQUESTED';
      CREATE INDEX membership_request_hub ON hub.membership_request (hub, filed_on, id);
      GRANT SELECT, INSERT, UPDATE (state, answer, decided_by, decided_on, version) ON hub.membership_request TO shuniu_application;

      CREATE TABLE hub.message (
        id uuid PRIMARY KEY,
        hub text NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        to_all boolean NOT NULL,
        sent_by uuid NOT NULL REFERENCES access.account,
        sent_at timestamptz(3) NOT NULL
      );
      CREATE INDEX message_hub ON hub.message (hub, sent_at, id);
      CREATE TABLE hub.message_recipient (
        message_id uuid NOT NULL REFERENCES hub.message,
        credit_code text NOT NULL,
        read_at timestamptz(3),
        read_by uuid REFERENCES access.account,
        PRIMARY KEY (message_id, credit_code)
      );
      CREATE INDEX message_recipient_code ON hub.message_recipient (credit_code);
      GRANT SELECT, INSERT ON hub.message TO shuniu_application;
      GRANT SELECT, INSERT, UPDATE (read_at, read_by) ON hub.message_recipient TO shuniu_application;

      CREATE TABLE hub.guidance_note (
        id uuid PRIMARY KEY,
        hub text NOT NULL,
        credit_code text NOT NULL,
        held_on date NOT NULL,
        topic text NOT NULL,
        note text NOT NULL,
        written_by uuid NOT NULL REFERENCES access.account,
        written_on date NOT NULL
      );
      CREATE INDEX guidance_note_hub ON hub.guidance_note (hub, held_on, id);
      GRANT SELECT, INSERT ON hub.guidance_note TO shuniu_application;

      CREATE TABLE hub.service (
        id uuid PRIMARY KEY,
        hub text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('TRAINING', 'CONSULTATION', 'PROJECT')),
        title text NOT NULL,
        begins_on date NOT NULL,
        ends_on date NOT NULL CHECK (ends_on >= begins_on),
        participants text[] NOT NULL,
        outcome text,
        completed_on date,
        published_on date,
        entered_by uuid NOT NULL REFERENCES access.account,
        version integer NOT NULL DEFAULT 1,
        CHECK ((outcome IS NULL) = (completed_on IS NULL)),
        CHECK (published_on IS NULL OR completed_on IS NOT NULL)
      );
      CREATE INDEX service_hub ON hub.service (hub, begins_on, id);
      GRANT SELECT, INSERT, UPDATE (outcome, completed_on, published_on, version) ON hub.service TO shuniu_application;

      CREATE TABLE hub.service_request (
        id uuid PRIMARY KEY,
        hub text NOT NULL,
        credit_code text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('TRAINING', 'CONSULTATION', 'PROJECT')),
        need text NOT NULL,
        state text NOT NULL DEFAULT 'REQUESTED'
          CHECK (state IN ('REQUESTED', 'TAKEN_UP', 'DECLINED', 'FULFILLED', 'WITHDRAWN')),
        filed_by uuid NOT NULL REFERENCES access.account,
        filed_on date NOT NULL,
        answer text,
        answered_on date,
        service uuid REFERENCES hub.service,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX service_request_hub ON hub.service_request (hub, filed_on, id);
      CREATE INDEX service_request_code ON hub.service_request (credit_code, filed_on, id);
      GRANT SELECT, INSERT, UPDATE (state, answer, answered_on, service, version) ON hub.service_request TO shuniu_application;

      CREATE TABLE hub.party_report (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        hub text NOT NULL,
        credit_code text NOT NULL,
        form text NOT NULL CHECK (form IN ('INDEPENDENT', 'JOINT', 'COVERED', 'NONE')),
        party_members integer NOT NULL CHECK (party_members >= 0),
        as_of date NOT NULL,
        reported_by uuid NOT NULL REFERENCES access.account,
        reported_on date NOT NULL
      );
      CREATE INDEX party_report_hub ON hub.party_report (hub, credit_code, as_of, id);
      COMMENT ON TABLE hub.party_report IS 'append-only: party building in a member, as its hub reports it; the newest counts';
      GRANT SELECT, INSERT ON hub.party_report TO shuniu_application;

      CREATE TABLE hub.joint_party_report (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        hub text NOT NULL,
        established boolean NOT NULL,
        name text,
        as_of date NOT NULL,
        reported_by uuid NOT NULL REFERENCES access.account,
        reported_on date NOT NULL
      );
      CREATE INDEX joint_party_report_hub ON hub.joint_party_report (hub, as_of, id);
      COMMENT ON TABLE hub.joint_party_report IS 'append-only: whether a hub has a joint party organization, as it says itself (专栏1 26)';
      GRANT SELECT, INSERT ON hub.joint_party_report TO shuniu_application;

      CREATE TABLE hub.work_report (
        id uuid PRIMARY KEY,
        hub text NOT NULL,
        year integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'SIGNED', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'PUBLISHED')),
        figures jsonb NOT NULL,
        texts jsonb NOT NULL,
        assembled_on date NOT NULL,
        signed_by uuid REFERENCES access.account,
        signed_on date,
        content_hash text,
        submitted_on date,
        submitted_to text,
        answer text,
        answered_by uuid REFERENCES access.account,
        answered_on date,
        published_on date,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (hub, year),
        CHECK ((published_on IS NOT NULL) = (state = 'PUBLISHED'))
      );
      COMMENT ON COLUMN hub.work_report.content_hash IS 'SHA-256 over figures and texts as they were signed';
      COMMENT ON COLUMN hub.work_report.submitted_to IS 'code of the hub above, or empty for the leading group';
      GRANT SELECT, INSERT, UPDATE (state, figures, texts, assembled_on, signed_by, signed_on, content_hash, submitted_on,
        submitted_to, answer, answered_by, answered_on, published_on, version) ON hub.work_report TO shuniu_application;

      CREATE TABLE hub.population (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        division text NOT NULL REFERENCES register.division,
        year integer NOT NULL CHECK (year BETWEEN 1949 AND 2100),
        residents bigint NOT NULL CHECK (residents > 0),
        source text NOT NULL,
        entered_by uuid NOT NULL REFERENCES access.account,
        entered_on date NOT NULL
      );
      CREATE INDEX population_division ON hub.population (division, year, id);
      COMMENT ON TABLE hub.population IS 'append-only: permanent residents as a published source gives them; the newest row of a year counts';
      GRANT SELECT, INSERT ON hub.population TO shuniu_application;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP SCHEMA hub CASCADE');
  }
}
