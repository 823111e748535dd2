import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { withLock } from './lock.mjs';
import { ROOT, say } from './project.mjs';
import { step } from './run.mjs';

const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.build-stamp');
/** Not in dist, which the build removes. */
const LOCK = join(ROOT, 'node_modules/.shuniu-build-lock');

/** Builds when a source changed since the last build that succeeded; its stamp is written last. */
export async function ensureBuilt() {
  await withLock(LOCK, async () => {
    const wanted = hashOf(sources());
    if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
    say('Building …');
    rmSync(DIST, { recursive: true, force: true });
    await step('nest build', ['node_modules/@nestjs/cli/bin/nest.js', 'build'], { stdio: ['ignore', 2, 2] });
    copyAssets();
    writeFileSync(STAMP, wanted);
  });
}

/** @returns {string[]} what the result of a build depends on, as paths in a stable order */
function sources() {
  const files = ['apps', 'libs', 'migrations']
    .flatMap(filesBelow)
    .filter((path) => !path.startsWith('apps/launcher/') && !/\.(spec\.ts|md)$/.test(path));
  const settings = readdirSync(ROOT).filter((name) => /^(nest-cli|package-lock|tsconfig.*)\.json$/.test(name));
  return [...files, ...settings].sort();
}

/** The compiler carries only TypeScript over: tables, fonts and word lists beside it are copied to the same place. */
function copyAssets() {
  const assets = ['apps', 'libs']
    .flatMap(filesBelow)
    .filter((path) => /^[^/]+\/[^/]+\/src\//.test(path) && !/\.(ts|md)$/.test(path));
  for (const path of assets) cpSync(join(ROOT, path), join(DIST, path));
}

/** @param {string} folder @returns {string[]} with / on every system, relative to the root */
function filesBelow(folder) {
  const from = join(ROOT, folder);
  if (!existsSync(from)) return [];
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** @param {string[]} paths */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const content = readFileSync(join(ROOT, path));
    hash.update(`${path} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}
