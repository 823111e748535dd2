import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { say, PlainError, ROOT } from './project.mjs';
import { step } from './run.mjs';

const LOCK = join(ROOT, 'package-lock.json');
/** npm writes this file last, so its absence betrays an install that was interrupted. */
const INSTALLED = join(ROOT, 'node_modules/.package-lock.json');
const STAMP = join(ROOT, 'node_modules/.shuniu-lock-stamp');
/** Part of the stamp: a node_modules copied from another machine has the wrong binaries. */
const PLATFORM = `${process.platform}-${process.arch}`;

/** Installs what package-lock.json names, unless it is there: `npm start` must work in a fresh clone. */
export async function ensureInstalled() {
  const wanted = stamp();
  if (existsSync(INSTALLED) && read(STAMP) === wanted) return;
  if (!installedByHand()) {
    say('Installing the packages (npm ci) …');
    // NODE_ENV=production would leave out the compiler, which the first start needs.
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
    await step('npm ci', [npm(), ...args], { stdio: ['ignore', 2, 2] });
  }
  writeFileSync(STAMP, wanted);
}

function stamp() {
  const hash = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  return `${hash} ${PLATFORM}`;
}

/** A developer's own `npm ci` or `npm install` wrote no stamp; it counts when it holds exactly what is locked. */
function installedByHand() {
  const installed = read(INSTALLED) && JSON.parse(read(INSTALLED)).packages;
  const onAnotherPlatform = read(STAMP)?.endsWith(PLATFORM) === false;
  if (!installed || onAnotherPlatform) return false;
  const locked = JSON.parse(readFileSync(LOCK, 'utf8')).packages;
  const missing = Object.keys(locked).some(
    (path) => path !== '' && !locked[path].optional && !locked[path].devOptional && !installed[path],
  );
  const wrong = Object.keys(installed).some((path) => installed[path].integrity !== locked[path]?.integrity);
  return !missing && !wrong;
}

/** The npm that runs us, else the one that comes with this Node: both are JavaScript and need no shell. */
function npm() {
  const running = process.env.npm_execpath ?? '';
  const candidates = [
    ...(basename(running).startsWith('npm') ? [running] : []),
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
    join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  const found = candidates.find((path) => existsSync(path));
  if (!found) throw new PlainError('npm was not found: run `npm ci` once, then start again.');
  return found;
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
