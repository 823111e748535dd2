import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Settings } from '../config/settings.js';
import { KeyRing, type KeyFile } from './key-ring.js';

/**
 * Reads the key file. With the embedded database it is made at the first start; with a server of
 * one's own it must be there, because lost keys mean lost personal data and nobody should find out
 * later that a new set was made silently.
 */
export function loadKeyRing(settings: Pick<Settings, 'keysFile' | 'embedded'>): KeyRing {
  if (!existsSync(settings.keysFile)) {
    if (!settings.embedded) {
      throw new Error(`KEYS_FILE ${settings.keysFile} is missing; make it with \`npm run registry -- create-keys\``);
    }
    createKeyFile(settings.keysFile);
  }
  return new KeyRing(JSON.parse(readFileSync(settings.keysFile, 'utf8')) as KeyFile);
}

/** Writes a new set of keys that only the owner may read. @throws Error when the file exists. */
export function createKeyFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(KeyRing.generate(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}
