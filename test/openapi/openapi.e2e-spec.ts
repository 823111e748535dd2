import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startInProcess } from '../support/app.js';
import { answersOf, emptySchemas, operationsOf, type NamedOperation, type OpenApiDocument } from './operations.js';

const CHECKED_IN = 'docs/openapi.json';

describe('the OpenAPI document', () => {
  const document = JSON.parse(readFileSync(CHECKED_IN, 'utf8')) as OpenApiDocument;
  const operations = operationsOf(document);

  it('in docs/ is what the built program says; `npm run docs` writes it anew', () => {
    const written = execFileSync(process.execPath, ['dist/apps/api/src/write-docs.js'], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    expect(JSON.parse(written)).toEqual(document);
  });

  it('is of version 3.1 and knows every part of the API', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(operations.length).toBeGreaterThanOrEqual(50);
    for (const path of [
      '/api/v1/auth/login',
      '/api/v1/registrations',
      '/api/v1/public/organizations',
      '/health/ready',
    ]) {
      expect(Object.keys(document.paths)).toContain(path);
    }
  });

  it('gives every operation an id of its own', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(ids.filter((id) => !/^[a-z][A-Za-z0-9]*$/.test(id ?? ''))).toEqual([]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('sums every operation up in Chinese and English', () => {
    expect(named(({ summary }) => !/^\p{Script=Han}.* \/ [A-Za-z]/u.test(summary ?? ''))).toEqual([]);
  });

  it('gives every operation an answer of success, with a schema where there is a body', () => {
    const broken = operations.flatMap((operation) => {
      const successes = answersOf(operation, (status) => status < 400);
      if (successes.length === 0) return [`${operation.name}: no success`];
      return successes
        .filter(
          ([status, { content }]) =>
            status !== 204 && status !== 304 && !Object.values(content ?? {}).some(({ schema }) => schema),
        )
        .map(([status]) => `${operation.name}: ${status} without a schema`);
    });
    expect(broken).toEqual([]);
  });

  it('gives every error of every operation the form of a problem', () => {
    const broken = operations.flatMap((operation) => {
      const errors = answersOf(operation, (status) => status >= 400);
      const wrong = errors.filter(([, { content }]) => {
        const { schema } = content?.['application/problem+json'] ?? {};
        return schema?.$ref !== '#/components/schemas/ProblemDto' || Object.keys(content ?? {}).length !== 1;
      });
      const missing = [400, 429, 500].filter((status) => !errors.some(([other]) => other === status));
      return [
        ...wrong.map(([status]) => `${operation.name}: ${status}`),
        ...missing.map((status) => `${operation.name}: no ${status}`),
      ];
    });
    expect(broken).toEqual([]);
  });

  it('says of every operation who may call it: roles behind a login, or the public', () => {
    const broken = operations.filter(
      ({ 'x-roles': roles = [], 'x-public': open = false, security = [], responses }) => {
        const login = security.some((scheme) => 'bearer' in scheme);
        return open === roles.length > 0 || login === open || (login && !('401' in responses && '403' in responses));
      },
    );
    expect(broken.map(({ name }) => name)).toEqual([]);
  });

  it('declares every way of logging in that an operation asks for', () => {
    const asked = new Set(operations.flatMap(({ security = [] }) => security.flatMap((scheme) => Object.keys(scheme))));
    expect([...asked].sort()).toEqual(Object.keys(document.components.securitySchemes).sort());
  });

  it('has no schema that says nothing, and none of the 3.0 words', () => {
    expect(emptySchemas(document)).toEqual([]);
    expect(
      Object.entries(document.components.schemas).filter(([, schema]) => Object.keys(schema).length === 0),
    ).toEqual([]);
    expect(JSON.stringify(document)).not.toMatch(/"nullable":|"exclusiveM\w+":(true|false)/);
  });

  it('refers to no schema that it does not hold, and holds none that nothing refers to', () => {
    const text = JSON.stringify(document);
    const referred = new Set([...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name));
    expect([...referred].filter((name) => !(name in document.components.schemas))).toEqual([]);
    expect(Object.keys(document.components.schemas).filter((name) => !referred.has(name))).toEqual([]);
  });

  it('means one class by each name of a schema: of two classes of one name only one would be described', () => {
    const sources = readdirSync('libs', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const names = sources.flatMap((file) =>
      [...readFileSync(join('libs', file), 'utf8').matchAll(/^export class (\w+(?:Dto|Input))\b/gm)].map(
        ([, name]) => name,
      ),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('makes a client whose types compile and hold', () => {
    const folder = mkdtempSync(join(tmpdir(), 'shuniu-client-'));
    try {
      run('node_modules/openapi-typescript/bin/cli.js', resolve(CHECKED_IN), '--output', join(folder, 'api.d.ts'));
      writeFileSync(join(folder, 'client.ts'), CLIENT);
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(COMPILER));
      run('node_modules/typescript/bin/tsc', '-p', folder);
      expect(readFileSync(join(folder, 'api.d.ts'), 'utf8')).toContain('export interface operations');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);

  it('is served with its page by the program, with the same operations', async () => {
    const app = await startInProcess();
    try {
      const served = await app.inject({ url: '/api/openapi.json' });
      expect(operationsOf(served.json<OpenApiDocument>()).map(idOf).sort()).toEqual(operations.map(idOf).sort());
      const page = await app.inject({ url: '/api/docs' });
      expect([page.statusCode, page.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
      const script = await app.inject({ url: '/api/docs/swagger-ui-bundle.js' });
      expect(script.statusCode).toBe(200);
    } finally {
      await app.close();
    }
  });

  function named(broken: (operation: NamedOperation) => boolean): string[] {
    return operations.filter(broken).map(({ name }) => name);
  }
});

const COMPILER = {
  compilerOptions: { noEmit: true, strict: true, target: 'es2023', module: 'nodenext', types: [] },
  files: ['client.ts'],
};

const idOf = ({ name, operationId }: NamedOperation): string => `${operationId}: ${name}`;

/** What a user of the API writes: right paths compile, and a wrong one does not. */
const CLIENT = `
import type { components, operations, paths } from './api.js';

type Login = paths['/api/v1/auth/login']['post'];
export const body: Login['requestBody']['content']['application/json'] = { username: 'applicant', password: 'secret' };
export const titleOf = (problem: components['schemas']['ProblemDto']): string => problem.title;
export type Ready = operations['healthReady'];
// @ts-expect-error there is no such path
export type None = paths['/api/v1/nowhere'];
// @ts-expect-error a login without a password
export const half: typeof body = { username: 'applicant' };
`;

function run(...program: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (status !== 0) throw new Error(`${program[0]}: exit code ${status}\n${stdout}${stderr}`);
}
