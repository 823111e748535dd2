import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import supertest from 'supertest';
import { startInProcess } from '../../support/app.js';

it('answers with a problem while it stops', async () => {
  const app = await startInProcess();
  const { port } = app.getHttpServer().address() as { port: number };
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  // Half a request: the stop waits for the other half.
  socket.write('GET /api/v1/public/hubs HTTP/1.1\r\nHost: x\r\n');
  await sleep(100);
  const closed = app.close();
  await sleep(300);
  socket.write('\r\n');
  const [head, body] = (await text(socket)).split('\r\n\r\n');
  await closed;
  const problem = JSON.parse(body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1)) as { traceId: string };
  expect(problem).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
  expect(head).toContain('HTTP/1.1 503 ');
  expect(head).toContain('content-type: application/problem+json; charset=utf-8');
  expect(head).toContain(`x-request-id: ${problem.traceId}`);
  expect(head).toContain('retry-after: 5');
});

it('tells a caller who asks too often when to come again', async () => {
  const app = await startInProcess({ settings: { RATE_LIMIT: '2' } });
  const hubs = () => supertest(app.getHttpServer()).get('/api/v1/public/hubs');
  await hubs();
  await hubs();
  const answer = await hubs();
  await app.close();
  expect([answer.status, answer.body.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
  expect(answer.headers['x-request-id']).toBe(answer.body.traceId);
  expect(answer.body.detail).toMatch(/^请求过于频繁，请在([1-9]|[1-5]\d|60)秒后再试$/);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
});
