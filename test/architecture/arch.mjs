import { cruise } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import config from '../../.dependency-cruiser.cjs';
import { EXCEPTIONS } from './exceptions.mjs';
import { sourceFiles } from './source-files.mjs';
import { sourceBreaches } from './source-rules.mjs';

/**
 * `npm run arch`: are the walls of the house sound? `node arch.mjs [ROOT]` looks at another tree by
 * the same rules, which is how the walls themselves are tested.
 *
 * @typedef {import('./source-rules.mjs').Breach} Breach
 */
const root = resolve(process.argv[2] ?? resolve(import.meta.dirname, '../..'));
process.chdir(root);

const read = await modulesRead(['libs', 'apps', 'migrations', 'test'].filter((folder) => existsSync(folder)));
const expected = sourceFiles(root, ['libs', 'apps', 'migrations']);
const found = [...importBreaches(read.summary), ...sourceBreaches(root)];
const breaches = [...unread(read.modules, expected), ...excepted(found)];

for (const { rule, file, line, reason } of breaches) {
  console.log(`${rule}: ${file}${line === undefined ? '' : `:${line}`}\n    ${reason}`);
}
const edges = read.summary.totalDependenciesCruised ?? 0;
console.log(
  `${read.modules.length} modules read (${expected.length} files in libs, apps and migrations), ` +
    `${edges} imports, ${config.forbidden.length} walls: ${breaches.length} breach(es)`,
);
process.exitCode = breaches.length === 0 ? 0 : 1;

/** @param {string[]} folders */
async function modulesRead(folders) {
  if (folders.length === 0) return { modules: [], summary: { violations: [], totalDependenciesCruised: 0 } };
  const { options, forbidden } = config;
  const { enhancedResolveOptions, ...cruising } = options;
  const { output } = await cruise(
    folders,
    { ...cruising, validate: true, ruleSet: { forbidden } },
    enhancedResolveOptions,
    { tsConfig: extractTsConfig(resolve('tsconfig.json')) },
  );
  const { modules, summary } = /** @type {import('dependency-cruiser').ICruiseResult} */ (output);
  const ours = modules.filter(
    ({ source, coreModule, couldNotResolve }) => !coreModule && !couldNotResolve && !source.includes('node_modules/'),
  );
  return { modules: ours, summary };
}

/**
 * A tool that cannot read a language reads nothing and finds nothing wrong: with the wrong TypeScript
 * this check would pass on any tree. So every file must have been read.
 * @returns {Breach[]}
 */
function unread(modules, files) {
  const sources = new Set(modules.map(({ source }) => source));
  const missing = files.filter((file) => !sources.has(file));
  if (files.length === 0)
    return [{ rule: 'modules-read', file: '.', reason: '0 modules read: there is nothing to check' }];
  return missing.map((file) => ({
    rule: 'modules-read',
    file,
    reason: 'this file was not read, so nothing is known of it',
  }));
}

/** @returns {Breach[]} */
function importBreaches({ violations }) {
  const why = new Map(config.forbidden.map(({ name, comment }) => [name, comment]));
  return violations.map(({ rule, from, to, cycle }) => {
    const path = cycle ? [from, ...cycle.map((step) => step.name ?? step)].join(' -> ') : `imports ${to}`;
    return { rule: rule.name, file: from, reason: `${path}; ${why.get(rule.name)}` };
  });
}

/** @param {Breach[]} found @returns {Breach[]} without those that are listed, with exceptions that nothing needs */
function excepted(found) {
  const listed = (/** @type {Breach} */ { rule, file }) =>
    EXCEPTIONS.some((one) => one.rule === rule && one.file === file);
  const needless = EXCEPTIONS.filter(
    (one) => existsSync(one.file) && !found.some(({ rule, file }) => one.rule === rule && one.file === file),
  );
  return [
    ...found.filter((breach) => !listed(breach)),
    ...needless.map(({ rule, file }) => ({
      rule: 'exceptions',
      file,
      reason: `needs no exception from ${rule} any longer`,
    })),
  ];
}
