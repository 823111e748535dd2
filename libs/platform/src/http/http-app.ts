import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import { PERSONAL_NUMBER } from '@app/kernel';
import type { Settings } from '../config/settings.js';
import { JsonLogger } from '../logging/json-logger.js';
import { Metrics } from '../operations/metrics.js';
import { Stopping } from '../operations/stopping.js';
import { HttpProblem, STOPPING } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { runInRequest } from './request-context.js';
import { refuseUnstorable } from './storable-text.js';
import { answerUnreadable, answerUnroutable, MAX_PARAM_LENGTH, refusalOfUrl } from './unroutable.js';
import { validationPipe } from './validation.js';

const BODY_LIMIT = 1_048_576;
export const UPLOAD_LIMIT = 50 * 1_048_576;
const PROBES: ReadonlySet<string> = new Set(['/health/live', '/health/ready', '/metrics']);
const TRACE_ID = /^[\w-]{8,64}$/;
/** As tracing tools make them, of digits and letters by chance. */
const MADE_BY_TOOLS = /^(?:[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** It is logged and audited: nobody's number may stand in it. */
function isHarmless(id: string): boolean {
  return TRACE_ID.test(id) && (MADE_BY_TOOLS.test(id) || !PERSONAL_NUMBER.test(id));
}

export function fastifyAdapter(settings: Settings): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // One proxy is trusted: what stands further left in X-Forwarded-For is whatever the caller wrote there.
    trustProxy: settings.trustProxy && ((_address: string, hop: number) => hop === 0),
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerUnreadable,
    // We say so ourselves, as a problem.
    return503OnClosing: false,
    // A caller's own id is taken over when it is harmless, so that it can find its request in our logs.
    genReqId: (request: { headers: Record<string, unknown> }) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && isHarmless(given) ? given : randomUUID();
    },
  });
}

/** What serves operators lies outside of the versioned API. */
export function setApiPrefix(app: NestFastifyApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
}

/** Everything between a socket and a controller that is the same for all of them. */
export async function configureHttpApp(app: NestFastifyApplication, settings: Settings): Promise<void> {
  const logger = new JsonLogger(settings.logLevel);
  const { requests } = app.get(Metrics);
  const stopping = app.get(Stopping);
  setApiPrefix(app);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  await app.register(helmet, { contentSecurityPolicy: { directives: swaggerUiPolicy } });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 5, parts: 6 } });
  await app.register(rateLimit, {
    max: settings.rateLimit,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { ttl }) => tooMany(Math.ceil(ttl / 1_000)),
    // A probe must never be turned away for asking often.
    allowList: (request) => PROBES.has(request.routeOptions.url ?? ''),
    ...(await sharedCounters(app, settings)),
  });
  const fastify = app.getHttpAdapter().getInstance();
  // Bodies are JSON; a text would come to the routes as a body without fields.
  fastify.removeContentTypeParser('text/plain');
  let closing = false;
  fastify.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    const refusal = refusalOfUrl(request.url);
    if (refusal) done(refusal);
    else if (closing) done(new HttpProblem(503, 'UNAVAILABLE', STOPPING, { headers: { 'retry-after': '5' } }));
    else runInRequest({ traceId: String(request.id), address: request.ip }, done);
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    // A connection left open would keep the process from ending, or be cut under its next request.
    if (stopping.hasBegun) void reply.header('connection', 'close');
    done(null, payload);
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    refuseUnstorable(request);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const fields = { method: request.method, route, status: reply.statusCode };
    requests.observe(fields, reply.elapsedTime / 1_000);
    logger.request({ ...fields, ms: Math.round(reply.elapsedTime), traceId: String(request.id) });
    done();
  });
}

function tooMany(seconds: number): HttpProblem {
  return new HttpProblem(429, 'TOO_MANY_REQUESTS', {
    zh: `请求过于频繁，请在${seconds}秒后再试`,
    en: `Too many requests; try again in ${seconds} seconds`,
  });
}

/** The API gives data, not pages; what is allowed here is what Swagger UI needs. */
const swaggerUiPolicy = {
  defaultSrc: ["'none'"],
  connectSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  frameAncestors: ["'none'"],
  formAction: ["'none'"],
  baseUri: ["'none'"],
  upgradeInsecureRequests: null,
};

/**
 * With Redis the limits count for all processes together. A Redis that is away costs the limits, never
 * a request: nothing waits for it.
 */
async function sharedCounters(
  app: NestFastifyApplication,
  { redisUrl }: Settings,
): Promise<{ redis?: Redis; skipOnError?: boolean }> {
  if (!redisUrl) return {};
  const redis = new Redis(redisUrl, {
    connectTimeout: 500,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    lazyConnect: true,
  });
  redis.on('error', () => undefined);
  await redis.connect().catch(() => undefined);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onClose', async () => redis.disconnect());
  return { redis, skipOnError: true };
}
