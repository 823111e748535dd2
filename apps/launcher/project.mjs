import { resolve } from 'node:path';

/** The folder of the checkout: every path of the launcher starts here, so that it runs from any working directory. */
export const ROOT = resolve(import.meta.dirname, '../..');

/**
 * The launcher speaks on stderr only. Standard output belongs to the program that is run, so that
 * `npm run -s registry -- … > file` gives a clean file.
 * @param {string} message
 */
export function say(message) {
  process.stderr.write(`[shuniu] ${message}\n`);
}

/** A mistake that the reader can mend: its message is shown without a stack trace. */
export class PlainError extends Error {}
