import { resolve } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { copyClusterIn, copyClusterOut, removeCluster } from './cluster-copy.mjs';
import { command } from './command.mjs';
import { dataDir } from './data-dir.mjs';
import { openDatabase } from './database.mjs';
import { ensureInstalled } from './install.mjs';
import { tryLock } from './lock.mjs';
import { PlainError } from './project.mjs';
import { supervise } from './run.mjs';
import { readSettings } from './settings-file.mjs';
import { throwIfStopRequested } from './stop-request.mjs';

/** `npm run registry -- …`: the operators' commands, on the same settings and the same database as `npm start`. */
await command(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const settings = readSettings();
  const [name, folder] = process.argv.slice(2);
  const copiesCluster = !settings.DATABASE_URL && folder && ['backup', 'restore'].includes(name);
  return copiesCluster ? withCluster(settings, name, resolve(folder)) : run(settings);
});

async function run(settings) {
  const database = await openDatabase(settings);
  try {
    const code = await supervise(['dist/apps/cli/src/main.js', ...process.argv.slice(2)], { env: database.env });
    // A command that was broken off did not do its work, however orderly it ended.
    throwIfStopRequested();
    return code;
  } finally {
    await database.close();
  }
}

/** The embedded server ships no pg_dump: its files are copied while it stands still, before or after the command. */
async function withCluster(settings, name, backup) {
  const data = dataDir(settings);
  const lock = tryLock(`${data}/launcher.lock`);
  if (!lock) throw new PlainError(`The program runs on ${data}. Stop it first: its database is copied at rest.`);
  try {
    if (name === 'restore') copyClusterIn(backup, data);
    const code = await run(settings);
    if (name === 'backup' && code === 0) copyClusterOut(data, backup);
    if (name === 'restore' && code > 1) removeCluster(data);
    return code;
  } finally {
    lock.release();
  }
}
