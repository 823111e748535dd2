import { HttpException } from '@nestjs/common';
import type { Bilingual, Citation } from '@app/kernel';

/** A defect as an answer shows it; the citation is there when a law is broken. */
export interface ProblemViolation {
  code: string;
  pointer: string;
  message: string;
  citation?: Citation;
}

/** RFC 9457 problem details as this API gives them. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  traceId: string;
  violations?: ProblemViolation[];
  allowedActions?: readonly string[];
}

/** Titles of the problems by their stable code. */
export const PROBLEM_TITLES = {
  MALFORMED: { zh: '请求格式有误', en: 'Malformed request' },
  UNAUTHENTICATED: { zh: '未登录或登录已失效', en: 'Not logged in' },
  NOT_PERMITTED: { zh: '没有权限', en: 'Not permitted' },
  NOT_FOUND: { zh: '没有找到', en: 'Not found' },
  ACTION_NOT_ALLOWED: { zh: '当前状态下不能办理', en: 'Not possible in this state' },
  REQUEST_IN_FLIGHT: { zh: '相同请求正在处理', en: 'The same request is in flight' },
  STALE_VERSION: { zh: '记录已更新', en: 'Stale version' },
  REQUEST_TIMEOUT: { zh: '请求超时', en: 'Request timeout' },
  PAYLOAD_TOO_LARGE: { zh: '内容过大', en: 'Payload too large' },
  URI_TOO_LONG: { zh: '路径过长', en: 'URI too long' },
  UNSUPPORTED_MEDIA_TYPE: { zh: '不支持的内容类型', en: 'Unsupported media type' },
  RULES_VIOLATED: { zh: '不符合规定', en: 'Rules violated' },
  IDEMPOTENCY_KEY_REUSED: { zh: '幂等键已用于其他请求', en: 'Idempotency key used for another request' },
  VERSION_REQUIRED: { zh: '缺少 If-Match', en: 'If-Match required' },
  HEADERS_TOO_LARGE: { zh: '请求头过大', en: 'Headers too large' },
  TOO_MANY_REQUESTS: { zh: '请求过于频繁', en: 'Too many requests' },
  INTERNAL: { zh: '系统内部错误', en: 'Internal error' },
  UNAVAILABLE: { zh: '服务暂不可用', en: 'Service unavailable' },
} as const satisfies Record<string, Bilingual>;

/** What is said while the process is about to end. */
export const STOPPING: Bilingual = {
  zh: '服务正在停止，请稍后再试',
  en: 'The service is stopping; try again shortly',
};

/** A defect in both languages, as it is before somebody is answered. */
export interface Defect {
  readonly code: string;
  readonly pointer: string;
  readonly message: Bilingual;
  readonly citation?: Citation;
}

/** Defects in the language of whoever is answered. */
export function presentViolations(defects: readonly Defect[], language: keyof Bilingual): ProblemViolation[] {
  return defects.map(({ code, pointer, message, citation }) => {
    return { code, pointer, message: message[language], citation };
  });
}

export type ProblemCode = keyof typeof PROBLEM_TITLES;

/** A refusal that belongs to HTTP itself (a header, a limit, a format), not to a rule of the field. */
export class HttpProblem extends HttpException {
  constructor(
    status: number,
    readonly code: ProblemCode,
    readonly text: Bilingual,
    readonly extra: { violations?: readonly Defect[]; headers?: Record<string, string> } = {},
  ) {
    super(text.en, status);
  }
}

/** How many defects of form one answer lists: a body of a megabyte can have many more. */
const MOST_DEFECTS = 100;

/** The 400 of a request that does not fit the schema. */
export function malformed(defects: readonly Defect[]): HttpProblem {
  const text = { zh: '请求内容不符合接口格式', en: 'The request does not fit the schema' };
  return new HttpProblem(400, 'MALFORMED', text, { violations: defects.slice(0, MOST_DEFECTS) });
}

/** The JSON pointer (RFC 6901) to a member. */
export function pointerTo(parent: string, member: string): string {
  return `${parent}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
