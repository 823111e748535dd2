import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

export type ProgramKind = 'api' | 'worker';

/** How a process ended: its exit code, or the signal that ended it. */
export type Ending = number | NodeJS.Signals;

/** A part of the built program in a process of its own, as an operator starts it. */
export class ProgramProcess {
  readonly ended: Promise<Ending>;

  private constructor(
    private readonly child: ChildProcess,
    /** Where an API answers, without a path. */
    readonly url: string,
    /** All that it wrote until now, to either stream. */
    readonly output: () => string,
  ) {
    this.ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as Ending);
  }

  /**
   * Starts it and waits until it serves.
   * @param env all its settings, as `environmentOf` gives them
   * @param main another program file than the one an operator starts
   */
  static async start(
    kind: ProgramKind,
    env: Readonly<Record<string, string>>,
    main = `dist/apps/${kind}/src/main.js`,
  ): Promise<ProgramProcess> {
    const child = spawn(process.execPath, [main, kind], {
      env: { ...process.env, ...env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      process.stderr.write(chunk);
    });
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout!.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const address = kind === 'worker' ? /ready/.exec(said) : /http:\/\/127\.0\.0\.1:\d+/.exec(said);
        if (address) resolve(address[0]);
      });
      child.once('exit', (code, signal) => reject(new Error(`the ${kind} ended with ${code ?? signal}: ${said}`)));
    });
    return new ProgramProcess(child, url, () => said);
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Sends a message over the channel and waits for its answer. */
  async ask(message: object): Promise<void> {
    const answered = once(this.child, 'message');
    this.child.send(message);
    await answered;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ending> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** Waits until it is so. @throws Error when it is not within the time. */
export async function until(what: string, isSo: () => Promise<boolean>, timeoutMs: number): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not within ${timeoutMs} ms: ${what}`);
    await sleep(50);
  }
}
