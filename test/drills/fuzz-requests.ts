import fc from 'fast-check';
import type { OpenApiDocument, Schema } from '../openapi/operations.js';

/** As much of an operation as says how it is called. */
export interface Callable {
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: Schema }[];
  readonly requestBody?: { content: Record<string, { schema: Schema }> };
}

export interface FuzzedRequest {
  /** What was done to it; `valid` is nothing. */
  readonly broken: string;
  readonly path: Readonly<Record<string, string>>;
  /** As it stands behind the question mark. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

type Parts = {
  path: Record<string, string>;
  query: [string, string][];
  headers: Record<string, string>;
  body: unknown;
};

const HUGE = '长'.repeat(200_000);
const ODD = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\udc00x',
  '\u202e',
  '０１２',
  '-1',
  '1e9',
  'NaN',
  'null',
  '[]',
  '{}',
  '__proto__',
  "' OR 1=1 --",
  '%',
  '😀'.repeat(50),
  '2026-02-30',
  '0001-01-01',
  '99999999999999999999',
  HUGE,
];
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, [], {}, [[]], [null], { constructor: 1 }, ...ODD),
  fc.string({ unit: 'binary' }),
  fc.jsonValue(),
);
const nested = (depth: number): unknown => (depth === 0 ? {} : { a: nested(depth - 1) });

/** Requests to one operation: some as its description has them, most of them broken in one way. */
export function requestsOf(
  document: OpenApiDocument,
  operation: Callable,
  ids: readonly string[],
): fc.Arbitrary<FuzzedRequest> {
  const values = new Values(document, ids);
  const parameters = operation.parameters ?? [];
  const inPlace = (place: string) => parameters.filter((one) => one.in === place);
  const [type, { schema }] = Object.entries(operation.requestBody?.content ?? {})[0] ?? ['', { schema: undefined }];
  const parts = fc.record<Parts>({
    path: record(inPlace('path'), values),
    query: record(inPlace('query'), values, true).map((query) => Object.entries(query)),
    headers: record(inPlace('header'), values),
    body: schema && type === 'application/json' ? values.of(schema) : fc.constant(undefined),
  });
  if (type === 'multipart/form-data') return parts.chain((valid) => uploads(valid));
  return parts.chain((valid) =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant(written('valid', valid)) },
      { weight: 5, arbitrary: breakings(valid) },
    ),
  );
}

function record(parameters: NonNullable<Callable['parameters']>, values: Values, sparse = false) {
  const fields = parameters.map(({ name, in: place, schema, required }) => {
    const value =
      place === 'path'
        ? values.id(name)
        : name === 'If-Match'
          ? fc.constantFrom('"1"', '"2"', '"3"')
          : values.of(schema).map(String);
    return [name, sparse && !required ? fc.option(value, { nil: undefined, freq: 2 }) : value] as const;
  });
  return fc
    .record(Object.fromEntries(fields))
    .map((all) =>
      Object.fromEntries(Object.entries(all).filter((one): one is [string, string] => one[1] !== undefined)),
    );
}

function written(broken: string, { path, query, headers, body }: Parts, raw?: Partial<FuzzedRequest>): FuzzedRequest {
  const named = Object.fromEntries(Object.entries(headers).filter(([, value]) => /^[\x20-\x7e]*$/.test(value)));
  const search = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  const places = Object.fromEntries(Object.entries(path).map(([name, value]) => [name, encoded(value) || '%20']));
  const json =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { ...named, 'content-type': 'application/json' } };
  return { broken, path: places, query: search, headers: named, ...json, ...raw };
}

/** Half of a surrogate pair has no encoding: Node writes another sign in its place. */
function encoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}

