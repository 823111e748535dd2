import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from './project.mjs';

/**
 * The folder that holds everything a run leaves behind.
 * @param {NodeJS.ProcessEnv} settings
 * @returns {string} absolute, and there
 */
export function dataDir(settings) {
  const folder = resolve(ROOT, settings.DATA_DIR || '.data');
  if (!existsSync(folder)) makePrivate(folder);
  return folder;
}

/**
 * Nobody else may list or read it. Root lets others pass through, because root's database server runs as somebody
 * else and has its own folder inside.
 * @param {string} folder
 */
export function makePrivate(folder) {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
}
