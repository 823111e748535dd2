import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Settings } from '../config/settings.js';
import { newKeyFile, type KeyFile } from './key-file.js';
import { KeyRing } from './key-ring.js';

/**
 * Reads the key file, and again whenever it changes. With the embedded database it is made at the first start; with
 * a server of one's own it must be there, because lost keys mean lost personal data and nobody should find out later
 * that a new set was made silently.
 */
export function loadKeyRing({ keysFile, embedded }: Pick<Settings, 'keysFile' | 'embedded'>): KeyRing {
  if (!existsSync(keysFile)) {
    if (!embedded) {
      throw new Error(`KEYS_FILE ${keysFile} is missing; make it with \`npm run registry -- create-keys\``);
    }
    createKeyFile(keysFile);
  }
  let seen = versionOf(keysFile);
  return new KeyRing(readKeyFile(keysFile), () => {
    const version = versionOf(keysFile);
    if (version === seen || version === undefined) return undefined;
    seen = version;
    return readKeyFile(keysFile);
  });
}

/** Writes a new set of keys that only the owner may read. @throws Error when the file exists. */
export function createKeyFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, textOf(newKeyFile()), { mode: 0o600, flag: 'wx' });
}

export function readKeyFile(path: string): KeyFile {
  return JSON.parse(readFileSync(path, 'utf8')) as KeyFile;
}

/** Puts another content in the place of the file at one stroke: no reader ever sees half of it. */
export function replaceKeyFile(path: string, file: KeyFile): void {
  const part = `${path}.${process.pid}.part`;
  writeFileSync(part, textOf(file), { mode: 0o600, flag: 'wx', flush: true });
  renameSync(part, path);
}

function textOf(file: KeyFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Undefined while the file cannot be reached: the keys that are known go on serving. */
function versionOf(path: string): string | undefined {
  const { ino, mtimeNs } = statSync(path, { bigint: true, throwIfNoEntry: false }) ?? {};
  return ino === undefined ? undefined : `${ino} ${mtimeNs}`;
}