function breakings(valid: Parts): fc.Arbitrary<FuzzedRequest> {
  const change = (broken: string, parts: fc.Arbitrary<Partial<Parts>>) =>
    parts.map((changed) => written(broken, { ...valid, ...changed }));
  const raw = (broken: string, requests: fc.Arbitrary<Partial<FuzzedRequest>>) =>
    requests.map((changed) => written(broken, valid, changed));
  const pick = <T>(all: readonly T[]) => fc.nat({ max: Math.max(0, all.length - 1) });
  const names = Object.keys(valid.path);
  const headers = written('', valid).headers;
  const ways = [
    change(
      'header',
      fc.record({
        headers: fc.record(
          {
            'If-Match': fc.constantFrom('*', 'W/"1"', '"x"', '""', '"99999999999"', '1'),
            'Idempotency-Key': fc.constantFrom('k', 'with blank', 'k'.repeat(201), '"'),
            'accept-language': fc.constantFrom('en', '*', 'x'.repeat(500)),
          },
          { requiredKeys: [] },
        ),
      }),
    ),
    change(
      'query',
      fc
        .array(
          fc.tuple(
            fc.constantFrom('limit', 'cursor', 'q', 'limit[]', '__proto__', ...valid.query.map(([name]) => name)),
            fc.oneof(fc.constantFrom(...ODD.filter((one) => one !== HUGE)), fc.string({ unit: 'binary' })),
          ),
          { minLength: 1, maxLength: 4 },
        )
        .map((query) => ({ query: [...valid.query, ...query] })),
    ),
    change('repeated query', fc.constant({ query: [...valid.query, ...valid.query] })),
    raw(
      'query that is not encoded',
      fc
        .constantFrom('limit=%zz', '%', 'a=%00&a=%ff', '&&==&', 'limit=1&limit=2', 'cursor=%ED%A0%80')
        .map((query) => ({ query })),
    ),
    raw(
      'no JSON',
      fc
        .constantFrom(
          '',
          '{',
          '{"a":',
          'null',
          '[]',
          '"text"',
          '1',
          '{"a":1}{',
          '\ufeff{}',
          '{"__proto__":{}}',
          '\u0000',
        )
        .map((body) => ({ body, headers: { ...headers, 'content-type': 'application/json' } })),
    ),
    raw(
      'content type',
      fc
        .constantFrom(
          'text/plain',
          'application/xml',
          'application/x-www-form-urlencoded',
          'application/json; charset=latin1',
          'multipart/form-data',
          'x',
        )
        .map((type) => ({ body: '{}', headers: { ...headers, 'content-type': type } })),
    ),
    raw(
      'too large',
      fc.constant({ body: `"${'a'.repeat(1_100_000)}"`, headers: { ...headers, 'content-type': 'application/json' } }),
    ),
  ];
  if (names.length > 0) {
    const bad = fc.constantFrom(
      '%00',
      '%zz',
      '%ED%A0%80',
      'x'.repeat(201),
      '..%2F..',
      '0',
      '-1',
      '9'.repeat(30),
      'null',
      '00000000-0000-4000-8000-00000000000G',
      '%E6%97%A0',
      '51110000MJ0101505U',
      '{id}',
    );
    ways.push(
      raw(
        'path',
        bad.map((text) => ({ path: Object.fromEntries(names.map((name) => [name, text])) })),
      ),
    );
  }
  const { body } = valid;
  if (typeof body === 'object' && body !== null) {
    const keys = Object.keys(body);
    const put = (value: fc.Arbitrary<unknown>) =>
      fc.tuple(pick(keys), value).map(([at, one]) => ({ body: { ...body, [keys[at] ?? 'x']: one } }));
    ways.push(
      change('field', put(odd)),
      change('field', put(odd)),
      change(
        'field deep within',
        fc.tuple(fc.nat(), odd).map(([at, one]) => ({ body: replaced(body, at, one) })),
      ),
    );
    ways.push(
      change(
        'missing field',
        pick(keys).map((at) => ({ body: Object.fromEntries(Object.entries(body).filter((_, index) => index !== at)) })),
      ),
    );
    ways.push(
      change(
        'unknown field',
        fc
          .tuple(fc.constantFrom('extra', '__proto__', 'constructor', '\0', ''), odd)
          .map(([name, one]) => ({ body: { ...body, [name]: one } })),
      ),
    );
    ways.push(
      change(
        'deep',
        fc.constantFrom(19, 21, 500).map((depth) => ({ body: { ...body, [keys[0] ?? 'x']: nested(depth) } })),
      ),
    );
    ways.push(
      change(
        'long list',
        fc
          .constantFrom(101, 1_001)
          .map((length) => ({ body: { ...body, [keys.at(-1) ?? 'x']: Array.from({ length }, () => 'x') } })),
      ),
    );
  }
  return fc.oneof(...ways);
}

