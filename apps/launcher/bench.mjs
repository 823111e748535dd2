import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { command } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { PlainError, ROOT } from './project.mjs';
import { supervise } from './run.mjs';

/** `npm run bench -- NAME`: measures one thing and prints it; its last line is JSON. */
await command(async () => {
  const name = process.argv[2] ?? '';
  const folder = join(ROOT, 'test/bench');
  const names = readdirSync(folder).filter((one) => existsSync(join(folder, one, 'bench.mjs')));
  if (!names.includes(name)) throw new PlainError(`npm run bench -- NAME, one of: ${names.join(', ')}`);
  await ensureInstalled();
  await ensureBuilt();
  return supervise([`test/bench/${name}/bench.mjs`]);
});
