import { DatabaseUnfit, readSettings } from '@app/platform';
import { createApi } from '../../apps/api/src/create-api.js';
import { environmentOf } from '../support/app.js';
import { TestDatabase, testServer } from '../support/database.js';

describe('the program refuses to start', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await TestDatabase.clone();
  });

  afterAll(() => database?.drop());

  /** Why a program with this DATABASE_URL does not start. */
  async function refusal(url: string): Promise<Error> {
    try {
      const app = await createApi(readSettings(environmentOf(database, { DATABASE_URL: url })));
      await app.close();
    } catch (error) {
      return error as Error;
    }
    throw new Error('it started');
  }

  it('as a role that owns tables, and names them', async () => {
    const error = await refusal(database.ownerUrl);
    expect(error).toBeInstanceOf(DatabaseUnfit);
    expect(error.message).toContain('shuniu_owner owns tables');
    for (const table of ['register.entry', 'audit.entry', 'casework.step']) expect(error.message).toContain(table);
  });

  it('as a superuser', async () => {
    const url = new URL(testServer().superuser);
    url.pathname = `/${database.name}`;
    const error = await refusal(url.href);
    expect(error).toBeInstanceOf(DatabaseUnfit);
    expect(error.message).toMatch(/role \S+ is a superuser/);
  });

  it('as the application role once a single table was given to it', async () => {
    await database.asSuperuser(`ALTER TABLE documents.number_series OWNER TO shuniu_app`);
    const error = await refusal(database.applicationUrl);
    await database.asSuperuser(`ALTER TABLE documents.number_series OWNER TO shuniu_owner`);
    expect(error).toBeInstanceOf(DatabaseUnfit);
    expect(error.message).toContain('shuniu_app owns tables (documents.number_series)');
  });

  it('on a schema that lacks the last migration, and says which', async () => {
    const [{ name }] = await database.asOwner<{ name: string }>(
      `DELETE FROM public.schema_migration WHERE id = (SELECT max(id) FROM public.schema_migration) RETURNING name`,
    );
    const error = await refusal(database.applicationUrl);
    expect(error).toBeInstanceOf(DatabaseUnfit);
    expect(error.message).toBe(`the schema lacks ${name}; run \`npm run registry -- migrate\``);
    await record(name);
  });

  it('on a schema with a migration that it does not know, and says which', async () => {
    await record('AddTomorrow9999999999999');
    const error = await refusal(database.applicationUrl);
    expect(error).toBeInstanceOf(DatabaseUnfit);
    expect(error.message).toContain('newer than this program: AddTomorrow9999999999999');
    await database.asOwner(`DELETE FROM public.schema_migration WHERE name LIKE 'AddTomorrow%'`);
  });

  it('no longer once all is in order', async () => {
    await expect(refusal(database.applicationUrl)).rejects.toThrow('it started');
  });

  function record(name: string): Promise<unknown> {
    return database.asOwner(`INSERT INTO public.schema_migration (timestamp, name) VALUES ($1, $2)`, [
      /\d{13}$/.exec(name)![0],
      name,
    ]);
  }
});
