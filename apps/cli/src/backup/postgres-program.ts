import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs `pg_dump` or `pg_restore` on a database. The password goes by the environment: arguments are seen by every
 * account of the machine.
 * @throws Error when the program is not on the machine or fails; it has said why on standard error.
 */
export async function runPostgresProgram(program: string, args: readonly string[], url: string): Promise<void> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const child = spawn(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PGHOST: searchParams.get('host') ?? hostname,
      PGPORT: port || '5432',
      PGUSER: decodeURIComponent(username),
      PGPASSWORD: decodeURIComponent(password),
      PGDATABASE: decodeURIComponent(pathname.slice(1)),
      ...(searchParams.has('sslmode') ? { PGSSLMODE: searchParams.get('sslmode')! } : {}),
    },
  });
  const code = await once(child, 'exit').then(
    ([exit]) => exit as number,
    (error: NodeJS.ErrnoException) => {
      throw new Error(error.code === 'ENOENT' ? `${program} is not on this machine` : error.message);
    },
  );
  if (code !== 0) throw new Error(`${program} failed (exit code ${code})`);
}
