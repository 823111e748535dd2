import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Settings } from '@app/platform';

/** Clear passwords by username. */
export type DemoPasswords = Readonly<Record<string, string>>;

/** Where the generated passwords of the demo accounts lie. */
export function demoPasswordFile({ dataDir }: Pick<Settings, 'dataDir'>): string {
  return join(dataDir, 'demo-accounts.json');
}

/** What the file says; nothing when it is lost or cannot be read as one of ours. */
export function readDemoPasswords(path: string): DemoPasswords {
  if (!existsSync(path)) return {};
  try {
    const entries = Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>);
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}

/** Writes the file whole or not at all, for its owner only. */
export function writeDemoPasswords(path: string, passwords: DemoPasswords): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
  chmodSync(temporary, 0o600);
  renameSync(temporary, path);
}
