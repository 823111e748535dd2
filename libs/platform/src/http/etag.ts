import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StaleVersion } from '@app/kernel';
import { HttpProblem } from './problem.js';

/** Answers with a strong ETag of the record's version. */
export function setEtag(reply: FastifyReply, version: number): void {
  void reply.header('etag', `"${version}"`);
}

/**
 * The version that the caller says it read (If-Match). 428 when the header is missing, 400 when it
 * is not one of our tags.
 */
export function expectedVersion({ headers }: FastifyRequest): number {
  const header = headers['if-match'];
  if (!header) {
    const text = {
      zh: '修改前须以 If-Match 注明所读取的版本',
      en: 'A change needs If-Match with the version you read',
    };
    throw new HttpProblem(428, 'VERSION_REQUIRED', text);
  }
  const match = /^"(\d{1,9})"$/.exec(header.trim());
  if (!match) {
    throw new HttpProblem(400, 'MALFORMED', { zh: 'If-Match 应为 "版本号"', en: 'If-Match must be "<version>"' });
  }
  return Number(match[1]);
}

export const ExpectedVersion = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  expectedVersion(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** @throws StaleVersion when the record is not at the version the caller read. */
export function requireVersion(current: number, expected: number): void {
  if (current !== expected) throw new StaleVersion(current);
}