/** The value with one of its members, at any depth, put in place of another. */
function replaced(value: unknown, at: number, by: unknown): unknown {
  const pointers: (string | number)[][] = [];
  const collect = (node: unknown, path: (string | number)[]): void => {
    if (path.length > 0) pointers.push(path);
    if (typeof node === 'object' && node !== null)
      for (const [key, member] of Object.entries(node)) collect(member, [...path, key]);
  };
  collect(value, []);
  if (pointers.length === 0) return value;
  const copy = structuredClone(value) as Record<string, any>;
  const path = pointers[at % pointers.length];
  let node: any = copy;
  for (const key of path.slice(0, -1)) node = node[key];
  node[path.at(-1)!] = by;
  return copy;
}

function uploads(valid: Parts): fc.Arbitrary<FuzzedRequest> {
  const content = fc.oneof(
    fc.constantFrom('%PDF-1.7\n%%EOF', 'PK\u0003\u0004', '\u0089PNG', '', '<html>', 'x'.repeat(100_000)),
    fc.string({ unit: 'binary' }),
  );
  const head = fc.constantFrom(
    'name="file"; filename="a.pdf"',
    'name="file"',
    'name="other"; filename="a.pdf"',
    'filename="a.pdf"',
    'name="file"; filename="../../\0.pdf"',
    `name="file"; filename="${'长'.repeat(500)}.pdf"`,
    'x',
  );
  const parts = fc.array(fc.tuple(head, content), { maxLength: 3 });
  const end = fc.constantFrom('--seam--\r\n', '', '--seam', '--other--\r\n');
  const type = fc.constantFrom(
    'multipart/form-data; boundary=seam',
    'multipart/form-data; boundary=seam',
    'multipart/form-data',
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=',
  );
  return fc.tuple(parts, end, type).map(([all, closing, contentType]) => {
    const text =
      all.map(([name, value]) => `--seam\r\ncontent-disposition: form-data; ${name}\r\n\r\n${value}\r\n`).join('') +
      closing;
    return written('upload', valid, { body: Buffer.from(text), headers: { 'content-type': contentType } });
  });
}

/** Values that a schema describes, with ids of things that are there among them. */
class Values {
  constructor(
    private readonly document: OpenApiDocument,
    private readonly ids: readonly string[],
  ) {}

  id(name = ''): fc.Arbitrary<string> {
    return fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...this.named(name)) },
      { weight: 1, arbitrary: fc.uuid() },
      { weight: 1, arbitrary: fc.nat().map(String) },
    );
  }

  /** Those that a path of this name may mean: a code is no id of a record. */
  private named(name: string): string[] {
    const shape = { code: /^HUB-/, creditCode: /^[0-9A-Z]{18}$/ }[name] ?? /^[0-9a-f-]{36}$|^\d{1,6}$/;
    return this.ids.filter((id) => shape.test(id));
  }

  of(schema: Schema): fc.Arbitrary<unknown> {
    const { $ref, allOf, anyOf, enum: all, example } = schema as Record<string, any>;
    if ($ref) return this.of(this.document.components.schemas[($ref as string).split('/').at(-1)!]);
    if (allOf) return this.of(allOf[0]);
    if (anyOf) return fc.oneof(...(anyOf as Schema[]).map((one) => this.of(one)));
    if (all) return fc.constantFrom(...all);
    const typical = this.typed(schema);
    return example === undefined ? typical : fc.oneof(fc.constant(example as unknown), typical);
  }

  private typed(schema: Schema): fc.Arbitrary<unknown> {
    const {
      type,
      properties = {},
      required = [],
      items,
      minItems: minLength = 0,
      minimum: min = -1_000_000,
      maximum: max = 1_000_000,
    } = schema as Record<string, any>;
    if (type === 'boolean') return fc.boolean();
    if (type === 'number' || type === 'integer') return fc.integer({ min, max: Math.max(min, max) });
    if (type === 'array') return fc.array(this.of(items ?? {}), { minLength, maxLength: Math.max(minLength, 3) });
    if (type !== 'object') return this.text(schema);
    const fields = Object.entries(properties as Record<string, Schema>).map(
      ([name, one]) => [name, this.of(one)] as const,
    );
    return fc.record(Object.fromEntries(fields), { requiredKeys: required });
  }

  private text({ format, pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
    if (format === 'uuid') return this.id();
    if (format === 'date') return fc.constantFrom('2026-11-24', '1990-01-01', '2026-12-31', '9999-12-31');
    if (typeof pattern === 'string' && !pattern.includes('\\p') && !pattern.includes('(?'))
      return fc.stringMatching(new RegExp(pattern));
    return fc.string({ unit: 'grapheme', minLength: Number(minLength), maxLength: Math.min(Number(maxLength), 60) });
  }
}
