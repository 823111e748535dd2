import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { answerTo, PROBLEM_TYPE, problemOf, sendProblem } from './problem-answer.js';
import { HttpProblem } from './problem.js';

/** The longest part of a path that a route takes in. */
export const MAX_PARAM_LENGTH = 200;

/** The longest path with its query; a page of any list is asked for in a fraction of it. */
const MAX_URL_LENGTH = 4_096;

const URL_TOO_LONG = new HttpProblem(414, 'URI_TOO_LONG', {
  zh: `网址超过${MAX_URL_LENGTH}个字符`,
  en: `The address is longer than ${MAX_URL_LENGTH} characters`,
});

/** Why an address is not even to be taken apart; undefined when it is. */
export function refusalOfUrl(url: string): HttpProblem | undefined {
  return url.length > MAX_URL_LENGTH ? URL_TOO_LONG : undefined;
}

const UNROUTABLE: Readonly<Record<string, HttpProblem>> = {
  FST_ERR_BAD_URL: new HttpProblem(400, 'MALFORMED', {
    zh: '路径中的百分号编码有误',
    en: 'The path is not validly percent-encoded',
  }),
  FST_ERR_MAX_PARAM_LENGTH: new HttpProblem(414, 'URI_TOO_LONG', {
    zh: `路径中有一段超过${MAX_PARAM_LENGTH}个字符`,
    en: `A part of the path is longer than ${MAX_PARAM_LENGTH} characters`,
  }),
};

/** Answers a path that no route could even be looked up for; no hook has run yet. */
export function answerUnroutable(error: { code?: string }, request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('x-request-id', request.id);
  sendProblem(answerTo(UNROUTABLE[error.code ?? ''] ?? error), request, reply);
}

const UNREADABLE: Readonly<Record<string, HttpProblem>> = {
  HPE_HEADER_OVERFLOW: new HttpProblem(431, 'HEADERS_TOO_LARGE', {
    zh: '请求头超过上限',
    en: 'The headers are larger than the limit',
  }),
  ERR_HTTP_REQUEST_TIMEOUT: new HttpProblem(408, 'REQUEST_TIMEOUT', {
    zh: '请求没有在时限内发送完毕',
    en: 'The request was not sent in time',
  }),
};
const NOT_HTTP = new HttpProblem(400, 'MALFORMED', { zh: '不是有效的 HTTP 请求', en: 'Not a valid HTTP request' });

/** Answers what could not be read as a request: there are no headers, so nothing tells the caller's language. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const answer = answerTo(UNREADABLE[error.code ?? ''] ?? NOT_HTTP);
  const traceId = randomUUID();
  const body = JSON.stringify(problemOf(answer, { language: 'zh', path: '', traceId }));
  const head = [
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}`,
    `x-request-id: ${traceId}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
}
