import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

/**
 * The settings: the real environment, and below it what `.env` in the project's root says.
 * @returns {NodeJS.ProcessEnv}
 */
export function readSettings() {
  const path = join(ROOT, '.env');
  return existsSync(path) ? { ...parse(readFileSync(path, 'utf8')), ...process.env } : { ...process.env };
}

/**
 * Lines `KEY=VALUE`; the value may stand in quotes. No expansion and no escapes: a password may hold `$` and `\`.
 * @param {string} text
 */
function parse(text) {
  /** @type {Record<string, string>} */
  const settings = {};
  for (const line of text.split(/\r?\n/)) {
    const [key, ...value] = line.split('=');
    const name = key.trim();
    if (/^[A-Za-z_]\w*$/.test(name) && value.length > 0)
      settings[name] = value
        .join('=')
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2');
  }
  return settings;
}
