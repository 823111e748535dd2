import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { command } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { runJest } from './jest.mjs';
import { PlainError, ROOT } from './project.mjs';

/**
 * `npm run drill -- NAME`: one drill at its full size, alone on the machine; it ends with 1 when a target is missed.
 * `npm test` runs a small size of each.
 */
await command(async () => {
  const name = process.argv[2];
  await ensureInstalled();
  await ensureBuilt();
  // Every journey, against two processes of the API and two workers.
  if (name === 'journeys') return runJest(['--runInBand', 'test/e2e'], { TEST_PROCESSES: '2' });
  const names = readdirSync(join(ROOT, 'test/drills')).flatMap(
    (file) => /^(.+?)\.(?:redis-|postgres-)?drill-spec\.ts$/.exec(file)?.[1] ?? [],
  );
  if (!names.includes(name))
    throw new PlainError(`npm run drill -- NAME, one of: ${['journeys', ...names].join(', ')}`);
  return runJest(['--runInBand', '--testTimeout=3600000', `test/drills/${name}\\.`], { DRILL_SIZE: 'full' });
});
