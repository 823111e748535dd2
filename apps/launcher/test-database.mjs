import { existsSync, lstatSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePrivate } from './data-dir.mjs';
import { destroyEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.mjs';
import { say } from './project.mjs';
import { ServerUsers } from './server-users.mjs';

/** Nobody else's folders begin like this: what does is removed when its run is dead. */
const PREFIX = 'shuniu-launcher-postgres-';

/**
 * A server of the tests' own, gone with everything in it at the end; `TEST_POSTGRES_URL` names another one.
 * @returns {Promise<{ url: string, close(): Promise<void> }>} the URL of a superuser
 */
export async function openTestDatabase() {
  if (process.env.TEST_POSTGRES_URL) return { url: process.env.TEST_POSTGRES_URL, close: async () => undefined };
  await removeLeftovers();
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  makePrivate(dataDir);
  const close = () => destroyEmbeddedPostgres(dataDir);
  try {
    const { superuserUrl } = await startEmbeddedPostgres({
      dataDir,
      durable: false,
      roles: false,
    });
    return { url: superuserUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A test run that was killed could not tidy up: its server would stay for ever, with all its memory. */
async function removeLeftovers() {
  const names = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const folder of names.map((name) => join(tmpdir(), name))) {
    const { uid, mtimeMs } = lstatSync(folder, { throwIfNoEntry: false }) ?? {};
    const ours = uid === (process.getuid?.() ?? uid) && lstatSync(folder).isDirectory();
    // Without users it is not one of these folders, or so young that its run has not signed in yet.
    if (
      !ours ||
      !existsSync(join(folder, 'postgres-users')) ||
      Date.now() - mtimeMs < 60_000 ||
      new ServerUsers(folder).hasOthers()
    )
      continue;
    say(`Removing what a killed test run left in ${folder}.`);
    await destroyEmbeddedPostgres(folder);
  }
}
