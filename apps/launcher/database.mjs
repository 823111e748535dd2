import { dataDir } from './data-dir.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { PlainError } from './project.mjs';

/**
 * The database that the settings ask for: the server they name, else the embedded one.
 *
 * @param {NodeJS.ProcessEnv} settings
 * @returns {Promise<{ env: NodeJS.ProcessEnv, keepUp(): void, close(): Promise<void> }>} `env`: the environment of the
 *   programs that use it; `keepUp`: from now on the embedded server is started again when it dies
 */
export async function openDatabase(settings) {
  const env = { ...settings, DATA_DIR: dataDir(settings) };
  if (settings.DATABASE_URL) return { env, keepUp: () => undefined, close: async () => undefined };
  const server = await startEmbeddedPostgres({ dataDir: env.DATA_DIR, port: wantedPort(settings) });
  env.DATABASE_URL = server.applicationUrl;
  env.DATABASE_OWNER_URL = server.ownerUrl;
  env.SHUNIU_EMBEDDED = '1';
  return { env, keepUp: server.keepUp, close: server.stop };
}

/** @param {NodeJS.ProcessEnv} settings */
function wantedPort(settings) {
  if (!settings.PG_PORT) return undefined;
  const port = Number(settings.PG_PORT);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new PlainError(`PG_PORT must be a port between 1 and 65535, not "${settings.PG_PORT}".`);
}
