import { ensureBuilt } from './build.mjs';
import { command } from './command.mjs';
import { openDatabase } from './database.mjs';
import { ensureInstalled } from './install.mjs';
import { supervise } from './run.mjs';
import { readSettings } from './settings-file.mjs';

/** `npm run registry -- …`: the operators' commands, on the same settings and the same database as `npm start`. */
await command(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const database = await openDatabase(readSettings());
  try {
    return await supervise(['dist/apps/cli/src/main.js', ...process.argv.slice(2)], { env: database.env });
  } finally {
    await database.close();
  }
});
