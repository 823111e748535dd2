import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readFileSync } from 'node:fs';
import { DEMO_ACCOUNTS, holds, type Principal, type Role } from '@app/access';
import { ROUTE_ACCESS, type RouteAccess } from '@app/platform';
import { operationsOf, type NamedOperation, type OpenApiDocument } from '../openapi/operations.js';
import { loginAs, startInProcess } from '../support/app.js';
import { Organization } from '../support/matters.js';
import { Bureau } from '../support/registrations.js';
import { FULL, report } from './drill.js';
import { MISSING, Objects } from './rights-objects.js';
import { OPERATIONS } from './rights-operations.js';
import { everybody } from './rights-people.js';
import type { OperationCase, Target } from './rights-target.js';

/**
 * What an answer must come to: no login; no role; as if the target were not there; known, and still
 * refused; or not refused for want of a right, whatever else may stand against it.
 */
type Verdict = 'LOGIN' | 'ROLE' | 'HIDDEN' | 'REFUSED' | 'OPEN';

interface Call {
  readonly operation: NamedOperation;
  readonly how: OperationCase;
  readonly access: RouteAccess;
  readonly caller?: Principal;
  readonly target?: Target;
}

type Answer = Awaited<ReturnType<NestFastifyApplication['inject']>>;

const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as OpenApiDocument;
const operations = operationsOf(document);
let app: NestFastifyApplication;
let bureau: Bureau;
let people: readonly Principal[];
let targets: readonly Target[];

beforeAll(async () => {
  app = await startInProcess();
  bureau = new Bureau(app);
  // Before anybody says who he is: its agent is one of them.
  const organization = await Organization.establish(bureau);
  people = await everybody(
    bureau,
    DEMO_ACCOUNTS.map(({ username }) => username),
  );
  targets = await new Objects(app, bureau, people, organization).make();
}, 120_000);
afterAll(() => app.close());

it('gives nobody anything that is not his to know, in any operation', async () => {
  const access = accessOfRoutes();
  const unknown = operations.filter(({ operationId }) => !(operationId! in OPERATIONS) || !access.has(operationId!));
  expect(unknown.map(({ operationId }) => operationId)).toEqual([]);
  expect(Object.keys(OPERATIONS).filter((id) => !access.has(id))).toEqual([]);
  const counts = { calls: 0, foreign: 0, refused: 0, open: 0 };
  const misses: string[] = [];
  const leaks: string[] = [];
  for (const call of sample(callsOf(access))) {
    const verdict = verdictOf(call);
    const answer = await send(call, verdict);
    counts.calls += 1;
    if (verdict === 'OPEN') counts.open += 1;
    else counts.refused += 1;
    if (!fits(verdict, answer)) misses.push(`${nameOf(call)}: ${verdict}, was ${answer.statusCode} ${answer.body}`);
    if (call.target && ['ROLE', 'HIDDEN', 'LOGIN'].includes(verdict)) {
      counts.foreign += 1;
      const [seen, expected] = [traits(answer, call.target.id), await traitsOfMissing(call, verdict)];
      if (seen !== expected) leaks.push(`${nameOf(call)}: ${seen} is told from ${expected}`);
    }
    leaks.push(...foreignItems(call, answer));
  }
  const roles = new Set(people.flatMap(({ grants }) => grants.map(({ role }) => role)));
  report('rights', {
    operations: operations.length,
    accounts: people.length,
    roles: roles.size,
    objects: targets.length,
    ...counts,
    misses: misses.length,
    leaks: leaks.length,
  });
  expect(leaks).toEqual([]);
  expect(misses).toEqual([]);
  expect(roles.size).toBe(13);
}, 600_000);

/** Each operation, by each person and by nobody, on each object of the kind that it names. */
function callsOf(access: ReadonlyMap<string, RouteAccess>): Call[] {
  return operations.flatMap((operation) => {
    const how = OPERATIONS[operation.operationId!];
    const named = how.names ? targets.filter(({ kind }) => kind === how.names) : [undefined];
    return [undefined, ...people].flatMap((caller) =>
      named.map((target) => ({ operation, how, access: access.get(operation.operationId!)!, caller, target })),
    );
  });
}

/** All of them at full size; else so many that each operation is still tried. */
function sample(calls: readonly Call[]): readonly Call[] {
  return FULL ? calls : calls.filter((_, index) => index % 23 === 0);
}

/** What the policies in the code say: the route's own, then whether the target is known, then the step's. */
function verdictOf({ how, access, caller, target }: Call): Verdict {
  if (access.to === 'PUBLIC') return 'OPEN';
  if (!caller) return 'LOGIN';
  if (access.to === 'ROLES' && !access.roles!.some((role) => holds(caller, role as Role))) return 'ROLE';
  if (target && !target.knows(caller)) return 'HIDDEN';
  const barred = target?.situation && how.may && !how.may(caller, target.situation);
  return barred || how.permits?.(caller, target) === false ? 'REFUSED' : 'OPEN';
}

