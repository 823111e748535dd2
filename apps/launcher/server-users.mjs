import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isRunning } from './process-identity.mjs';

/**
 * Who uses the embedded server of a data folder: one file for each process. The last one out turns off the light; so
 * a command that runs beside the program cannot stop the server under it, and whoever comes after a killed program
 * takes its duty over.
 */
export class ServerUsers {
  /** @param {string} dataDir */
  constructor(dataDir) {
    this.folder = join(dataDir, 'postgres-users');
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  enter() {
    writeFileSync(join(this.folder, String(process.pid)), identityOf(process.pid) ?? '');
  }

  leave() {
    rmSync(join(this.folder, String(process.pid)), { force: true });
  }

  /** @returns {boolean} whether a living process other than this one uses the server */
  hasOthers() {
    const others = readdirSync(this.folder).filter((name) => name !== String(process.pid));
    const living = others.filter((name) => isRunning(readFileSync(join(this.folder, name), 'utf8')));
    for (const name of others) if (!living.includes(name)) rmSync(join(this.folder, name), { force: true });
    return living.length > 0;
  }
}
