import { ensureBuilt } from './build.mjs';
import { command } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { supervise } from './run.mjs';

/** `npm run docs`: writes anew what is generated from the program and checked in. */
await command(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return supervise(['dist/apps/api/src/write-docs.js', 'docs/openapi.json']);
});
