import { ensureBuilt } from './build.mjs';
import { command } from './command.mjs';
import { openDatabase } from './database.mjs';
import { ensureInstalled } from './install.mjs';
import { supervise } from './run.mjs';
import { readSettings } from './settings-file.mjs';
import { throwIfStopRequested } from './stop-request.mjs';

/** `npm run registry -- …`: the operators' commands, on the same settings and the same database as `npm start`. */
await command(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const database = await openDatabase(readSettings());
  try {
    const code = await supervise(['dist/apps/cli/src/main.js', ...process.argv.slice(2)], { env: database.env });
    // A command that was broken off did not do its work, however orderly it ended.
    throwIfStopRequested();
    return code;
  } finally {
    await database.close();
  }
});
