import { TestDatabase } from '../support/database.js';

/** What is written once and never again. */
const APPEND_ONLY = [
  'audit.entry',
  'audit.seal',
  'casework.file_seal',
  'casework.recusal',
  'casework.step',
  'documents.attachment',
  'filing.decision',
  'filing.review_notice',
  'filing.submission',
  'hub.guidance_note',
  'hub.joint_party_report',
  'hub.message',
  'hub.party_report',
  'hub.population',
  'platform.encryption_key',
  'register.entry',
  'registration.correction_notice',
  'registration.decision',
  'registration.person_judgement',
  'registration.submission',
];

/** What the application may read and nothing else. */
const READ_ONLY = [
  'audit.transaction_base',
  'audit.writer',
  'casework.edge',
  'casework.procedure',
  'public.schema_migration',
];

const OWN_SCHEMAS = `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;
const INSUFFICIENT_PRIVILEGE = '42501';

describe('the application role', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await TestDatabase.clone();
  });

  afterAll(() => database?.drop());

  /** The SQLSTATE that a statement ends with; `00000` when it is done. */
  async function sqlState(sql: string): Promise<string> {
    try {
      await database.asApplication(`BEGIN; ${sql}; ROLLBACK`);
      return '00000';
    } catch (error) {
      return (error as { code: string }).code;
    }
  }

  async function expectRefused(...statements: string[]): Promise<void> {
    for (const sql of statements) expect(`${sql}: ${await sqlState(sql)}`).toBe(`${sql}: ${INSUFFICIENT_PRIVILEGE}`);
  }

  it.each([...APPEND_ONLY, ...READ_ONLY])('cannot change or remove a row of %s', async (table) => {
    const [column] = await database.asApplication<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute
        WHERE attrelid = $1::regclass AND attnum > 0 AND attidentity = '' AND NOT attisdropped LIMIT 1`,
      [table],
    );
    await expectRefused(
      `UPDATE ${table} SET ${column.name} = ${column.name}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table}`,
      `TRUNCATE ${table} CASCADE`,
    );
  });

  it.each(READ_ONLY)('cannot add a row to %s', (table) => expectRefused(`INSERT INTO ${table} DEFAULT VALUES`));

  it('can add to what is append-only, and change single columns elsewhere: the refusals are no accident', async () => {
    const grants = await database.asApplication<{ table: string; insert: boolean; column: boolean }>(
      `SELECT t AS "table", has_table_privilege(t, 'INSERT') AS insert, has_any_column_privilege(t, 'UPDATE') AS "column"
         FROM unnest($1::text[]) t`,
      [APPEND_ONLY],
    );
    expect(grants).toEqual(APPEND_ONLY.map((table) => ({ table, insert: true, column: false })));
    expect(await sqlState('UPDATE register.subject SET last_number = last_number + 1')).toBe('00000');
    expect(await sqlState('UPDATE casework.case SET title = title')).toBe('00000');
  });

  it('cannot move a case but by a step, nor turn back a code range’s bounds', () =>
    expectRefused(
      `UPDATE casework.case SET state = 'APPROVED'`,
      `UPDATE casework.case SET closed = true`,
      `UPDATE casework.case SET applicant_id = gen_random_uuid()`,
      `DELETE FROM casework.case`,
      `UPDATE register.code_range SET first_serial = 0`,
      `DELETE FROM register.code_range`,
      `UPDATE access.role_grant SET role = 'ADMINISTRATOR'`,
      `UPDATE access.account SET username = 'somebody'`,
    ));

  it('owns nothing', async () => {
    const owned = await database.asApplication(`
      SELECT 'relation' AS what, c.relname AS name FROM pg_class c WHERE pg_has_role(current_user, c.relowner, 'USAGE')
      UNION SELECT 'schema', n.nspname FROM pg_namespace n WHERE pg_has_role(current_user, n.nspowner, 'USAGE')
      UNION SELECT 'function', p.proname FROM pg_proc p WHERE pg_has_role(current_user, p.proowner, 'USAGE')
      UNION SELECT 'type', t.typname FROM pg_type t WHERE pg_has_role(current_user, t.typowner, 'USAGE')
      UNION SELECT 'database', d.datname FROM pg_database d WHERE pg_has_role(current_user, d.datdba, 'USAGE')`);
    expect(owned).toEqual([]);
  });

  it('is no superuser, and cannot become or make another role', async () => {
    const [role] = await database.asApplication(`
      SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication FROM pg_roles WHERE rolname = current_user`);
    expect(role).toEqual({
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolbypassrls: false,
      rolreplication: false,
    });
    await expectRefused('SET ROLE shuniu_owner', 'CREATE ROLE intruder', 'GRANT shuniu_owner TO shuniu_app');
  });

  it('cannot create anything in any schema, nor a schema', async () => {
    const schemas = await database.asApplication<{ name: string }>(
      `SELECT nspname AS name FROM pg_namespace n WHERE ${OWN_SCHEMAS}`,
    );
    expect(schemas.length).toBeGreaterThanOrEqual(9);
    for (const { name } of schemas) {
      await expectRefused(
        `CREATE TABLE ${name}.intruder ()`,
        `CREATE FUNCTION ${name}.intruder() RETURNS integer LANGUAGE sql AS 'SELECT 1'`,
        `CREATE VIEW ${name}.intruder AS SELECT 1`,
      );
    }
    await expectRefused('CREATE SCHEMA intruder');
  });

  it('cannot alter a table, nor drop or disable a trigger, a constraint or an index', async () => {
    await expectRefused(
      'ALTER TABLE casework.step DISABLE TRIGGER ALL',
      'ALTER TABLE casework.step DISABLE TRIGGER step_applies',
      'DROP TRIGGER step_applies ON casework.step',
      'ALTER TABLE casework.step DROP CONSTRAINT step_separation',
      'ALTER TABLE register.entry ADD COLUMN intruder text',
      'ALTER TABLE register.entry OWNER TO shuniu_app',
      'DROP TABLE register.entry',
      'DROP INDEX register.organization_body',
      'DROP FUNCTION casework.apply_step() CASCADE',
      'ALTER FUNCTION casework.apply_step() SECURITY INVOKER',
      'SET session_replication_role = replica',
    );
  });

  it('cannot put a trigger or a rule of its own on a table', () =>
    expectRefused(
      'CREATE TRIGGER intruder BEFORE INSERT ON register.entry FOR EACH ROW EXECUTE FUNCTION casework.apply_step()',
      'CREATE RULE intruder AS ON INSERT TO register.entry DO INSTEAD NOTHING',
    ));

  it('may delete only what is not the record of anything', async () => {
    const deletable = await database.asApplication<{ name: string }>(`
      SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND ${OWN_SCHEMAS}
         AND (has_table_privilege(c.oid, 'DELETE') OR has_table_privilege(c.oid, 'TRUNCATE')) ORDER BY 1`);
    expect(deletable.map(({ name }) => name)).toEqual([
      'access.login_failure',
      'access.session',
      'disclosure.organization',
      'documents.document',
      'filing.contact',
      'filing.duplicate',
      'filing.duplicate_key',
      'filing.filed_group',
      'hub.hub_span',
      'hub.organization',
      'hub.organization_span',
      'intake.row_key',
      'notices.address',
      'platform.idempotency_key',
      'platform.outbox',
      'register.held_name',
      'register.hub',
      'register.organization',
      'register.restriction',
    ]);
  });
});
