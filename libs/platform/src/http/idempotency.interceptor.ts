import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, type Observable, lastValueFrom } from 'rxjs';
import { canonicalJson } from '@app/kernel';
import { IdempotencyStore, type KeyRow } from './idempotency-store.js';
import { HttpProblem } from './problem.js';
import { currentRequest } from './request-context.js';

type InjectedAnswer = Awaited<ReturnType<FastifyRequest['server']['inject']>>;

const KEY_SHAPE = /^[\x21-\x7e]{1,200}$/;

/**
 * Gives a retried POST the first answer again. One request holds the key's claim and runs; others
 * with the same key and body get its answer, or 409 while it runs. A request that died before its
 * effect gives the claim up after a while; one that died after it is answered from the record.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly store: IdempotencyStore) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { user?: { accountId: string } }>();
    const key = request.headers['idempotency-key'];
    if (key === undefined) return next.handle();
    if (typeof key !== 'string' || !KEY_SHAPE.test(key)) {
      throw new HttpProblem(400, 'MALFORMED', { zh: 'Idempotency-Key 无效', en: 'Idempotency-Key is not valid' });
    }
    const owner = request.user?.accountId ?? `address:${request.ip}`;
    return from(this.once(owner, key, request, context.switchToHttp().getResponse<FastifyReply>(), next));
  }

  private async once(owner: string, key: string, request: FastifyRequest, reply: FastifyReply, next: CallHandler) {
    const { claim, row } = await this.store.claim(owner, key, this.fingerprint(request));
    if (!claim) return this.repeat(row, request, reply);
    currentRequest()!.idempotencyClaim = claim;
    try {
      const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.store.finish(claim, answerOf(reply, body));
      return body;
    } catch (error) {
      await this.store.abandon(claim);
      throw error;
    }
  }

  private async repeat(row: KeyRow, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (row.fingerprint !== this.fingerprint(request)) {
      const text = { zh: '该幂等键已用于内容不同的请求', en: 'This key was used for a different request' };
      throw new HttpProblem(422, 'IDEMPOTENCY_KEY_REUSED', text);
    }
    if (row.answer) {
      void reply.status(row.answer.status).headers({ ...row.answer.headers, 'idempotent-replayed': 'true' });
      return row.answer.body;
    }
    if (row.effective) return this.readAgain(row.resource, request, reply);
    throw inFlight();
  }

  private fingerprint(request: FastifyRequest): string {
    const content = [request.method, request.url, request.headers['if-match'] ?? '', request.body ?? null];
    return this.store.fingerprint(canonicalJson(content));
  }

  /**
   * The effect happened but its answer was lost with the process: the record as it stands is the answer,
   * with the status that the route always gives. Where it lies the use case has said (`tx.resource`); an
   * action acted on what its path names (POST …/{id}/actions/{action}). What cannot be read there
   * is answered with 204: it was done, and nothing more can be told.
   */
  private async readAgain(created: string | null, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const [subject, action] = request.url.split('/actions/');
    const url = created ?? (action === undefined ? undefined : subject);
    const answer = url === undefined ? undefined : await this.read(url, request);
    if (answer && ![200, 403, 404].includes(answer.statusCode)) throw inFlight();
    void reply.header('idempotent-replayed', 'true');
    if (answer?.statusCode !== 200 || reply.statusCode === 204) {
      void reply.status(204);
      return undefined;
    }
    if (reply.statusCode === 201) void reply.header('location', url);
    if (answer.headers.etag) void reply.header('etag', answer.headers.etag);
    return answer.json();
  }

  private read(url: string, { server, headers }: FastifyRequest): Promise<InjectedAnswer> {
    const { authorization = '', 'accept-language': language = '' } = headers;
    return server.inject({ method: 'GET', url, headers: { authorization, 'accept-language': language } });
  }
}

function inFlight(): HttpProblem {
  const text = { zh: '相同请求正在处理，请稍后再试', en: 'The same request is being processed; try again shortly' };
  return new HttpProblem(409, 'REQUEST_IN_FLIGHT', text, { headers: { 'retry-after': '1' } });
}

function answerOf(reply: FastifyReply, body: unknown): NonNullable<KeyRow['answer']> {
  const kept = ['etag', 'location'].flatMap((name) => {
    const value = reply.getHeader(name);
    return value === undefined ? [] : [[name, String(value)] as const];
  });
  return { status: reply.statusCode, headers: Object.fromEntries(kept), body };
}
