import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { HttpProblem, type ProblemViolation } from './problem.js';

/** Checks bodies and queries by their DTO: 400 with every defect and its JSON pointer; unknown fields are defects. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new HttpProblem(
        400,
        'MALFORMED',
        { zh: '请求内容不符合接口格式', en: 'The request does not fit the schema' },
        { violations: errors.flatMap((error) => defectsOf(error, '')) },
      ),
  });
}

function defectsOf(error: ValidationError, parent: string): ProblemViolation[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    code: rule.replace(/([A-Z])/g, '_$1').toUpperCase(),
    pointer,
    message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => defectsOf(child, pointer))];
}
