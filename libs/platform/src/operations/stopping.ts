import { type BeforeApplicationShutdown, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';
import { Server as TcpServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a server that was told to stop still answers, so that whoever sends it requests can turn away. */
const DRAIN_MS = 2_000;
/** How long a connection may be silent after that; a request may be on its way on it. */
const SILENCE_MS = 1_000;

/**
 * Whether this process is about to end. The order of an end: it is not ready any more; it goes on answering for
 * a moment, and each answer closes its connection; it takes no further requests and jobs and finishes those that
 * it has; then queue, Redis and database are closed.
 */
@Injectable()
export class Stopping implements OnModuleDestroy, BeforeApplicationShutdown {
  private begun = false;

  constructor(private readonly http: HttpAdapterHost) {}

  get hasBegun(): boolean {
    return this.begun;
  }

  /** The first of all hooks of an end. */
  onModuleDestroy(): void {
    this.begun = true;
  }

  /** @param signal absent where the program is closed from within, and nobody is connected to it */
  async beforeApplicationShutdown(signal?: string): Promise<void> {
    if (!signal || !this.http.listening) return;
    await sleep(DRAIN_MS);
    await endConnections(this.http.httpAdapter.getHttpServer() as Server);
  }
}

/**
 * Takes no new connection and waits until the open ones have ended, each with its answer. The close of an HTTP
 * server would at once cut off those that are silent, also one whose request has arrived and was not yet read.
 */
async function endConnections(server: Server): Promise<void> {
  const ended = new Promise((resolve) => TcpServer.prototype.close.call(server, resolve));
  const silence = setInterval(() => server.closeIdleConnections(), SILENCE_MS);
  await ended;
  clearInterval(silence);
}
