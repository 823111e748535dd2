import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './project.mjs';

/** Where Debian puts the programs of each major version of PostgreSQL. */
const DEBIAN = '/usr/lib/postgresql';

/**
 * The folder of a whole PostgreSQL with server, pg_dump and pg_restore: backups are tested with it. Undefined where
 * there is none: those tests are left out, and it is said plainly.
 * @returns {string | undefined}
 */
export function postgresPrograms() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((folder) => ['initdb', 'pg_ctl', 'pg_dump', 'pg_restore'].every((name) => existsSync(join(folder, name))));
  if (!found) say('LEFT OUT: the tests of backups with pg_dump. Install the package postgresql to run them.');
  return found;
}
