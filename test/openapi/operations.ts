/** As much of an OpenAPI 3.1 document as the tests look at. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly securitySchemes: Readonly<Record<string, object>>;
  };
}

export interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly responses: Readonly<
    Record<
      string,
      { readonly description?: string; readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
    >
  >;
  readonly security?: readonly object[];
  /** Who may call it; `*` is whoever is logged in. */
  readonly 'x-roles'?: readonly string[];
  readonly 'x-public'?: true;
}

export type Schema = Readonly<Record<string, unknown>>;

export interface NamedOperation extends Operation {
  /** GET /api/v1/… */
  readonly name: string;
}

export function operationsOf(document: OpenApiDocument): NamedOperation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, name: `${method.toUpperCase()} ${path}` })),
  );
}

/** The answers whose status lies in a range. */
export function answersOf(
  { responses }: Operation,
  range: (status: number) => boolean,
): [status: number, response: Operation['responses'][string]][] {
  return Object.entries(responses)
    .map(([status, response]): [number, typeof response] => [Number(status), response])
    .filter(([status]) => range(status));
}

/** JSON pointers to the schemas that say nothing: an object of which no property is known, or no type at all. */
export function emptySchemas(node: unknown, pointer = '#'): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.entries(node).flatMap(([key, value]) =>
    ['example', 'examples', 'default', 'enum'].includes(key) ? [] : emptySchemas(value, `${pointer}/${key}`),
  );
  return says(node as Schema) ? below : [pointer, ...below];
}

function says(schema: Schema): boolean {
  const types = ([] as unknown[]).concat(schema.type ?? []);
  if (!types.includes('object')) return true;
  const known = (schema.properties as object | undefined) ?? {};
  return (
    Object.keys(known).length > 0 ||
    schema.additionalProperties !== undefined ||
    ['allOf', 'anyOf', 'oneOf', '$ref'].some((key) => key in schema)
  );
}
