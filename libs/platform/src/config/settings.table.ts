import { isAbsolute, resolve } from 'node:path';

/** One setting of the program: its name, what it means, its default, and how its text is read. */
export interface SettingRow {
  readonly name: string;
  readonly meaning: string;
  /** Text used when the environment has none; absent: the setting stays empty. */
  readonly fallback?: string;
  /** Turns the text into a value or throws an Error whose message completes "NAME …". */
  readonly read: (text: string) => unknown;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** True when only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host);
}

const text = (value: string) => value;

function port(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) throw new Error('must be a port from 0 to 65535');
  return number;
}

function count(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < least || number > most) {
      throw new Error(`must be a number from ${least} to ${most}`);
    }
    return number;
  };
}

function flag(value: string): boolean {
  if (!['0', '1'].includes(value)) throw new Error('must be 0 or 1');
  return value === '1';
}

function url(...protocols: string[]): (value: string) => string {
  return (value) => {
    if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
      throw new Error(`must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`);
    }
    return value;
  };
}

const ADDRESS = /^[^\s@"<>(),:;\\[\]]+@[^\s@"<>(),:;\\[\]]+$/;

function address(value: string): string {
  if (!ADDRESS.test(value)) throw new Error('must be an e-mail address, without a name');
  return value;
}

function password(value: string): string {
  if (value.length < 12) throw new Error('must have at least 12 characters');
  return value;
}

function logLevel(value: string): string {
  const levels = ['silent', 'error', 'warn', 'info', 'debug'];
  if (!levels.includes(value)) throw new Error(`must be one of ${levels.join(', ')}`);
  return value;
}

function path(value: string): string {
  return isAbsolute(value) ? value : resolve(process.cwd(), value);
}

const postgres = url('postgres:', 'postgresql:');

/** Every setting, in the order in which `.env.example` prints them. */
export const SETTINGS = [
  { name: 'PORT', meaning: 'port of the API; 0 takes a free one', fallback: '3000', read: port },
  { name: 'HOST', meaning: 'address the API listens on', fallback: '127.0.0.1', read: text },
  { name: 'PUBLIC_URL', meaning: 'address under which users reach the API', read: url('http:', 'https:') },
  { name: 'TRUST_PROXY', meaning: '1 when a proxy in front sets X-Forwarded-For', fallback: '0', read: flag },
  { name: 'DATA_DIR', meaning: 'folder of uploads, keys and the embedded database', fallback: '.data', read: path },
  { name: 'DATABASE_URL', meaning: 'PostgreSQL as the application role; empty: embedded server', read: postgres },
  { name: 'DATABASE_OWNER_URL', meaning: 'the same database as its owner, for migrations', read: postgres },
  { name: 'DATABASE_POOL', meaning: 'connections to the database of one process', fallback: '20', read: count(2, 500) },
  {
    name: 'REDIS_URL',
    meaning: 'Redis that wakes workers on any machine and shares rate limits',
    read: url('redis:', 'rediss:'),
  },
  { name: 'SMTP_URL', meaning: 'mail server for notices; empty: no e-mail is sent', read: url('smtp:', 'smtps:') },
  { name: 'SMTP_FROM', meaning: 'address from which notices are sent', read: address },
  { name: 'PG_PORT', meaning: 'port of the embedded server; empty: a free one', read: port },
  { name: 'KEYS_FILE', meaning: 'file with the encryption keys; empty: DATA_DIR/keys.json', read: path },
  { name: 'DEMO', meaning: '1 to have demo accounts; always on with the embedded server', fallback: '0', read: flag },
  { name: 'DEMO_PASSWORD', meaning: 'one password for all demo accounts; empty: generated', read: password },
  { name: 'RATE_LIMIT', meaning: 'requests a minute from one address', fallback: '1200', read: count(1, 1_000_000) },
  { name: 'LOG_LEVEL', meaning: 'silent, error, warn, info or debug', fallback: 'info', read: logLevel },
] as const satisfies readonly SettingRow[];
