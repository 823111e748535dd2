import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { AllowAnyone } from '@app/access';
import { ROUTE_ACCESS, type RouteAccess } from '@app/platform';
import { openApiDocument } from '../../../apps/api/src/openapi.js';
import { AccessApp } from './access-app.js';

let app: Awaited<ReturnType<typeof AccessApp.startInProcess>>;
beforeAll(async () => (app = await AccessApp.startInProcess()));
afterAll(() => app.close());

interface Route {
  readonly name: string;
  readonly access: RouteAccess | undefined;
}

function routes(): Route[] {
  const controllers = [...app.nest.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => {
    const prototype = (metatype as { prototype: Record<string, object> }).prototype;
    return Object.getOwnPropertyNames(prototype)
      .filter((name) => name !== 'constructor' && Reflect.hasMetadata(PATH_METADATA, prototype[name]))
      .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name]))
      .map((name) => ({
        name: `${metatype!.name}.${name}`,
        access: Reflect.getMetadata(ROUTE_ACCESS, prototype[name]) as RouteAccess | undefined,
      }));
  });
}

describe('every route of the application', () => {
  it('says who may call it', () => {
    const all = routes();
    expect(all.length).toBeGreaterThan(25);
    expect(all.filter(({ access }) => !access).map(({ name }) => name)).toEqual([]);
  });

  it('answers 401 without a login unless it is public', async () => {
    const operations = Object.entries(openApiDocument(app.nest).paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method, roles: operation['x-roles'] as unknown })),
    );
    const closed = operations.filter(({ roles }) => roles !== undefined);
    for (const { path, method } of closed) {
      const url = path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
      const answer = await app.nest.inject({ method: method.toUpperCase() as 'GET', url });
      expect({ path, method, status: answer.statusCode }).toEqual({ path, method, status: 401 });
    }
    const open = routes().filter(({ access }) => access?.to === 'PUBLIC');
    expect(operations.length - closed.length).toBe(open.length);
  });
});

describe('the OpenAPI document', () => {
  it('tells the roles, the bearer token, and the answers 401 and 403, in whichever order decorators stand', () => {
    const { paths } = openApiDocument(app.nest);
    const operation = paths['/api/v1/audit'].get as unknown as Record<string, any>;
    expect(operation['x-roles']).toEqual(['AUDITOR']);
    expect(operation.description).toContain('AUDITOR');
    expect(operation.summary).toContain('操作记录');
    expect(operation.security).toEqual([{ bearer: [] }]);
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '401', '403']));
    const open = paths['/api/v1/auth/login'].post as unknown as Record<string, any>;
    expect(open.security).toBeUndefined();
    class Reversed {
      @AllowAnyone()
      route(): void {}
    }
    expect(Reflect.getMetadata('swagger/apiOperation', Reversed.prototype.route).description).toContain('登录用户');
  });
});

describe('the audit trail', () => {
  it('is read by auditors only, newest first, page by page', async () => {
    const auditor = await app.login('auditor');
    const page = await app.call('GET /audit?limit=2', { as: auditor });
    expect(page.body.items).toHaveLength(2);
    expect(page.body.items[0]).toMatchObject({ action: 'access.login', actor: 'auditor' });
    const next = await app.call(`GET /audit?limit=2&cursor=${page.body.nextCursor}`, { as: auditor });
    expect(Number(next.body.items[0].id)).toBeLessThan(Number(page.body.items[1].id));
    expect(
      (await app.call('GET /audit?action=access.account.create&limit=100', { as: auditor })).body.total.value,
    ).toBe(16);
    for (const username of ['administrator', 'approval', 'applicant']) {
      expect((await app.call('GET /audit', { as: await app.login(username) })).status).toBe(403);
    }
  });
});
