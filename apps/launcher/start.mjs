import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { command } from './command.mjs';
import { dataDir } from './data-dir.mjs';
import { openDatabase } from './database.mjs';
import { ensureInstalled } from './install.mjs';
import { tryLock } from './lock.mjs';
import { PlainError, say } from './project.mjs';
import { step, supervise } from './run.mjs';
import { readSettings } from './settings-file.mjs';
import { throwIfStopRequested } from './stop-request.mjs';

const CLI = 'dist/apps/cli/src/main.js';
const API = 'dist/apps/api/src/main.js';

/** `npm start`: from whatever is there to a program that serves, and back to nothing when it is told to stop. */
await command(async () => {
  const settings = readSettings();
  const folder = dataDir(settings);
  const lock = tryLock(join(folder, 'launcher.lock'));
  if (!lock) throw new PlainError(`It is running already on ${folder}. Stop that one first, or set another DATA_DIR.`);
  try {
    await ensureInstalled();
    await ensureBuilt();
    return await serve(settings);
  } finally {
    lock.release();
  }
});

/**
 * The database is stopped here and not by the API: the API may be killed, and after its own shutdown it ends by
 * raising the signal again, so that no code of its own runs last.
 *
 * @param {NodeJS.ProcessEnv} settings
 * @returns {Promise<number>} the API's exit code
 */
async function serve(settings) {
  const database = await openDatabase(settings);
  try {
    if (database.env.DATABASE_OWNER_URL) {
      await step('Migration', [CLI, 'migrate'], { env: database.env });
      await step('Seed', [CLI, 'seed'], { env: database.env });
    } else {
      say(
        'DATABASE_OWNER_URL is not set: the schema is neither migrated nor seeded; the API checks that it is current.',
      );
    }
    throwIfStopRequested();
    database.keepUp();
    // Whoever breaks into the API shall not find the owner's password there.
    const { DATABASE_OWNER_URL: _withheld, ...env } = database.env;
    // The API ends when the channel breaks: a launcher that is killed leaves nobody who holds the port.
    return await supervise([API], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  } finally {
    await database.close();
  }
}
