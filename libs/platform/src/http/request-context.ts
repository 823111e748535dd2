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

export function runInRequest(context: RequestContext, next: () => void): void {
  storage.run(context, next);
}
