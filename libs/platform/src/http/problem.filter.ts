import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerTo, sendProblem } from './problem-answer.js';

/** The one place where refusals and errors become HTTP. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('ProblemFilter');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const answer = answerTo(error);
    if (answer.code === 'INTERNAL') this.logger.error(describe(error));
    sendProblem(answer, request, reply);
  }
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
