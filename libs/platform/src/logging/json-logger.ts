import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { currentRequest } from '../http/request-context.js';

/** Where the framework tells of its own wiring at every start; of interest only when that is what one looks for. */
const WIRING: ReadonlySet<string | undefined> = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
]);

/** Nest's logger as lines of JSON. What is logged is chosen by name at each place; bodies and queries never are. */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(level: string) {
    this.pino = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  }

  log(message: unknown, context?: string): void {
    this.pino[WIRING.has(context) ? 'debug' : 'info'](this.fields(context), String(message));
  }

  warn(message: unknown, context?: string): void {
    this.pino.warn(this.fields(context), String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.pino.error(this.fields(rest.at(-1) as string | undefined), String(message));
  }

  debug(message: unknown, context?: string): void {
    this.pino.debug(this.fields(context), String(message));
  }

  /** One line per answered request: the route's pattern, never the address with what was typed into it. */
  request(fields: { method: string; route: string; status: number; ms: number; traceId: string }): void {
    this.pino.info({ context: 'http', ...fields }, 'request');
  }

  private fields(context: string | undefined): Record<string, unknown> {
    return { context, traceId: currentRequest()?.traceId };
  }
}
