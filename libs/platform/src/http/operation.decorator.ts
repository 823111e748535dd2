import { applyDecorators, UseInterceptors } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

export class CitationDto {
  @ApiProperty({ example: '社会团体登记管理条例' })
  law: string;

  @ApiProperty({ example: '第十条第一款第(一)项' })
  article: string;
}

export class ProblemViolationDto {
  @ApiProperty({ example: 'SG-MEMBERS' })
  code: string;

  @ApiProperty({ example: '/members/individuals', description: 'JSON pointer to the defect' })
  pointer: string;

  @ApiProperty({ example: '个人会员49个，不足50个' })
  message: string;

  @ApiPropertyOptional({ type: CitationDto, description: 'present when a law is broken' })
  citation?: CitationDto;
}

/** Schema of every error answer (RFC 9457). */
export class ProblemDto {
  @ApiProperty({ example: 'urn:shuniu:problem:rules-violated' })
  type: string;

  @ApiProperty({ example: '不符合规定' })
  title: string;

  @ApiProperty({ example: 422 })
  status: number;

  @ApiProperty({ example: '有2处不符合规定' })
  detail: string;

  @ApiProperty({ example: '/api/v1/registrations' })
  instance: string;

  @ApiProperty({ example: 'RULES_VIOLATED' })
  code: string;

  @ApiProperty({ example: '0d5f9f4e-6f0c-4f43-a4a5-0d1d9e3f7c11' })
  traceId: string;

  @ApiPropertyOptional({ type: [ProblemViolationDto] })
  violations?: ProblemViolationDto[];

  @ApiPropertyOptional({ type: [String], description: 'with 409: what can be done instead' })
  allowedActions?: string[];
}

const ERROR_TEXTS: Record<number, string> = {
  400: '请求格式有误 / malformed request',
  401: '未登录 / not logged in',
  403: '没有权限 / not permitted',
  404: '没有找到 / not found, or not yours to know of',
  409: '当前状态下不能办理 / not possible in this state, or the same request is in flight',
  412: '记录已更新 / changed since you read it',
  413: '内容过大 / too large',
  414: '路径过长 / URI too long',
  415: '不支持的内容类型 / unsupported media type',
  422: '不符合规定 / rules broken: all of them are listed',
  428: '缺少 If-Match / If-Match is missing',
  429: '请求过于频繁 / too many requests',
  500: '系统内部错误 / internal error',
  503: '服务暂不可用 / service unavailable',
};

/** How the document declares that an operation can answer with this error. */
export function problemResponse(status: number) {
  const content = { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } };
  return { description: ERROR_TEXTS[status], content };
}

export interface OperationDescription {
  /** The operationId, in camelCase. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Error statuses beyond those that every operation can give (400, 429, 500). */
  readonly errors?: readonly number[];
  /** Accepts Idempotency-Key. */
  readonly idempotent?: boolean;
  /** Needs If-Match. */
  readonly versioned?: boolean;
}

/** Describes an operation in full: id, summary in both languages, headers, and every error it can give. */
export function Operation(description: OperationDescription): MethodDecorator {
  const { id, zh, en, idempotent, versioned } = description;
  const statuses = new Set([400, ...(description.errors ?? []), 429, 500]);
  if (idempotent) for (const status of [409, 422]) statuses.add(status);
  if (versioned) for (const status of [412, 428]) statuses.add(status);
  const errors = [...statuses].sort().map((status) => ApiResponse({ status, ...problemResponse(status) }));
  return applyDecorators(
    ApiExtraModels(ProblemDto),
    ApiOperation({ operationId: id, summary: `${zh} / ${en}` }),
    ...errors,
    ...(idempotent
      ? [
          UseInterceptors(IdempotencyInterceptor),
          ApiHeader({
            name: 'Idempotency-Key',
            required: false,
            description:
              'a retry with the same key acts once; 204 when it was done but its answer was lost and cannot be read again',
            schema: { type: 'string', maxLength: 200 },
          }),
        ]
      : []),
    ...(versioned
      ? [
          ApiHeader({
            name: 'If-Match',
            required: true,
            description: 'the ETag you read',
            schema: { type: 'string' },
            example: '"3"',
          }),
        ]
      : []),
  );
}
