import { AsyncLocalStorage } from 'node:async_hooks';

/** The right of one request to run the effect of an Idempotency-Key. */
export interface IdempotencyClaim {
  readonly owner: string;
  readonly key: string;
  readonly attempt: number;
}

/** What belongs to the request that is being answered, wherever in the program that happens. */
export interface RequestContext {
  readonly traceId: string;
  readonly address: string;
  idempotencyClaim?: IdempotencyClaim;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The request being answered; undefined in jobs and on the command line. */
export function currentRequest(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs what a request set going and nobody waits for: it is no part of the request, and has no share in its claim. */
export function runOutsideRequest<T>(work: () => T): T {
  return storage.exit(work);
}

export function runInRequest(context: RequestContext, next: () => void): void {
  storage.run(context, next);
}
