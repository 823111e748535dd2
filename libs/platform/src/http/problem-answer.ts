import { HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryRunnerAlreadyReleasedError } from 'typeorm';
import {
  ActionNotAllowed,
  NotFound,
  NotPermitted,
  Refusal,
  RuleViolated,
  StaleVersion,
  type Bilingual,
} from '@app/kernel';
import { languageOf } from './language.js';
import {
  HttpProblem,
  presentViolations,
  PROBLEM_TITLES,
  type Defect,
  type Problem,
  type ProblemCode,
} from './problem.js';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** What an error comes to in HTTP, before it is put in the caller's language. */
export interface ProblemAnswer {
  readonly status: number;
  readonly code: ProblemCode;
  readonly text: Bilingual;
  readonly violations?: readonly Defect[];
  readonly allowedActions?: readonly string[];
  readonly headers?: Record<string, string>;
}

const CODES_BY_STATUS: Record<number, ProblemCode> = {
  400: 'MALFORMED',
  401: 'UNAUTHENTICATED',
  403: 'NOT_PERMITTED',
  404: 'NOT_FOUND',
  408: 'REQUEST_TIMEOUT',
  409: 'ACTION_NOT_ALLOWED',
  413: 'PAYLOAD_TOO_LARGE',
  414: 'URI_TOO_LONG',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  431: 'HEADERS_TOO_LARGE',
  503: 'UNAVAILABLE',
};

/** No connection to the database: refused, broken, or shutting down (SQLSTATE classes 08 and 57P0x). */
const UNREACHABLE = /^(ECONNREFUSED|ECONNRESET|EPIPE|08...|57P0[123])$/;
/** How the driver says the same where it gives no code. */
const UNREACHABLE_MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered|was closed))/;

/** The answer to a refusal or an error. An unknown error tells the caller nothing but its trace id. */
export function answerTo(error: unknown): ProblemAnswer {
  if (error instanceof Refusal) return answerToRefusal(error);
  if (error instanceof HttpProblem) {
    return { status: error.getStatus(), code: error.code, text: error.text, ...error.extra };
  }
  const status = statusOf(error);
  if (status < 500) {
    const code = CODES_BY_STATUS[status] ?? 'MALFORMED';
    return { status, code, text: { zh: PROBLEM_TITLES[code].zh, en: (error as Error).message } };
  }
  if (lostDatabase(error)) {
    const text = { zh: '数据库暂不可用，请稍后再试', en: 'The database is away; try again shortly' };
    return { status: 503, code: 'UNAVAILABLE', text, headers: { 'retry-after': '5' } };
  }
  return { status, code: 'INTERNAL', text: { zh: '请凭追踪号联系管理员', en: 'Quote the trace id to an operator' } };
}

/** A connection that breaks within a transaction is taken away from whoever goes on to use it. */
function lostDatabase(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return (
    UNREACHABLE.test(code) || UNREACHABLE_MESSAGE.test(message) || error instanceof QueryRunnerAlreadyReleasedError
  );
}

export function sendProblem(answer: ProblemAnswer, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request.headers['accept-language']);
  void reply
    .status(answer.status)
    .headers(answer.headers ?? {})
    .header('content-type', PROBLEM_TYPE)
    .send(problemOf(answer, { language, path: request.url, traceId: String(request.id) }));
}

/** The body of an answer in the caller's language. */
export function problemOf(
  { status, code, text, violations, allowedActions }: ProblemAnswer,
  { language, path, traceId }: { language: keyof Bilingual; path: string; traceId: string },
): Problem {
  return {
    type: `urn:shuniu:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: PROBLEM_TITLES[code][language],
    status,
    detail: text[language],
    instance: path.split('?')[0],
    code,
    traceId,
    violations: violations && presentViolations(violations, language),
    allowedActions,
  };
}

function answerToRefusal(error: Refusal): ProblemAnswer {
  const { text } = error;
  if (error instanceof RuleViolated) {
    return { status: 422, code: 'RULES_VIOLATED', text, violations: error.violations };
  }
  if (error instanceof ActionNotAllowed) {
    return { status: 409, code: 'ACTION_NOT_ALLOWED', text, allowedActions: error.allowedActions };
  }
  if (error instanceof StaleVersion) return { status: 412, code: 'STALE_VERSION', text };
  if (error instanceof NotPermitted) return { status: 403, code: 'NOT_PERMITTED', text };
  if (error instanceof NotFound) return { status: 404, code: 'NOT_FOUND', text };
  throw error;
}

/** Fastify's own errors (a body too large, a broken JSON) carry a statusCode. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode: status } = error as { statusCode?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
