import { ensureBuilt } from './build.mjs';
import { command } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { runJest } from './jest.mjs';
import { step } from './run.mjs';

/** `npm test`: everything, cheapest first, up to the first failure. `npm test -- ARGS` runs only jest, with ARGS. */
await command(async () => {
  const args = process.argv.slice(2);
  await timed('packages', ensureInstalled);
  if (args.length === 0) {
    // Each keeps one core busy.
    await Promise.all([
      check('lint', 'node_modules/eslint/bin/eslint.js', '.'),
      check('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '.').then(() =>
        check('types', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'),
      ),
    ]);
  }
  await timed('build', ensureBuilt);
  if (args.length === 0) await check('architecture', 'test/architecture/arch.mjs');
  return timed('tests', () => runJest(['--maxWorkers=2', ...args]));
});

/** @param {string} name @param {...string} program */
function check(name, ...program) {
  return timed(name, () => step(name, program));
}

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 */
async function timed(name, work) {
  const start = performance.now();
  console.log(`\n== ${name}`);
  const result = await work();
  if (name !== 'tests') console.log(`== ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}
