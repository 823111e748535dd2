import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const dataDir = mkdtempSync(join(tmpdir(), 'shuniu-start-'));
const running: ChildProcess[] = [];

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

interface Started {
  readonly launcher: ChildProcess;
  readonly address: string;
  readonly output: () => string;
}

/** `npm start` as a user has it, on a data folder of its own; settles when the program says where it is. */
async function start(settings: Record<string, string> = {}): Promise<Started> {
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, ...inherited } = process.env;
  const env = { ...inherited, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', NODE_OPTIONS: '', ...settings };
  const launcher = spawn(process.execPath, ['apps/launcher/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(launcher);
  let text = '';
  for (const stream of [launcher.stdout, launcher.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  for (;;) {
    const address = /API\s+(http:\/\/\S+)\/api\/v1/.exec(text)?.[1];
    if (address) return { launcher, address, output: () => text };
    if (launcher.exitCode !== null) throw new Error(`it ended with ${launcher.exitCode}:\n${text}`);
    await sleep(50);
  }
}

async function ended(child: ChildProcess): Promise<number | null> {
  while (child.exitCode === null && child.signalCode === null) await sleep(50);
  return child.exitCode;
}

const alive = (address: string) =>
  fetch(`${address}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

it('starts the database, migrates, seeds, serves, and stops it all at once; a second start finds everything again', async () => {
  const first = await start();
  expect(await alive(first.address)).toBe(true);
  expect(first.output()).toMatch(/Swagger UI {2}http\S+\/api\/docs/);
  expect(first.output()).toContain('administrator2');
  const file = join(dataDir, 'demo-accounts.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const passwords = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  expect(first.output()).not.toContain(passwords.approval);
  const login = (address: string) =>
    fetch(`${address}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'approval', password: passwords.approval }),
    });
  expect((await login(first.address)).status).toBe(200);
  expect((await fetch(`${first.address}/api/docs`)).status).toBe(200);

  first.launcher.kill('SIGINT');
  expect(await ended(first.launcher)).toBe(0);
  expect(await alive(first.address)).toBe(false);

  const second = await start();
  expect((await login(second.address)).status).toBe(200);
  second.launcher.kill('SIGTERM');
  expect(await ended(second.launcher)).toBe(0);
}, 120_000);

it('starts again after a kill of the launcher, which leaves nothing that holds the port', async () => {
  const killed = await start();
  killed.launcher.kill('SIGKILL');
  await ended(killed.launcher);
  while (await alive(killed.address)) await sleep(50);
  const again = await start();
  expect(await alive(again.address)).toBe(true);
  again.launcher.kill('SIGINT');
  expect(await ended(again.launcher)).toBe(0);
}, 120_000);

it('names every wrong setting and starts nothing', async () => {
  await expect(start({ PORT: 'many', RATE_LIMIT: '0', HOST: '0.0.0.0' })).rejects.toThrow(
    /PORT must[\s\S]*RATE_LIMIT must[\s\S]*HOST must/,
  );
}, 60_000);
