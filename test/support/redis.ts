import { freePort } from './free-port.js';

/** The Redis of this test run; `npm test` runs no spec that asks for it where there is none. */
export function testRedisUrl(database = 0): string {
  const url = new URL(process.env.TEST_REDIS_URL!);
  url.pathname = `/${database}`;
  return url.href;
}

/** An address at which no Redis answers. */
export async function noRedisUrl(): Promise<string> {
  return `redis://127.0.0.1:${await freePort()}`;
}
