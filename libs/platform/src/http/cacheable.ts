import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How long a public answer may be shown from a cache before it is asked about again, in seconds. */
const FRESH_SECONDS = 60;

/** Answers a public read with an ETag over its bytes: 304 to those who have it already. */
export function answerCacheable(request: FastifyRequest, reply: FastifyReply, body: unknown): void {
  const text = JSON.stringify(body);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  void reply
    .header('etag', etag)
    .header('cache-control', `public, max-age=${FRESH_SECONDS}`)
    .header('content-type', 'application/json; charset=utf-8');
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.includes(etag)) void reply.status(304).send();
  else void reply.send(text);
}
