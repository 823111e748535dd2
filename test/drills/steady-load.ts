import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What became of a request: a whole answer; no connection; a connection that was closed without one byte of an
 * answer, as the system does with those that the process has not yet accepted; or an answer that broke off.
 */
export type Fate = 'ANSWERED' | 'REFUSED' | 'CLOSED' | 'BROKEN';

export interface Sent {
  readonly name: string;
  readonly fate: Fate;
  readonly status?: number;
  /** Milliseconds of the system's clock at which its fate was known. */
  readonly at: number;
}

export interface Shot {
  /** Tells it apart from others. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: object;
}

/** Requests at a steady rate over kept connections, whatever becomes of them, as clients behind a proxy send them. */
export class SteadyLoad {
  readonly sent: Sent[] = [];
  private readonly agent = new Agent({ keepAlive: true });
  private readonly open = new Set<Promise<void>>();
  private readonly timer: NodeJS.Timeout;

  /** @param perSecond requests a second */
  constructor(
    private readonly url: string,
    perSecond: number,
    next: (index: number) => Shot,
  ) {
    const start = Date.now();
    let index = 0;
    // A timer that comes late sends what is due at once: the rate holds on a busy machine.
    this.timer = setInterval(() => {
      while (index < ((Date.now() - start) * perSecond) / 1_000) this.shoot(next(index++));
    }, 5);
  }

  /** Sends no more, and waits for what is on its way. */
  async end(): Promise<readonly Sent[]> {
    clearInterval(this.timer);
    while (this.open.size > 0) await Promise.race([Promise.all(this.open), sleep(50)]);
    this.agent.destroy();
    return this.sent;
  }

  private shoot(shot: Shot): void {
    const settled = this.fateOf(shot).then(({ fate, status }) => {
      this.sent.push({ name: shot.name, fate, status, at: Date.now() });
      this.open.delete(settled);
    });
    this.open.add(settled);
  }

  private fateOf({ method, path, headers, body }: Shot): Promise<Pick<Sent, 'fate' | 'status'>> {
    return new Promise((resolve) => {
      const content = body === undefined ? undefined : JSON.stringify(body);
      const type = content === undefined ? {} : { 'content-type': 'application/json' };
      const sending = request(`${this.url}${path}`, { method, agent: this.agent, headers: { ...headers, ...type } });
      let began = false;
      sending.once('response', (answer) => {
        began = true;
        const ended = () => resolve({ fate: answer.complete ? 'ANSWERED' : 'BROKEN', status: answer.statusCode });
        answer.once('close', ended).resume();
      });
      sending.once('error', (error: NodeJS.ErrnoException) => {
        if (!began) resolve({ fate: error.code === 'ECONNREFUSED' ? 'REFUSED' : 'CLOSED' });
      });
      sending.end(content);
    });
  }
}
