import { join } from 'node:path';
import { isLoopback, SETTINGS, type SettingRow } from './settings.table.js';

/** The settings of this process, read once and checked at start. */
export class Settings {
  port: number;
  host: string;
  publicUrl?: string;
  trustProxy: boolean;
  dataDir: string;
  databaseUrl: string;
  databaseOwnerUrl?: string;
  databasePool: number;
  redisUrl?: string;
  smtpUrl?: string;
  smtpFrom?: string;
  pgPort?: number;
  keysFile: string;
  demo: boolean;
  demoPassword?: string;
  rateLimit: number;
  logLevel: string;
  /** True when the launcher started the database of this process. */
  embedded: boolean;
}

/** The environment holds settings that cannot be used; the message names every one. */
export class SettingsInvalid extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`设置有误 / invalid settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * Reads all settings from an environment.
 * @throws SettingsInvalid naming every wrong setting at once.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const problems: string[] = [];
  const settings = new Settings();
  for (const row of SETTINGS as readonly SettingRow[]) {
    const raw = environment[row.name] || row.fallback;
    if (raw === undefined) continue;
    try {
      Object.assign(settings, { [propertyOf(row.name)]: row.read(raw) });
    } catch (error) {
      problems.push(`${row.name} ${(error as Error).message}`);
    }
  }
  settings.embedded = environment.SHUNIU_EMBEDDED === '1';
  settings.demo ||= settings.embedded;
  settings.keysFile ??= join(settings.dataDir ?? '.data', 'keys.json');
  if (!settings.databaseUrl && !environment.DATABASE_URL) {
    problems.push('DATABASE_URL is empty; start with `npm start`, which brings an embedded server');
  }
  if (settings.demo && settings.host && !isLoopback(settings.host)) {
    problems.push('HOST must be a loopback address while demo accounts exist (embedded database or DEMO=1)');
  }
  if (settings.smtpUrl && !environment.SMTP_FROM) {
    problems.push('SMTP_FROM is empty; a mail server takes no letter without a sender');
  }
  if (problems.length > 0) throw new SettingsInvalid(problems);
  return settings;
}

/** DATABASE_OWNER_URL -> databaseOwnerUrl */
function propertyOf(name: string): string {
  return name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The text of `.env.example`, so that the file can never tell of settings that do not exist. */
export function environmentExample(): string {
  const rows = (SETTINGS as readonly SettingRow[]).map((row) => `# ${row.meaning}\n${row.name}=${row.fallback ?? ''}`);
  return `# Settings of Shuniu. Copy to .env; an empty line takes the default.\n\n${rows.join('\n\n')}\n`;
}
