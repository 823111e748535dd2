import { rmSync } from 'node:fs';

export default function tearDown() {
  if (process.env.SHUNIU_TEST) rmSync(JSON.parse(process.env.SHUNIU_TEST).dataDir, { recursive: true, force: true });
}
