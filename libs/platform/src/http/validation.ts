import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { CONSTRAINT_TEXTS } from './constraint-texts.table.js';
import { type HttpProblem, malformed, pointerTo, type Defect } from './problem.js';

/** Where @nestjs/swagger keeps what @ApiProperty says. */
const API_PROPERTY = 'swagger/apiModelProperties';

/** Checks bodies and queries by their DTO: 400 with every defect and its JSON pointer; unknown fields are defects. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: true, value: false },
    exceptionFactory: (errors): HttpProblem =>
      malformed(errors.some(isOfTheWhole) ? [NO_OBJECT] : errors.flatMap((error) => defectsOf(error, ''))),
  });
}

const NO_OBJECT: Defect = {
  code: 'IS_OBJECT',
  pointer: '',
  message: { zh: '请求内容应为对象', en: 'The content must be an object' },
};

/** What is no object (a list, a text) has no fields, and the pipe checks a stand-in for it. */
function isOfTheWhole({ target }: ValidationError): boolean {
  return target === undefined || Array.isArray(target) || Object.hasOwn(target, 'constructor');
}

function defectsOf(error: ValidationError, parent: string): Defect[] {
  const pointer = pointerTo(parent, error.property);
  const own = Object.keys(error.constraints ?? {})
    // IsObject, which every nested field has too, says it already.
    .filter((rule) => rule !== 'nestedValidation')
    .map((rule) => ({
      code: rule.replace(/([A-Z])/g, '_$1').toUpperCase(),
      pointer,
      message: textOf(rule, error),
    }));
  return [...own, ...(error.children ?? []).flatMap((child) => defectsOf(child, pointer))];
}

function textOf(rule: string, { target, property }: ValidationError): Defect['message'] {
  const text = CONSTRAINT_TEXTS[rule];
  if (!text) throw new Error(`the constraint ${rule} has no text`);
  const constructor = target?.constructor ?? Object;
  const metadata = getMetadataStorage()
    .getTargetValidationMetadatas(constructor, '', false, false)
    .find(({ propertyName, name }) => propertyName === property && name === rule);
  const { zh, en } = text(metadata?.constraints ?? [], exampleOf(constructor, property));
  return metadata?.each
    ? { zh: `每一项${zh}`, en: `Each item ${en}` }
    : { zh, en: `${en[0].toUpperCase()}${en.slice(1)}` };
}

function exampleOf(constructor: object, property: string): unknown {
  const prototype = (constructor as { prototype?: object }).prototype;
  if (!prototype) return undefined;
  const described = Reflect.getMetadata(API_PROPERTY, prototype, property) as { example?: unknown } | undefined;
  return described?.example;
}
