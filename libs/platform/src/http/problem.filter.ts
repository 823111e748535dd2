import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
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
import { HttpProblem, PROBLEM_TITLES, type Problem, type ProblemCode } from './problem.js';

interface Answer {
  status: number;
  code: ProblemCode;
  text: Bilingual;
  violations?: Problem['violations'];
  allowedActions?: readonly string[];
  headers?: Record<string, string>;
}

const CODES_BY_STATUS: Record<number, ProblemCode> = {
  400: 'MALFORMED',
  401: 'UNAUTHENTICATED',
  403: 'NOT_PERMITTED',
  404: 'NOT_FOUND',
  409: 'ACTION_NOT_ALLOWED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
};

/** The one place where refusals and errors become HTTP. An unknown error tells the caller nothing but its trace id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('ProblemFilter');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const language = languageOf(request.headers['accept-language']);
    const answer = this.answer(error, language);
    const problem: Problem = {
      type: `urn:shuniu:problem:${answer.code.toLowerCase().replaceAll('_', '-')}`,
      title: PROBLEM_TITLES[answer.code][language],
      status: answer.status,
      detail: answer.text[language],
      instance: request.url.split('?')[0],
      code: answer.code,
      traceId: String(request.id),
      violations: answer.violations,
      allowedActions: answer.allowedActions,
    };
    void reply
      .status(answer.status)
      .headers(answer.headers ?? {})
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(problem);
  }

  private answer(error: unknown, language: keyof Bilingual): Answer {
    if (error instanceof Refusal) return this.refusal(error, language);
    if (error instanceof HttpProblem) {
      return { status: error.getStatus(), code: error.code, text: error.text, ...error.extra };
    }
    const status = statusOf(error);
    if (status < 500) {
      const code = CODES_BY_STATUS[status] ?? 'MALFORMED';
      return { status, code, text: { zh: PROBLEM_TITLES[code].zh, en: (error as Error).message } };
    }
    this.logger.error(describe(error));
    return { status, code: 'INTERNAL', text: { zh: '请凭追踪号联系管理员', en: 'Quote the trace id to an operator' } };
  }

  private refusal(error: Refusal, language: keyof Bilingual): Answer {
    const { text } = error;
    if (error instanceof RuleViolated) {
      const violations = error.violations.map(({ code, pointer, message, citation }) => ({
        code,
        pointer,
        message: message[language],
        citation,
      }));
      return { status: 422, code: 'RULES_VIOLATED', text, violations };
    }
    if (error instanceof ActionNotAllowed) {
      return { status: 409, code: 'ACTION_NOT_ALLOWED', text, allowedActions: error.allowedActions };
    }
    if (error instanceof StaleVersion) return { status: 412, code: 'STALE_VERSION', text };
    if (error instanceof NotPermitted) return { status: 403, code: 'NOT_PERMITTED', text };
    if (error instanceof NotFound) return { status: 404, code: 'NOT_FOUND', text };
    throw error;
  }
}

/** What PostgreSQL answers to a text with a NUL in it: valid JSON, but no text that can be kept. */
const UNSTORABLE = new Set(['22021', '22P05']);

/** Fastify's own errors (a body too large, a broken JSON) carry a statusCode. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode: status, code } = error as { statusCode?: unknown; code?: unknown };
  if (UNSTORABLE.has(String(code))) return 400;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

/** Message and stack without the parameters of a failed query, which may hold personal data. */
function describe(error: unknown): string {
  const { name, message, stack, code } = error as Error & { code?: string };
  const frames = stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .join('\n');
  return `${name}${code ? ` ${code}` : ''}: ${message}\n${frames ?? ''}`;
}
