import type { Type } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { HttpProblem, Settings, validationPipe } from '@app/platform';
import { ApiModule } from '../../../apps/api/src/api.module.js';

/** Keys under which Nest and @nestjs/swagger keep what the decorators say. */
const ROUTE_ARGUMENTS = '__routeArguments__';
const API_PROPERTY = 'swagger/apiModelProperties';
const BODY_OR_QUERY = /^[34]:/;

type Dto = Type<Record<string, unknown>>;

interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly list: boolean;
  readonly nested?: Dto;
  readonly sample: unknown;
}

const NASTY: [string, unknown][] = [
  ['null', null],
  ['[]', []],
  ['[[]]', [[]]],
  ['[null]', [null]],
  ['{}', {}],
  ['[{}]', [{}]],
  ['"x"', 'x'],
  ['a huge text', 'x'.repeat(1_000_000)],
  ['"true"', 'true'],
  ['true', true],
  ['"1"', '1'],
  ['-0', -0],
  ['1.5', 1.5],
  ['-1', -1],
  ['1e400', JSON.parse('1e400')],
  ['NaN', Number.NaN],
  ['{constructor}', { constructor: 1 }],
  ['[{constructor}]', [{ constructor: { name: 'Object' } }]],
  ['year 0', '0000-01-01'],
  ['nothing', undefined],
];

const dtos = inputsOfTheApplication();
const pipe = validationPipe();

function take(dto: Dto, body: unknown): Promise<unknown> {
  return pipe.transform(body, { type: 'body', metatype: dto }) as Promise<unknown>;
}

it('finds the inputs of the application, nested ones too', () => {
  const names = dtos.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['ApplicationInput', 'DeclarationsInput', 'RestrictionInput', 'CitationInput', 'PageQuery']),
  );
  expect(names.length).toBeGreaterThan(30);
});

describe.each(dtos.map((dto) => [dto.name, dto] as const))('%s', (_, dto) => {
  const fields = fieldsOf(dto);

  it('takes what its schema gives as an example', async () => {
    expect(misshapen(await take(dto, sampleOf(dto)), dto)).toEqual([]);
  });

  it.each(['[]', '[{}]', '"x"', '1', 'null', '{"constructor":1}'])(
    'takes %s for no whole body by accident',
    async (text) => {
      const taken = await take(dto, JSON.parse(text)).catch((error: unknown) => error);
      if (!(taken instanceof HttpProblem)) expect(misshapen(taken, dto)).toEqual([]);
      else expect(taken.getStatus()).toBe(400);
    },
  );

  if (fields.length > 0) {
    it.each(fields.map((field) => [field.name, field] as const))('checks %s', async (name) => {
      for (const [what, value] of NASTY) {
        const taken = await take(dto, { ...sampleOf(dto), [name]: value }).catch((error: unknown) => error);
        if (taken instanceof HttpProblem) {
          expect([what, taken.getStatus()]).toEqual([what, 400]);
          const pointers = taken.extra.violations!.map(({ pointer }) => pointer);
          for (const pointer of pointers) expect(pointer).toMatch(new RegExp(`^/${name}(/|$)`));
          expect(pointers).not.toEqual([]);
        } else {
          expect([what, misshapen(taken, dto)]).toEqual([what, []]);
        }
      }
    });
  }
});

/** Where a value that was let through lacks what its class promises. */
function misshapen(value: unknown, dto: Dto, at = ''): string[] {
  if (value instanceof Error) throw value;
  if (!(value instanceof dto) || Object.hasOwn(value, 'constructor')) return [`${at}: no ${dto.name}`];
  return fieldsOf(dto).flatMap(({ name, required, list, nested }) => {
    const member = value[name];
    const place = `${at}/${name}`;
    if (member === undefined) return required ? [`${place}: missing`] : [];
    if (member === null) return [`${place}: null`];
    if (list !== Array.isArray(member)) return [`${place}: ${list ? 'no list' : 'a list'}`];
    if (typeof member === 'number' && !Number.isSafeInteger(member)) return [`${place}: ${member}`];
    if (!nested) return [];
    const members = list ? (member as unknown[]) : [member];
    return members.flatMap((item, index) => misshapen(item, nested, `${place}/${index}`));
  });
}

function sampleOf(dto: Dto): Record<string, unknown> {
  const required = fieldsOf(dto).filter((field) => field.required);
  return Object.fromEntries(required.map(({ name, sample }) => [name, sample]));
}

function fieldsOf(dto: Dto): Field[] {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
  return [...new Set(metadata.map(({ propertyName }) => propertyName))].map((name) => {
    const described = (Reflect.getMetadata(API_PROPERTY, dto.prototype as object, name) ?? {}) as {
      type?: unknown;
      isArray?: boolean;
      example?: unknown;
      format?: string;
      enum?: unknown[];
    };
    const type = Array.isArray(described.type) ? (described.type[0] as unknown) : described.type;
    const nested = typeof type === 'function' && isInput(type) ? (type as Dto) : undefined;
    const list = described.isArray === true || Array.isArray(described.type);
    const example = described.format === 'uuid' ? '6f0e1a52-3c55-4b0e-9a53-0d5b1c7a2f11' : '春眠不觉晓-处处闻啼鸟';
    const one = nested ? sampleOf(nested) : (described.example ?? described.enum?.[0] ?? example);
    return {
      name,
      required: !metadata.some(
        ({ propertyName, type: rule }) => propertyName === name && rule === 'conditionalValidation',
      ),
      list,
      nested,
      sample: nested && list ? [one] : one,
    };
  });
}

function isInput(type: object): boolean {
  return getMetadataStorage().getTargetValidationMetadatas(type as Dto, '', false, false).length > 0;
}

/** Every class that a route takes as its body or query, and the classes of their fields. */
function inputsOfTheApplication(): Dto[] {
  const found = new Set<Dto>();
  const add = (dto: Dto): void => {
    if (found.has(dto) || !isInput(dto)) return;
    found.add(dto);
    for (const { nested } of fieldsOf(dto)) if (nested) add(nested);
  };
  for (const controller of controllersOf(ApiModule.forRoot(new Settings()))) {
    for (const route of Object.getOwnPropertyNames(controller.prototype)) {
      const routeArguments = (Reflect.getMetadata(ROUTE_ARGUMENTS, controller, route) ?? {}) as Record<
        string,
        { index: number }
      >;
      const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, route) ?? []) as Dto[];
      for (const [key, { index }] of Object.entries(routeArguments)) if (BODY_OR_QUERY.test(key)) add(types[index]);
    }
  }
  return [...found];
}

function controllersOf(module: unknown, seen = new Set<unknown>()): Type[] {
  if (seen.has(module) || !module) return [];
  seen.add(module);
  const dynamic = typeof module === 'function' ? undefined : (module as Record<string, unknown>);
  const target = (dynamic?.module ?? module) as object;
  const listed = (key: string): unknown[] => [
    ...((Reflect.getMetadata(key, target) as unknown[] | undefined) ?? []),
    ...((dynamic?.[key] as unknown[] | undefined) ?? []),
  ];
  return [
    ...(listed('controllers') as Type[]),
    ...listed('imports').flatMap((imported) => controllersOf(imported, seen)),
  ];
}