function fits(verdict: Verdict, { statusCode }: Answer): boolean {
  if (verdict === 'LOGIN') return statusCode === 401;
  if (verdict === 'ROLE') return statusCode === 403;
  if (verdict === 'HIDDEN') return [404, 422].includes(statusCode);
  if (verdict === 'REFUSED') return [403, 409].includes(statusCode);
  return ![401, 403, 404].includes(statusCode) && statusCode < 500;
}

/**
 * What may be done is sent with a version that nobody read: it comes to 412 and changes nothing for
 * the calls that follow. What is refused is sent just as it would have to be to get through.
 */
async function send({ operation, how, caller, target }: Call, verdict: Verdict): Promise<Answer> {
  const [method, path] = operation.name.split(' ') as ['GET' | 'POST', string];
  const url = `${path.replace(/\{\w+\}/, target?.id ?? '')}${how.query ? `?${how.query}` : ''}`;
  const headers: Record<string, string> = { 'if-match': `"${verdict === 'OPEN' ? 999 : (target?.version ?? 1)}"` };
  if (caller) headers.authorization = `Bearer ${await tokenOf(caller, how)}`;
  if (how.ownSession) headers.cookie = await refreshCookie();
  if (!how.file) return app.inject({ method, url, headers, payload: how.body?.(target?.id ?? '') });
  headers['content-type'] = 'multipart/form-data; boundary=seam';
  const head = '--seam\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n';
  const payload = Buffer.concat([Buffer.from(head), how.file, Buffer.from('\r\n--seam--\r\n')]);
  return app.inject({ method, url, headers, payload });
}

async function tokenOf({ username }: Principal, { ownSession }: OperationCase): Promise<string> {
  return ownSession ? loginAs(app, username) : bureau.token(username);
}

async function refreshCookie(): Promise<string> {
  const payload = OPERATIONS.login.body!('');
  const answer = await app.inject({ method: 'POST', url: '/api/v1/auth/login', payload });
  return String(answer.headers['set-cookie']).split(';')[0];
}

const missing = new Map<string, Promise<string>>();

/** How the same call is answered when there is no such thing; it is asked once for each operation and person. */
function traitsOfMissing(call: Call, verdict: Verdict): Promise<string> {
  const name = `${call.operation.operationId} by ${call.caller?.username ?? ''}`;
  const id = MISSING[call.target!.kind];
  const known =
    missing.get(name) ??
    send({ ...call, target: { ...call.target!, id } }, verdict).then((answer) => traits(answer, id));
  missing.set(name, known);
  return known;
}

/** All that a caller can tell two answers apart by. */
function traits(answer: Answer, id: string): string {
  const { 'x-request-id': _, date: _date, ...headers } = answer.headers;
  const limits = Object.keys(headers).filter((name) => !name.startsWith('x-ratelimit'));
  const body = answer.body.replace(/"traceId":"[^"]*"|"instance":"[^"]*"/g, '');
  const seen = limits.filter((name) => name !== 'content-length').map((name) => `${name}: ${headers[name]}`);
  // An answer may name what was asked for; only the ids of records are too short to be taken out safely.
  return [answer.statusCode, ...seen.sort(), id.length > 9 ? body.replaceAll(id, '…') : body].join('\n');
}

/** What stands in a page and is not the caller's to know. */
function foreignItems({ operation, how, caller }: Call, answer: Answer): string[] {
  if (!how.lists || !caller || answer.statusCode !== 200) return [];
  const { items } = answer.json<{ items: { id?: string; filingNumber?: string }[] }>();
  const named = new Set(items.map((item) => item.id ?? item.filingNumber));
  const found = targets.filter(({ kind, id }) => kind === how.lists && named.has(id));
  const foreign = found.filter(({ knows }) => !knows(caller));
  return foreign.map(({ whose }) => `${operation.operationId} lists to ${caller.username} what is ${whose}`);
}

function nameOf({ operation, caller, target }: Call): string {
  return `${operation.operationId} by ${caller?.username ?? 'nobody'} on ${target?.kind ?? '-'} ${target?.whose ?? ''}`;
}

/** Who may call each operation, as its route declares it. */
function accessOfRoutes(): ReadonlyMap<string, RouteAccess> {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  const routes = controllers.flatMap(({ metatype }) => {
    const { prototype } = metatype as { prototype: Record<string, object> };
    const names = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
    return names.map((name) => prototype[name]).filter((route) => Reflect.hasMetadata(METHOD_METADATA, route));
  });
  return new Map(
    routes.map((route) => {
      const { operationId } = Reflect.getMetadata('swagger/apiOperation', route) as { operationId: string };
      return [operationId, Reflect.getMetadata(ROUTE_ACCESS, route) as RouteAccess];
    }),
  );
}
