import { readSettings, stopInTime } from '@app/platform';
import { createWorker } from './create-worker.js';

/** The job process: carries out what the outbox holds, woken through Redis, and never listens. */
async function main(): Promise<void> {
  const context = await createWorker(readSettings(process.env));
  stopInTime(context);
  process.stdout.write('枢纽 Shuniu worker: ready\n');
}

main().catch((error: Error) => {
  process.stderr.write(`${error.name}: ${error.message}\n`);
  process.exit(1);
});
